package org.cspcheck.explorer.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cspcheck.explorer.reference.Denotation.Behaviours;
import org.cspcheck.explorer.reference.Denotation.InexactException;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Renaming;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;

/**
 * What a process means, by structural recursion on its term: no state, no step.
 *
 * <p>Each clause is that of Roscoe, <i>Understanding Concurrent Systems</i>, chapters 10 (traces), 11 (stable failures) and 12 (failures and
 * divergences, with the extension closed at each operator). Recursion is the least fixed point above DIV, found by iterating on behaviours
 * up to a length; that is exact, since no clause needs longer behaviours of an operand than it gives, except hiding and linking, which
 * here demand operands that can be known completely, or else throw {@link InexactException}.
 */
final class DenotationalSemantics {
    /** Operands of hiding are searched this deep for the end of all their traces. */
    private static final int HIDDEN_BOUND = 7;

    private final boolean strict;
    private final Map<Integer, Map<Body, Denotation>> environments = new HashMap<>();

    /** @param strict the failures/divergences model; else traces and stable failures, in which DIV has neither */
    DenotationalSemantics(boolean strict) {
        this.strict = strict;
    }

    /** {@return the behaviours with at most {@code bound} visible events} */
    Denotation of(Process process, int bound) {
        return switch (process) {
            case Stop() -> stable(bound, Refusals.ALL);
            case Skip() -> skip(bound);
            case Terminated() -> throw new IllegalArgumentException("nobody can write what is left after termination");
            case Diverge() -> diverge(bound);
            case Prefix(Menu menu) -> prefix(menu.branches(), bound);
            case Run(EventSet events) -> always(events, Refusals.offering(Refusals.bits(events)), bound);
            case Chaos(EventSet events) -> always(events, Refusals.ALL, bound);
            case ExternalChoice(List<Process> operands) -> externalChoice(all(operands, bound), bound);
            case InternalChoice(List<Process> operands) -> internalChoice(all(operands, bound), bound);
            case SlidingChoice(Process first, Process second) -> slidingChoice(of(first, bound), of(second, bound), bound);
            case SynchronisingChoice(List<Process> operands, EventSet together) ->
                synchronisingChoice(all(operands, bound), together, bound);
            case SequentialComposition(Process first, Process second) -> sequential(of(first, bound), of(second, bound), bound);
            case Interrupt(Process first, Process second) ->
                synchronisingInterrupt(of(first, bound), EventSet.EMPTY, of(second, bound), bound);
            case SynchronisingInterrupt(Process first, EventSet together, Process second) ->
                synchronisingInterrupt(of(first, bound), together, of(second, bound), bound);
            case Throw(Process first, EventSet thrown, Process handler) ->
                throwing(of(first, bound), thrown, of(handler, bound), bound);
            case InterfaceParallel(List<Process> operands, EventSet together) ->
                ParallelClauses.interfaceParallel(all(operands, bound), together, bound, strict);
            case AlphabetisedParallel(List<Process> operands, List<EventSet> alphabets) ->
                ParallelClauses.alphabetised(all(operands, bound), alphabets, bound, strict);
            case LinkedParallel parallel ->
                ParallelClauses.linked(whole(parallel.left(), bound), whole(parallel.right(), bound), parallel.links(), bound, strict);
            case Hide(Process inner, EventSet hidden) -> hide(whole(inner, bound), hidden, bound);
            case Rename(Process inner, Renaming renaming) -> rename(of(inner, bound), renaming, bound);
            case Process.Compress(Process inner, var compression) -> of(inner, bound);
            case Process.Chase p -> throw new InexactException("chase depends on the order of internal steps");
            case Process.Timed p -> throw new InexactException("virtual time depends on which steps are possible");
            case Process.Foreign p -> throw new InexactException("code is not in the algebra");
            case Prioritise p -> throw new InexactException("priority has no meaning in terms of failures");
            case Call(Body body) -> call(body, bound);
        };
    }

    private List<Denotation> all(List<Process> operands, int bound) {
        return operands.stream().map(operand -> of(operand, bound)).toList();
    }

    private Denotation whole(Process process, int bound) {
        Denotation denotation = of(process, Math.max(bound, HIDDEN_BOUND));
        if (!denotation.complete()) {
            throw new InexactException("hiding needs all traces of its operand");
        }
        return denotation;
    }

    private Behaviours behaviours(int bound, Denotation... parts) {
        return new Behaviours(bound, strict).madeOf(parts);
    }

    private Denotation stable(int bound, int family) {
        Behaviours result = behaviours(bound);
        result.refuses(Trace.EMPTY, family);
        return result.denotation();
    }

    private Denotation skip(int bound) {
        Behaviours result = behaviours(bound);
        result.refuses(Trace.EMPTY, Refusals.WHEN_TICKING);
        result.refuses(Trace.of(Event.TICK), Refusals.ALL);
        return result.denotation();
    }

    private Denotation diverge(int bound) {
        Behaviours result = behaviours(bound);
        result.diverges(Trace.EMPTY);
        return result.denotation();
    }

    private Denotation prefix(List<Menu.Branch> branches, int bound) {
        Behaviours result = behaviours(bound);
        int offers = 0;
        for (Menu.Branch branch : branches) {
            offers |= Refusals.bit(branch.event());
            Denotation next = of(branch.next(), bound);
            result.madeOf(next);
            next.failures().forEach((trace, family) -> result.refuses(Trace.of(branch.event()).then(trace), family));
            next.divergences().forEach(trace -> result.diverges(Trace.of(branch.event()).then(trace)));
        }
        result.refuses(Trace.EMPTY, Refusals.offering(offers));
        return result.denotation();
    }

    /** All traces over the set, each refusing the same. */
    private Denotation always(EventSet events, int family, int bound) {
        Behaviours result = behaviours(bound);
        Collection<Trace> level = List.of(Trace.EMPTY);
        for (int length = 0; length <= bound + 1; length++) {
            var longer = new ArrayList<Trace>();
            for (Trace trace : level) {
                result.refuses(trace, family);
                for (int event : events.members()) {
                    longer.add(trace.plus(event));
                }
            }
            level = longer;
        }
        return result.denotation();
    }

    /** Refuses at first what all refuse, later what the one that moved refuses. */
    private Denotation externalChoice(List<Denotation> operands, int bound) {
        Behaviours result = behaviours(bound, operands.toArray(Denotation[]::new));
        int initially = Refusals.ALL;
        for (Denotation operand : operands) {
            initially &= operand.refusals(Trace.EMPTY);
            operand.failures().forEach((trace, family) -> {
                if (!trace.isEmpty()) {
                    result.refuses(trace, family);
                }
            });
            operand.divergences().forEach(result::diverges);
            if (operand.has(Trace.of(Event.TICK))) {
                result.refuses(Trace.EMPTY, Refusals.WHEN_TICKING);
            }
        }
        result.refuses(Trace.EMPTY, initially);
        return result.denotation();
    }

    private Denotation internalChoice(List<Denotation> operands, int bound) {
        Behaviours result = behaviours(bound, operands.toArray(Denotation[]::new));
        for (Denotation operand : operands) {
            operand.failures().forEach(result::refuses);
            operand.divergences().forEach(result::diverges);
        }
        return result.denotation();
    }

    /** The first never insists on anything before its first event, except that it may terminate. */
    private Denotation slidingChoice(Denotation first, Denotation second, int bound) {
        Behaviours result = behaviours(bound, first, second);
        first.failures().forEach((trace, family) -> {
            if (trace.isEmpty()) {
                result.performs(trace);
            } else {
                result.refuses(trace, family);
            }
        });
        if (first.has(Trace.of(Event.TICK))) {
            result.refuses(Trace.EMPTY, Refusals.WHEN_TICKING);
        }
        second.failures().forEach(result::refuses);
        first.divergences().forEach(result::diverges);
        second.divergences().forEach(result::diverges);
        return result.denotation();
    }

    /** Until somebody does something outside the set, an operand for itself, all agree on what they do. */
    private Denotation synchronisingChoice(List<Denotation> operands, EventSet together, int bound) {
        Behaviours result = behaviours(bound, operands.toArray(Denotation[]::new));
        var joint = new HashSet<Trace>();
        for (Trace trace : operands.getFirst().failures().keySet()) {
            if (!trace.ticks() && trace.isOver(together) && operands.stream().allMatch(operand -> operand.has(trace))) {
                joint.add(trace);
                result.refuses(trace, operands.stream()
                        .map(operand -> operand.refusals(trace))
                        .reduce((f, g) -> agreeingOn(Refusals.bits(together), f, g))
                        .orElseThrow());
            }
        }
        for (Denotation operand : operands) {
            operand.failures().forEach((trace, family) -> {
                Trace before = longestOver(together, trace);
                if (!before.equals(trace) && joint.contains(before)) {
                    result.refuses(trace, family);
                    if (trace.ticks() && before.equals(trace.butLast())) {
                        result.refuses(before, Refusals.WHEN_TICKING);
                    }
                }
            });
            operand.divergences().stream()
                    .filter(trace -> joint.contains(longestOver(together, trace)))
                    .forEach(result::diverges);
        }
        return result.denotation();
    }

    /** One is enough to refuse an event of the set, all must refuse another. */
    private static int agreeingOn(int set, int left, int right) {
        return Refusals.combine(left, right, (y, z) -> (y | z) & set | y & z & ~set);
    }

    /** The longest beginning of the trace that has only visible events of the set. */
    private static Trace longestOver(EventSet set, Trace trace) {
        Trace result = trace;
        while (result.ticks() || !result.isOver(set)) {
            result = result.butLast();
        }
        return result;
    }

    private Denotation sequential(Denotation first, Denotation second, int bound) {
        Behaviours result = behaviours(bound, first, second);
        first.failures().forEach((trace, family) -> {
            if (trace.ticks()) {
                second.failures().forEach((more, refusals) -> result.refuses(trace.butLast().then(more), refusals));
                second.divergences().forEach(more -> result.diverges(trace.butLast().then(more)));
            } else {
                result.refuses(trace, Refusals.preimage(family, x -> x | Refusals.TICK));
            }
        });
        first.divergences().forEach(result::diverges);
        return result.denotation();
    }

    /** The second follows the first on the events of the set; its first other event takes over. With the empty set, the plain interrupt. */
    private Denotation synchronisingInterrupt(Denotation first, EventSet together, Denotation second, int bound) {
        Behaviours result = behaviours(bound, first, second);
        first.failures().forEach((trace, family) -> {
            Trace visible = trace.ticks() ? trace.butLast() : trace;
            Trace follower = visible.only(together);
            if (!second.has(follower)) {
                return;
            }
            if (trace.ticks()) {
                result.refuses(trace, family);
                result.refuses(visible, Refusals.WHEN_TICKING);
                return;
            }
            result.refuses(trace, agreeingOn(Refusals.bits(together), family, second.refusals(follower)));
            if (first.divergesAfter(trace) || second.divergesAfter(follower)) {
                result.diverges(trace);
            }
            takeOver(trace, follower, together, second, result);
        });
        return result.denotation();
    }

    private static void takeOver(Trace trace, Trace follower, EventSet together, Denotation second, Behaviours result) {
        second.failures().forEach((all, family) -> {
            if (follower.isStrictlyBelow(all)) {
                Trace more = new Trace(all.letters().substring(follower.length()));
                if (more.first() == Event.TICK) {
                    result.refuses(trace, Refusals.WHEN_TICKING);
                }
                if (more.first() == Event.TICK || !together.contains(more.first())) {
                    result.refuses(trace.then(more), family);
                    if (second.divergesAfter(all)) {
                        result.diverges(trace.then(more));
                    }
                }
            }
        });
    }

    private Denotation throwing(Denotation first, EventSet thrown, Denotation handler, int bound) {
        Behaviours result = behaviours(bound, first, handler);
        first.failures().forEach((trace, family) -> {
            if (trace.without(thrown).equals(trace)) {
                result.refuses(trace, family);
                if (first.divergesAfter(trace)) {
                    result.diverges(trace);
                }
            } else if (!trace.ticks() && trace.butLast().without(thrown).equals(trace.butLast())) {
                handler.failures().forEach((more, refusals) -> result.refuses(trace.then(more), refusals));
                handler.divergences().forEach(more -> result.diverges(trace.then(more)));
            }
        });
        return result.denotation();
    }

    /** A hidden event happens as soon as it can: only what refuses it is stable. */
    private Denotation hide(Denotation inner, EventSet hidden, int bound) {
        Behaviours result = behaviours(bound);
        int bits = Refusals.bits(hidden);
        inner.failures().forEach((trace, family) -> result.refuses(trace.without(hidden), Refusals.preimage(family, x -> x | bits)));
        inner.divergences().forEach(trace -> result.diverges(trace.without(hidden)));
        return result.denotation();
    }

    /** An event is refused when everything that would become it is. */
    private Denotation rename(Denotation inner, Renaming renaming, int bound) {
        Behaviours result = behaviours(bound, inner);
        inner.failures().forEach((trace, family) -> {
            int refusals = Refusals.preimage(family, x -> origins(renaming, x));
            images(renaming, trace).forEach(image -> result.refuses(image, refusals));
        });
        inner.divergences().forEach(trace -> images(renaming, trace).forEach(result::diverges));
        return result.denotation();
    }

    private static int origins(Renaming renaming, int set) {
        int origins = set & Refusals.TICK;
        for (int letter = Letters.A; letter <= Letters.D; letter++) {
            for (int image : renaming.images(letter)) {
                origins |= (set & Refusals.bit(image)) != 0 ? Refusals.bit(letter) : 0;
            }
        }
        return origins;
    }

    private static Set<Trace> images(Renaming renaming, Trace trace) {
        if (trace.isEmpty()) {
            return Set.of(trace);
        }
        int[] last = trace.ticks() ? new int[] {Event.TICK} : renaming.images(trace.last());
        var images = new LinkedHashSet<Trace>();
        for (Trace image : images(renaming, trace.butLast())) {
            for (int event : last) {
                images.add(image.plus(event));
            }
        }
        return images;
    }

    // ---- recursion

    private Denotation call(Body body, int bound) {
        Map<Body, Denotation> environment = environments.computeIfAbsent(bound, b -> new HashMap<>());
        if (!environment.containsKey(body)) {
            solve(body, bound, environment);
        }
        return environment.get(body);
    }

    /** From DIV upwards, until all equations hold. */
    private void solve(Body body, int bound, Map<Body, Denotation> environment) {
        var equations = new LinkedHashSet<Body>();
        Terms.collectBodies(body, equations);
        equations.removeAll(environment.keySet());
        equations.forEach(equation -> environment.put(equation, diverge(bound)));
        try {
            for (boolean changed = true; changed; ) {
                changed = false;
                for (Body equation : equations) {
                    Denotation better = of(equation.unfold(), bound);
                    changed |= !better.equals(environment.put(equation, better));
                }
            }
        } catch (InexactException e) {
            environment.keySet().removeAll(equations);
            throw e;
        }
    }
}
