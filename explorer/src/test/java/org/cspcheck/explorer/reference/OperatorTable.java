package org.cspcheck.explorer.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;

/**
 * The steps of the operators, transcribed a second time from the published rules.
 *
 * <p>Written from the events: for each event, which operands take part and what becomes of them. Calls are unfolded where they stand. Terms
 * that reach themselves before any step overflow the stack.
 */
final class OperatorTable {
    private OperatorTable() {}

    /** One step: an event and the term that is left. */
    record Arrow(int event, Process target) {}

    static Set<Arrow> arrows(Process process) {
        var arrows = new LinkedHashSet<Arrow>();
        for (int event = Event.TAU; event <= Letters.D; event++) {
            int label = event;
            after(process, event).forEach(target -> arrows.add(new Arrow(label, target)));
        }
        return arrows;
    }

    /** {@return all that the process may become by this event} */
    static List<Process> after(Process process, int x) {
        return switch (process) {
            case Call(Body body) -> after(body.unfold(), x);
            case Stop() -> List.of();
            case Terminated() -> List.of();
            case Skip() -> x == Event.TICK ? List.of(Process.TERMINATED) : List.of();
            case Diverge() -> x == Event.TAU ? List.of(process) : List.of();
            case Prefix(Menu menu) ->
                menu.branches().stream().filter(branch -> branch.event() == x).map(Menu.Branch::next).toList();
            case Run(EventSet events) -> in(x, events) ? List.of(process) : List.of();
            case Chaos(EventSet events) ->
                x == Event.TAU ? List.of(Process.STOP) : in(x, events) ? List.of(process) : List.of();
            case InternalChoice(List<Process> operands) -> x == Event.TAU ? operands : List.of();
            case ExternalChoice(List<Process> operands) ->
                x == Event.TAU ? oneMoves(operands, x, i -> true, ExternalChoice::new) : any(operands, x);
            case SynchronisingChoice(List<Process> operands, EventSet together) -> {
                Function<List<Process>, Process> stays = moved -> new SynchronisingChoice(moved, together);
                yield x == Event.TAU
                        ? oneMoves(operands, x, i -> true, stays)
                        : in(x, together) ? allMove(operands, x, everybody(operands), stays) : any(operands, x);
            }
            case SlidingChoice(Process first, Process second) ->
                x == Event.TAU
                        ? plus(second, each(after(first, x), inside -> new SlidingChoice(inside, second)))
                        : after(first, x);
            case SequentialComposition(Process first, Process second) -> {
                List<Process> stays = x == Event.TICK ? List.of() : each(after(first, x), p -> new SequentialComposition(p, second));
                yield x == Event.TAU && !after(first, Event.TICK).isEmpty() ? plus(second, stays) : stays;
            }
            case Interrupt(Process first, Process second) -> interrupt(first, EventSet.EMPTY, second, x, Interrupt::new);
            case SynchronisingInterrupt(Process first, EventSet together, Process second) ->
                interrupt(first, together, second, x, (p, q) -> new SynchronisingInterrupt(p, together, q));
            case Throw(Process first, EventSet thrown, Process handler) ->
                x == Event.TICK
                        ? after(first, x)
                        : each(after(first, x), p -> in(x, thrown) ? handler : new Throw(p, thrown, handler));
            case InterfaceParallel(List<Process> operands, EventSet together) ->
                parallel(operands, x, moved -> new InterfaceParallel(moved, together), () ->
                        in(x, together)
                                ? allMove(operands, x, everybody(operands), moved -> new InterfaceParallel(moved, together))
                                : oneMoves(operands, x, i -> true, moved -> new InterfaceParallel(moved, together)));
            case AlphabetisedParallel(List<Process> operands, List<EventSet> alphabets) -> {
                Function<List<Process>, Process> stays = moved -> new AlphabetisedParallel(moved, alphabets);
                int[] owners = IntStream.range(0, operands.size()).filter(i -> in(x, alphabets.get(i))).toArray();
                yield parallel(operands, x, stays, () ->
                        owners.length == 0 ? List.of() : allMove(operands, x, owners, stays));
            }
            case LinkedParallel parallel -> linked(parallel, x);
            case Hide(Process inner, EventSet hidden) -> hide(inner, hidden, x);
            case Rename(Process inner, var renaming) -> {
                var targets = new ArrayList<Process>();
                for (int y = Event.TAU; y <= Letters.D; y++) {
                    int origin = y;
                    boolean becomes = Event.isVisible(y) ? IntStream.of(renaming.images(origin)).anyMatch(z -> z == x) : y == x;
                    if (becomes) {
                        targets.addAll(each(after(inner, y), p -> x == Event.TICK ? p : new Rename(p, renaming)));
                    }
                }
                yield targets;
            }
            case Process.Compress(Process inner, var compression) -> after(inner, x);
            case Process.Chase p -> throw new IllegalArgumentException("chase is no operator of the table");
            case Process.Timed p -> throw new IllegalArgumentException("virtual time is no operator of the table");
            case Process.Foreign p -> throw new IllegalArgumentException("code is no operator of the table");
            case Prioritise(Process inner, var order) -> {
                boolean beaten = IntStream.rangeClosed(Event.TAU, Letters.D)
                        .anyMatch(y -> order.beats(y, x) && !after(inner, y).isEmpty());
                yield beaten ? List.of() : each(after(inner, x), p -> x == Event.TICK ? p : new Prioritise(p, order));
            }
        };
    }

    private static List<Process> interrupt(
            Process first, EventSet together, Process second, int x, java.util.function.BinaryOperator<Process> stays) {
        if (x == Event.TAU) {
            return oneMoves(List.of(first, second), x, i -> true, both -> stays.apply(both.get(0), both.get(1)));
        }
        if (x == Event.TICK) {
            return any(List.of(first, second), x);
        }
        if (together.contains(x)) {
            return allMove(List.of(first, second), x, new int[] {0, 1}, both -> stays.apply(both.get(0), both.get(1)));
        }
        var targets = new ArrayList<>(each(after(first, x), p -> stays.apply(p, second)));
        targets.addAll(after(second, x));
        return targets;
    }

    private static List<Process> linked(LinkedParallel linked, int x) {
        List<Process> both = List.of(linked.left(), linked.right());
        var links = linked.links();
        Function<List<Process>, Process> stays = moved -> new LinkedParallel(moved.get(0), moved.get(1), links);
        var targets = new ArrayList<>(parallel(both, x, stays, () ->
                oneMoves(both, x, i -> i == 0 ? !links.linksLeft(x) : !links.linksRight(x), stays)));
        if (x == Event.TAU) {
            links.pairs().forEach(link -> after(linked.left(), link.left()).forEach(p -> after(linked.right(), link.right())
                    .forEach(q -> targets.add(new LinkedParallel(p, q, links)))));
        }
        return targets;
    }

    private static List<Process> hide(Process inner, EventSet hidden, int x) {
        if (x == Event.TICK || in(x, hidden)) {
            return x == Event.TICK ? after(inner, x) : List.of();
        }
        var targets = new ArrayList<>(each(after(inner, x), p -> new Hide(p, hidden)));
        for (int y = Letters.A; x == Event.TAU && y <= Letters.D; y++) {
            if (hidden.contains(y)) {
                targets.addAll(each(after(inner, y), p -> new Hide(p, hidden)));
            }
        }
        return targets;
    }

    // ---- operands that move

    /** A tau of an operand, its termination as a tau, the termination of all, or a visible event. */
    private static List<Process> parallel(
            List<Process> operands,
            int x,
            Function<List<Process>, Process> stays,
            java.util.function.Supplier<List<Process>> visible) {
        return switch (x) {
            case Event.TICK -> operands.stream().allMatch(Process.TERMINATED::equals) ? List.of(Process.TERMINATED) : List.of();
            case Event.TAU -> {
                var targets = new ArrayList<>(oneMoves(operands, Event.TAU, i -> true, stays));
                targets.addAll(oneMoves(operands, Event.TICK, i -> true, stays));
                yield targets;
            }
            default -> visible.get();
        };
    }

    private static List<Process> any(List<Process> operands, int x) {
        return operands.stream().flatMap(operand -> after(operand, x).stream()).toList();
    }

    private static List<Process> oneMoves(
            List<Process> operands, int x, java.util.function.IntPredicate may, Function<List<Process>, Process> stays) {
        return IntStream.range(0, operands.size())
                .filter(may)
                .boxed()
                .flatMap(i -> after(operands.get(i), x).stream().map(p -> stays.apply(changed(operands, i, p))))
                .toList();
    }

    private static List<Process> allMove(List<Process> operands, int x, int[] movers, Function<List<Process>, Process> stays) {
        List<List<Process>> tuples = List.of(operands);
        for (int i : movers) {
            tuples = tuples.stream()
                    .flatMap(tuple -> after(operands.get(i), x).stream().map(p -> changed(tuple, i, p)))
                    .toList();
        }
        return each(tuples, stays);
    }

    private static int[] everybody(List<Process> operands) {
        return IntStream.range(0, operands.size()).toArray();
    }

    private static boolean in(int x, EventSet set) {
        return Event.isVisible(x) && set.contains(x);
    }

    private static List<Process> changed(List<Process> operands, int position, Process operand) {
        var result = new ArrayList<>(operands);
        result.set(position, operand);
        return List.copyOf(result);
    }

    private static List<Process> plus(Process one, List<Process> more) {
        var result = new ArrayList<>(more);
        result.add(one);
        return result;
    }

    private static <P> List<Process> each(List<P> terms, Function<P, Process> build) {
        return terms.stream().map(build).toList();
    }
}
