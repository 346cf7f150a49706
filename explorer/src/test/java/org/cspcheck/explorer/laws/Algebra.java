package org.cspcheck.explorer.laws;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.cspcheck.explorer.reference.Equality;
import org.cspcheck.explorer.reference.Letters;
import org.cspcheck.explorer.reference.Processes;
import org.cspcheck.explorer.reference.Sample;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Links;
import org.cspcheck.model.event.Renaming;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.verdict.SemanticModel;

/** The operators as short words, the operands that laws are tried on, and equality; laws extend it. */
abstract class Algebra {
    static final Process STOP = Process.STOP;
    static final Process SKIP = Process.SKIP;
    static final Process DIV = Process.DIVERGE;
    static final EventSet SIGMA = Letters.SIGMA;
    static final EventSet NOTHING = EventSet.EMPTY;

    /** Letters of the random operands; d is left for laws that need a fresh one. */
    static final int LETTERS = 3;

    // ---- operators

    static Process then(int event, Process next) {
        return Process.prefix(event, next);
    }

    static Process external(Process... operands) {
        return new ExternalChoice(List.of(operands));
    }

    static Process internal(Process... operands) {
        return new InternalChoice(List.of(operands));
    }

    static Process sliding(Process first, Process second) {
        return new SlidingChoice(first, second);
    }

    static Process joint(EventSet together, Process... operands) {
        return new SynchronisingChoice(List.of(operands), together);
    }

    static Process sequence(Process first, Process second) {
        return new SequentialComposition(first, second);
    }

    static Process interrupt(Process first, Process second) {
        return new Interrupt(first, second);
    }

    static Process interrupt(Process first, EventSet together, Process second) {
        return new SynchronisingInterrupt(first, together, second);
    }

    static Process throwing(Process first, EventSet thrown, Process handler) {
        return new Throw(first, thrown, handler);
    }

    static Process share(EventSet together, Process... operands) {
        return new InterfaceParallel(List.of(operands), together);
    }

    static Process interleave(Process... operands) {
        return share(NOTHING, operands);
    }

    static Process alphabetised(Process left, EventSet a, EventSet b, Process right) {
        return new AlphabetisedParallel(List.of(left, right), List.of(a, b));
    }

    static Process link(Process left, Process right, Links.Link... links) {
        return new LinkedParallel(left, right, new Links(List.of(links)));
    }

    static Process hide(Process process, EventSet hidden) {
        return new Hide(process, hidden);
    }

    static Process rename(Process process, Renaming renaming) {
        return new Rename(process, renaming);
    }

    static Process run(EventSet events) {
        return new Run(events);
    }

    static Process chaos(EventSet events) {
        return new Chaos(events);
    }

    /** {@return a process like it that never terminates} */
    static Process endless(Process process) {
        return sequence(process, STOP);
    }

    // ---- sets

    static EventSet union(EventSet some, EventSet more) {
        return select(letter -> some.contains(letter) || more.contains(letter));
    }

    static EventSet intersection(EventSet some, EventSet more) {
        return select(letter -> some.contains(letter) && more.contains(letter));
    }

    static EventSet complement(EventSet set) {
        return select(letter -> !set.contains(letter));
    }

    static EventSet select(java.util.function.IntPredicate kept) {
        return EventSet.of(java.util.Arrays.stream(SIGMA.members()).filter(kept).toArray());
    }

    // ---- equality

    static void equal(Process left, Process right) {
        Equality.assertEqual(left, right, SemanticModel.values());
    }

    static void equal(SemanticModel model, Process left, Process right) {
        Equality.assertEqual(left, right, model);
    }

    // ---- operands

    @Provide("p")
    Arbitrary<Sample> p() {
        return Processes.recursive("P", LETTERS, 2).map(process -> new Sample("P", process));
    }

    @Provide("q")
    Arbitrary<Sample> q() {
        return Processes.recursive("Q", LETTERS, 2).map(process -> new Sample("Q", process));
    }

    @Provide("r")
    Arbitrary<Sample> r() {
        return Processes.recursive("R", LETTERS, 1).map(process -> new Sample("R", process));
    }

    @Provide("x")
    Arbitrary<Integer> letters() {
        return Arbitraries.integers().between(Letters.A, Letters.A + LETTERS - 1);
    }

    @Provide("sets")
    Arbitrary<EventSet> sets() {
        return Processes.sets(LETTERS);
    }

    @Provide("renamings")
    Arbitrary<Renaming> renamings() {
        return Processes.renamings(LETTERS);
    }
}
