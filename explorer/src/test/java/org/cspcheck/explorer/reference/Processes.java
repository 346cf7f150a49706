package org.cspcheck.explorer.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Links;
import org.cspcheck.model.event.Renaming;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;

/**
 * Random terms: every operator over every other, two equations that call themselves and each other, and operators over calls.
 *
 * <p>Terms have finitely many states by construction. Inside an equation a call stands only where nothing but it is left afterwards
 * (behind an event, or as what an internal step hands over to), so nothing piles up; operators that keep their operands stand above calls
 * and never inside the recursion.
 */
public final class Processes {
    private static final int EQUATIONS = 2;

    private final int letters;
    private final Map<Integer, Arbitrary<Process>> plain = new HashMap<>();
    private final Map<Integer, Arbitrary<Process>> calling = new HashMap<>();
    private final Map<Integer, Arbitrary<Process>> guarded = new HashMap<>();

    private Processes(int letters) {
        this.letters = letters;
    }

    /** {@return terms over the first so many letters, {@code depth} operators deep, whose equations are called {@code name}0 and so on} */
    public static Arbitrary<Process> recursive(String name, int letters, int depth) {
        var processes = new Processes(letters);
        return Combinators.combine(processes.term(depth, true), processes.equation().list().ofSize(EQUATIONS))
                .as((term, terms) -> Equation.tie(name, term, terms));
    }

    /** {@return terms without calls, so without an infinite behaviour other than those of DIV, RUN and CHAOS} */
    public static Arbitrary<Process> finite(int letters, int depth) {
        return new Processes(letters).term(depth, false);
    }

    /** {@return three or four small recursive processes that share alphabets, some of their events hidden} */
    public static Arbitrary<Process> network(String name, int letters) {
        Arbitrary<List<Process>> components = Combinators.combine(
                        component(name + "A", letters), component(name + "B", letters), component(name + "C", letters),
                        component(name + "D", letters), Arbitraries.integers().between(3, 4))
                .as((one, two, three, four, size) -> List.of(one, two, three, four).subList(0, size));
        return Combinators.combine(components, sets(letters).list().ofSize(4), sets(letters)).as((operands, alphabets, hidden) ->
                new Hide(new AlphabetisedParallel(operands, alphabets.subList(0, operands.size())), hidden));
    }

    private static Arbitrary<Process> component(String name, int letters) {
        var processes = new Processes(letters);
        return processes.guarded(1).list().ofSize(EQUATIONS).map(terms -> Equation.tie(name, Equation.Reference.call(0), terms));
    }

    /** {@return subsets of the first so many letters} */
    public static Arbitrary<EventSet> sets(int letters) {
        return Arbitraries.integers().between(0, (1 << letters) - 1).map(bits -> EventSet.of(
                java.util.stream.IntStream.range(0, letters).filter(i -> (bits >> i & 1) != 0).map(i -> Letters.A + i).toArray()));
    }

    /** {@return relations that send some of the letters to one or two each} */
    public static Arbitrary<Renaming> renamings(int letters) {
        Arbitrary<int[]> images = letter(letters).list().ofMinSize(1).ofMaxSize(2)
                .map(list -> list.stream().mapToInt(i -> i).toArray());
        return Arbitraries.maps(letter(letters), images).ofMinSize(1).ofMaxSize(2).map(Renaming::of);
    }

    /** {@return one to three linked pairs} */
    public static Arbitrary<Links> links(int letters) {
        return Combinators.combine(letter(letters), letter(letters)).as(Links.Link::new).list().ofMinSize(1).ofMaxSize(3).map(Links::new);
    }

    /** {@return one of the first so many letters} */
    public static Arbitrary<Integer> letter(int letters) {
        return Arbitraries.integers().between(Letters.A, Letters.A + letters - 1);
    }

    private Arbitrary<Process> leaf(boolean calls) {
        Arbitrary<Process> constants = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(Process.STOP)),
                Tuple.of(5, Arbitraries.just(Process.SKIP)),
                Tuple.of(1, Arbitraries.just(Process.DIVERGE)),
                Tuple.of(1, sets(letters).map(Run::new)),
                Tuple.of(1, sets(letters).map(Chaos::new)),
                Tuple.of(4, letter(letters).map(event -> Letters.then(event, Process.STOP))),
                Tuple.of(4, letter(letters).map(event -> Letters.then(event, Process.SKIP))));
        return calls
                ? Arbitraries.frequencyOf(Tuple.of(10, constants), Tuple.of(10, Arbitraries.integers().between(0, EQUATIONS - 1).map(
                        Equation.Reference::call)))
                : constants;
    }

    /** Any operator over any term. */
    private Arbitrary<Process> term(int depth, boolean calls) {
        Map<Integer, Arbitrary<Process>> known = calls ? calling : plain;
        Arbitrary<Process> term = known.get(depth);
        if (term == null) {
            term = depth == 0 ? leaf(calls) : compound(term(depth - 1, calls), calls);
            known.put(depth, term);
        }
        return term;
    }

    private Arbitrary<Process> compound(Arbitrary<Process> p, boolean calls) {
        Arbitrary<List<Process>> operands = p.list().ofMinSize(2).ofMaxSize(3);
        Arbitrary<EventSet> sets = sets(letters);
        var choices = new ArrayList<Tuple.Tuple2<Integer, Arbitrary<Process>>>();
        choices.add(Tuple.of(3, leaf(calls)));
        choices.add(Tuple.of(8, menu(p)));
        choices.add(Tuple.of(4, operands.map(ExternalChoice::new)));
        choices.add(Tuple.of(3, operands.map(InternalChoice::new)));
        choices.add(Tuple.of(2, Combinators.combine(p, p).as(SlidingChoice::new)));
        choices.add(Tuple.of(2, Combinators.combine(operands, sets).as(SynchronisingChoice::new)));
        choices.add(Tuple.of(4, Combinators.combine(p, p).as(SequentialComposition::new)));
        choices.add(Tuple.of(2, Combinators.combine(p, p).as(Interrupt::new)));
        choices.add(Tuple.of(2, Combinators.combine(p, sets, p).as(SynchronisingInterrupt::new)));
        choices.add(Tuple.of(2, Combinators.combine(p, sets, p).as(Throw::new)));
        choices.add(Tuple.of(4, Combinators.combine(operands, sets).as(InterfaceParallel::new)));
        choices.add(Tuple.of(3, Combinators.combine(operands, sets.list().ofSize(3))
                .as((ps, as) -> new AlphabetisedParallel(ps, as.subList(0, ps.size())))));
        choices.add(Tuple.of(2, Combinators.combine(p, p, links(letters)).as(LinkedParallel::new)));
        choices.add(Tuple.of(4, Combinators.combine(p, sets).as(Hide::new)));
        choices.add(Tuple.of(3, Combinators.combine(p, renamings(letters)).as(Rename::new)));
        return Arbitraries.frequencyOf(choices);
    }

    private Arbitrary<Process> menu(Arbitrary<Process> next) {
        return Combinators.combine(letter(letters), next).as(Menu.Branch::new).list().ofMinSize(1).ofMaxSize(3)
                .map(branches -> new Prefix(new Menu.Listed(branches)));
    }

    /** The term of an equation; some may call silently, and so diverge. */
    private Arbitrary<Process> equation() {
        Arbitrary<Process> guarded = guarded(2);
        Arbitrary<Process> call = Arbitraries.integers().between(0, EQUATIONS - 1).map(Equation.Reference::call);
        return Arbitraries.frequencyOf(
                Tuple.of(8, guarded),
                Tuple.of(1, Combinators.combine(guarded, call).as((first, second) -> new InternalChoice(List.of(first, second)))),
                Tuple.of(1, Combinators.combine(guarded, call).as(SlidingChoice::new)),
                Tuple.of(1, Combinators.combine(term(1, false), call).as(SequentialComposition::new)));
    }

    /** A term whose calls come after an event. */
    private Arbitrary<Process> guarded(int depth) {
        Arbitrary<Process> known = guarded.get(depth);
        if (known == null) {
            known = depth == 0 ? menu(leaf(true)) : compoundGuarded(guarded(depth - 1), depth);
            guarded.put(depth, known);
        }
        return known;
    }

    private Arbitrary<Process> compoundGuarded(Arbitrary<Process> p, int depth) {
        Arbitrary<List<Process>> two = p.list().ofSize(2);
        Arbitrary<Process> closed = term(depth - 1, false);
        Arbitrary<Process> last = Arbitraries.oneOf(List.of(p, leaf(true)));
        return Arbitraries.frequencyOf(
                Tuple.of(8, menu(last)),
                Tuple.of(2, two.map(ExternalChoice::new)),
                Tuple.of(2, two.map(InternalChoice::new)),
                Tuple.of(1, Combinators.combine(p, p).as(SlidingChoice::new)),
                Tuple.of(1, Combinators.combine(closed, p).as(Interrupt::new)),
                Tuple.of(1, Combinators.combine(closed, sets(letters), last).as(Throw::new)),
                Tuple.of(1, Combinators.combine(letter(letters), closed, last)
                        .as((event, first, second) -> new SequentialComposition(Letters.then(event, first), second))),
                Tuple.of(2, closed));
    }
}
