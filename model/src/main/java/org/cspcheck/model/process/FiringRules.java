package org.cspcheck.model.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process.*;

/**
 * The operational semantics: what each process can do next.
 *
 * <p>The whole table stands in this one file: one method for each operator, in the order of {@link Process}. The rules are those of Roscoe, <i>Understanding Concurrent Systems</i>,
 * chapter 9, with distributed termination as in FDR: an operand's tick becomes a tau of the parallel, which ticks when all operands have
 * terminated. All steps of a process are listed in a fixed order, that of its operands.
 *
 * <p>Processes given here are <em>settled</em> (see {@link Settling}), and so are the targets of the steps. The steps of operands are
 * remembered, those of the whole are not: a search visits each whole state once, but meets the same operands again and again. Not safe for
 * use by several threads.
 */
public final class FiringRules {
    private static final int REMEMBERED = 1 << 20;
    private static final int MOST_ALPHABETS = 1 << 10;

    private final Settling settling = new Settling();
    private final ChaseOrder chaseOrder = new ChaseOrder(this::of);
    private final Map<Process, Derived> remembered = new HashMap<>();
    private final Map<Process, Derived> inHand = new IdentityHashMap<>();

    /** For the alphabets of a parallel, which all its states share, and an event: the operands that have it. */
    private final Map<List<EventSet>, Map<Integer, int[]>> partners = new IdentityHashMap<>();

    /** {@return the process with every call unfolded that its first steps depend on} */
    public Process settle(Process process) {
        return settling.settle(process);
    }

    /** {@return all steps of a settled process} */
    public List<Step> steps(Process process) {
        try {
            return derived(process);
        } finally {
            if (!inHand.isEmpty()) {
                inHand.clear();
            }
        }
    }

    /** {@return all steps of a settled process in the order in which {@code chase} takes them: that of the processes that take part} */
    public List<Step> inOrder(Process process) {
        try {
            return chaseOrder.sorted(process, derived(process));
        } finally {
            inHand.clear();
        }
    }

    private List<Step> derived(Process process) {
        return switch (process) {
            case Stop() -> List.of();
            case Skip() -> List.of(Step.of(Event.TICK, Process.TERMINATED));
            case Terminated() -> List.of();
            case Diverge() -> List.of(Step.of(Event.TAU, process));
            case Prefix prefix -> prefix(prefix);
            case Run(EventSet events) -> run(process, events);
            case Chaos(EventSet events) -> chaos(process, events);
            case ExternalChoice(List<Process> operands) -> externalChoice(operands);
            case InternalChoice(List<Process> operands) -> internalChoice(operands);
            case SlidingChoice choice -> slidingChoice(choice);
            case SynchronisingChoice choice -> synchronisingChoice(choice);
            case SequentialComposition composition -> sequentialComposition(composition);
            case Interrupt interrupt -> interrupt(interrupt);
            case SynchronisingInterrupt interrupt -> synchronisingInterrupt(interrupt);
            case Throw thrown -> throwing(thrown);
            case InterfaceParallel parallel -> interfaceParallel(parallel);
            case AlphabetisedParallel parallel -> alphabetisedParallel(parallel);
            case LinkedParallel parallel -> linkedParallel(parallel);
            case Hide hide -> hide(hide);
            case Rename rename -> rename(rename);
            case Prioritise prioritise -> prioritise(prioritise);
            case Chase chase -> chase(chase);
            case Timed timed -> timed(timed);
            case Foreign foreign -> foreign(foreign);
            case Compress compress -> throw new IllegalArgumentException("not settled: " + compress.compression());
            case Call call -> throw new IllegalArgumentException("not settled: " + call.body().name());
        };
    }

    /**
     * A parallel's own operands are remembered for good. To look up the parallel itself would cost more than to step it again, so it is
     * remembered by identity, and only while the steps of one whole are found: a rule asks for its operands several times, and in a deep
     * nest of parallels that would multiply.
     */
    private Derived operand(Process operand) {
        if (isComposed(operand)) {
            Derived steps = inHand.get(operand);
            if (steps == null) {
                steps = new Derived(derived(operand));
                inHand.put(operand, steps);
            }
            return steps;
        }
        Derived known = remembered.get(operand);
        if (known == null) {
            known = new Derived(derived(operand));
            if (remembered.size() >= REMEMBERED) {
                remembered.clear();
            }
            remembered.put(operand, known);
        }
        return known;
    }

    private List<Step> of(Process operand) {
        return operand(operand).steps();
    }

    private static boolean isComposed(Process process) {
        return switch (process) {
            case InterfaceParallel p -> true;
            case AlphabetisedParallel p -> true;
            case LinkedParallel p -> true;
            case Hide p -> isComposed(p.process());
            case Rename p -> isComposed(p.process());
            case Prioritise p -> isComposed(p.process());
            case Timed p -> isComposed(p.process());
            default -> false;
        };
    }

    /** {@code (x -> P) -x-> P}. */
    private List<Step> prefix(Prefix prefix) {
        List<Menu.Branch> branches = prefix.menu().branches();
        var steps = new ArrayList<Step>(branches.size());
        for (Menu.Branch branch : branches) {
            steps.add(Step.of(branch.event(), settle(branch.next())));
        }
        return steps;
    }

    /** {@code RUN(A) -x-> RUN(A)} for x in A. */
    private List<Step> run(Process self, EventSet events) {
        var steps = new ArrayList<Step>();
        for (int event : events.members()) {
            steps.add(Step.of(event, self));
        }
        return steps;
    }

    /** {@code CHAOS(A)} runs as {@code RUN(A)}, and {@code CHAOS(A) -t-> STOP}. */
    private List<Step> chaos(Process self, EventSet events) {
        List<Step> steps = run(self, events);
        steps.add(Step.of(Event.TAU, Process.STOP));
        return steps;
    }

    /** t of an operand keeps the choice; x and k resolve it. */
    private List<Step> externalChoice(List<Process> operands) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < operands.size(); i++) {
            Process operand = operands.get(i);
            for (Step step : operand instanceof Prefix prefix ? prefix(prefix) : of(operand)) {
                Process target = step.isTau() ? new ExternalChoice(replace(operands, i, step.target())) : step.target();
                steps.add(Step.from(step.event(), target, i, step));
            }
        }
        return steps;
    }

    /** One t to each operand. */
    private List<Step> internalChoice(List<Process> operands) {
        var steps = new ArrayList<Step>(operands.size());
        for (Process operand : operands) {
            steps.add(Step.of(Event.TAU, settle(operand)));
        }
        return steps;
    }

    /** t to the second at any time; t of the first stays inside, x and k of the first resolve. */
    private List<Step> slidingChoice(SlidingChoice choice) {
        var steps = new ArrayList<Step>();
        for (Step step : of(choice.first())) {
            Process target = step.isTau() ? new SlidingChoice(step.target(), choice.second()) : step.target();
            steps.add(Step.from(step.event(), target, 0, step));
        }
        steps.add(Step.of(Event.TAU, settle(choice.second())));
        return steps;
    }

    /** t stays; x outside A and k resolve; x in A needs all operands and does not resolve. */
    private List<Step> synchronisingChoice(SynchronisingChoice choice) {
        List<Process> operands = choice.operands();
        var steps = new ArrayList<Step>();
        for (int i = 0; i < operands.size(); i++) {
            for (Step step : of(operands.get(i))) {
                if (step.isTau()) {
                    Process target = new SynchronisingChoice(replace(operands, i, step.target()), choice.together());
                    steps.add(Step.from(Event.TAU, target, i, step));
                } else if (!together(step.event(), choice.together())) {
                    steps.add(Step.from(step.event(), step.target(), i, step));
                }
            }
        }
        agree(operands, choice.together(), steps, moved -> new SynchronisingChoice(moved, choice.together()));
        return steps;
    }

    /** t and x of the first stay; its k becomes t to the second. */
    private List<Step> sequentialComposition(SequentialComposition composition) {
        var steps = new ArrayList<Step>();
        for (Step step : of(composition.first())) {
            if (step.isTick()) {
                steps.add(Step.from(Event.TAU, settle(composition.second()), 0, step));
            } else {
                steps.add(Step.from(step.event(), new SequentialComposition(step.target(), composition.second()), 0, step));
            }
        }
        return steps;
    }

    /** t of either stays; x of the first stays, x of the second takes over; k of either terminates. */
    private List<Step> interrupt(Interrupt interrupt) {
        Process first = interrupt.first();
        Process second = interrupt.second();
        var steps = new ArrayList<Step>();
        for (Step step : of(first)) {
            Process target = step.isTick() ? step.target() : new Interrupt(step.target(), second);
            steps.add(Step.from(step.event(), target, 0, step));
        }
        for (Step step : of(second)) {
            Process target = step.isTau() ? new Interrupt(first, step.target()) : step.target();
            steps.add(Step.from(step.event(), target, 1, step));
        }
        return steps;
    }

    /** As interrupt, but x in A needs both and interrupts nothing. */
    private List<Step> synchronisingInterrupt(SynchronisingInterrupt interrupt) {
        Process first = interrupt.first();
        Process second = interrupt.second();
        EventSet together = interrupt.together();
        var steps = new ArrayList<Step>();
        for (Step step : of(first)) {
            if (!together(step.event(), together)) {
                Process target = step.isTick() ? step.target() : new SynchronisingInterrupt(step.target(), together, second);
                steps.add(Step.from(step.event(), target, 0, step));
            }
        }
        for (Step step : of(second)) {
            if (!together(step.event(), together)) {
                Process target = step.isTau() ? new SynchronisingInterrupt(first, together, step.target()) : step.target();
                steps.add(Step.from(step.event(), target, 1, step));
            }
        }
        agree(List.of(first, second), together, steps, both -> new SynchronisingInterrupt(both.get(0), together, both.get(1)));
        return steps;
    }

    /** x of the first in A hands over; other x and t stay; k terminates. */
    private List<Step> throwing(Throw thrown) {
        var steps = new ArrayList<Step>();
        for (Step step : of(thrown.first())) {
            Process target;
            if (step.isTick()) {
                target = step.target();
            } else if (together(step.event(), thrown.thrown())) {
                target = settle(thrown.handler());
            } else {
                target = new Throw(step.target(), thrown.thrown(), thrown.handler());
            }
            steps.add(Step.from(step.event(), target, 0, step));
        }
        return steps;
    }

    /** x in A needs all operands, time only those that have not terminated; other x and t are one operand's own; terminates when all have. */
    private List<Step> interfaceParallel(InterfaceParallel parallel) {
        List<Process> operands = parallel.operands();
        EventSet together = parallel.together();
        UnaryListOperator rebuild = moved -> new InterfaceParallel(moved, together);
        List<Step> steps = alone(operands, rebuild, (operand, event) -> !together.contains(event));
        agree(operands, together, steps, rebuild);
        return steps;
    }

    /** x needs every operand that has it in its alphabet, and is blocked outside them; terminates when all have. */
    private List<Step> alphabetisedParallel(AlphabetisedParallel parallel) {
        List<Process> operands = parallel.operands();
        List<EventSet> alphabets = parallel.alphabets();
        UnaryListOperator rebuild = moved -> new AlphabetisedParallel(moved, alphabets);
        List<Step> steps = alone(operands, rebuild, (operand, event) -> false);
        Map<Integer, int[]> known = partners(alphabets);
        for (int i = 0; i < operands.size(); i++) {
            for (int event : operand(operands.get(i)).visibleEvents()) {
                int[] all = known.computeIfAbsent(event, x -> partners(alphabets, x));
                int[] sharing = alphabets.get(i).passes(event) ? living(operands, all) : all;
                if (sharing.length > 0 && sharing[0] == i) {
                    agree(operands, sharing, event, steps, rebuild);
                }
            }
        }
        return steps;
    }

    private Map<Integer, int[]> partners(List<EventSet> alphabets) {
        if (partners.size() >= MOST_ALPHABETS) {
            partners.clear();
        }
        return partners.computeIfAbsent(alphabets, x -> new HashMap<>());
    }

    private static int[] partners(List<EventSet> alphabets, int event) {
        int[] partners = new int[alphabets.size()];
        int count = 0;
        for (int i = 0; i < partners.length; i++) {
            if (alphabets.get(i).contains(event)) {
                partners[count++] = i;
            }
        }
        return Arrays.copyOf(partners, count);
    }

    /** A linked pair moves together, as t; every event that is not linked, and t, are one operand's own; terminates when both have. */
    private List<Step> linkedParallel(LinkedParallel parallel) {
        List<Process> operands = List.of(parallel.left(), parallel.right());
        var links = parallel.links();
        UnaryListOperator rebuild = moved -> new LinkedParallel(moved.get(0), moved.get(1), links);
        List<Step> steps = alone(
                operands, rebuild, (operand, event) -> operand == 0 ? !links.linksLeft(event) : !links.linksRight(event));
        for (Step left : of(parallel.left())) {
            for (Step right : of(parallel.right())) {
                if (links.links(left.event(), right.event())) {
                    Process target = new LinkedParallel(left.target(), right.target(), links);
                    steps.add(new Step(Event.TAU, target, List.of(new Step.Premise(0, left), new Step.Premise(1, right))));
                }
            }
        }
        return steps;
    }

    /** x in A becomes t; the rest stays. */
    private List<Step> hide(Hide hide) {
        return relabel(hide.process(), event -> new int[] {hide.hidden().contains(event) ? Event.TAU : event}, inner ->
                Process.hide(inner, hide.hidden()));
    }

    /** x becomes each of its images; t and k stay. */
    private List<Step> rename(Rename rename) {
        return relabel(rename.process(), rename.renaming()::images, inner -> new Rename(inner, rename.renaming()));
    }

    /** A step stays unless one that beats it is possible. */
    private List<Step> prioritise(Prioritise prioritise) {
        List<Step> inner = of(prioritise.process());
        var steps = new ArrayList<Step>();
        for (Step step : inner) {
            if (inner.stream().noneMatch(other -> prioritise.order().beats(other.event(), step.event()))) {
                Process target = step.isTick() ? step.target() : new Prioritise(step.target(), prioritise.order());
                steps.add(Step.from(step.event(), target, 0, step));
            }
        }
        return steps;
    }

    /** The first t, if there is one, instead of everything else; t behind a step are taken along with it. {@link ChaseOrder} says which is the first. */
    private List<Step> chase(Chase chase) {
        List<Step> inner = derived(chase.process());
        Optional<Step> first = chaseOrder.first(chase.process(), inner);
        return first.map(List::of).orElse(inner).stream()
                .map(step -> Step.from(step.event(), step.isTick() ? step.target() : new Chase(chased(step.target())), 0, step))
                .toList();
    }

    /** Where the first t, over and over, lead: a stable process, or one on a cycle. */
    private Process chased(Process process) {
        var met = new HashSet<Process>();
        Process at = process;
        while (met.add(at)) {
            Optional<Step> first = chaseOrder.first(at, derived(at));
            if (first.isEmpty()) {
                return at;
            }
            at = first.get().target();
        }
        return at;
    }

    /** As {@link VirtualTime} says which. */
    private List<Step> timed(Timed timed) {
        return VirtualTime.steps(timed, this::of);
    }

    /** What the code says. */
    private List<Step> foreign(Foreign foreign) {
        return foreign.state().moves().stream()
                .map(move -> new Step(move.event(), settle(move.next()), List.of(), move.due()))
                .toList();
    }

    // ---- what several operators share

    /** Rebuilds an operator around its operands after a step. */
    private interface UnaryListOperator extends Function<List<Process>, Process> {}

    /** Whether an operand may perform a visible event without the others. */
    private interface OwnEvents {
        boolean owns(int operand, int event);
    }

    /** What each operand of a parallel does alone, and distributed termination. */
    private List<Step> alone(List<Process> operands, UnaryListOperator rebuild, OwnEvents own) {
        var steps = new ArrayList<Step>();
        boolean terminated = true;
        for (int i = 0; i < operands.size(); i++) {
            terminated &= operands.get(i) instanceof Terminated;
            for (Step step : of(operands.get(i))) {
                if (!Event.isVisible(step.event())) {
                    steps.add(Step.from(Event.TAU, rebuild.apply(replace(operands, i, step.target())), i, step));
                } else if (own.owns(i, step.event())) {
                    steps.add(Step.from(step.event(), rebuild.apply(replace(operands, i, step.target())), i, step));
                }
            }
        }
        if (terminated) {
            steps.add(Step.of(Event.TICK, Process.TERMINATED));
        }
        return steps;
    }

    /** All operands together on each event of {@code together}. */
    private void agree(List<Process> operands, EventSet together, List<Step> steps, UnaryListOperator rebuild) {
        int[] everybody = IntStream.range(0, operands.size()).toArray();
        int[] living = living(operands, everybody);
        if (living.length == 0) {
            return;
        }
        for (int event : operand(operands.get(living[0])).visibleEvents()) {
            if (together.contains(event)) {
                agree(operands, together.passes(event) ? living : everybody, event, steps, rebuild);
            }
        }
    }

    private static int[] living(List<Process> operands, int[] partners) {
        return Arrays.stream(partners).filter(partner -> !(operands.get(partner) instanceof Terminated)).toArray();
    }

    /** The partners together on one event, in every combination of their steps. */
    private void agree(List<Process> operands, int[] partners, int event, List<Step> steps, UnaryListOperator rebuild) {
        combine(operands, partners, 0, event, new Step.Premise[partners.length], premises -> {
            var moved = new ArrayList<>(operands);
            premises.forEach(premise -> moved.set(premise.operand(), premise.step().target()));
            steps.add(new Step(event, rebuild.apply(List.copyOf(moved)), premises));
        });
    }

    private void combine(
            List<Process> operands, int[] partners, int next, int event, Step.Premise[] chosen, Consumer<List<Step.Premise>> each) {
        if (next == partners.length) {
            each.accept(List.of(chosen));
            return;
        }
        for (Step step : operand(operands.get(partners[next])).with(event)) {
            chosen[next] = new Step.Premise(partners[next], step);
            combine(operands, partners, next + 1, event, chosen, each);
        }
    }

    private List<Step> relabel(Process process, Function<Integer, int[]> label, UnaryOperator<Process> rebuild) {
        var steps = new ArrayList<Step>();
        for (Step step : of(process)) {
            if (step.isTick()) {
                steps.add(Step.from(Event.TICK, step.target(), 0, step));
            } else {
                for (int event : step.isTau() ? new int[] {Event.TAU} : label.apply(step.event())) {
                    steps.add(Step.from(event, rebuild.apply(step.target()), 0, step));
                }
            }
        }
        return steps;
    }

    private static boolean together(int event, EventSet set) {
        return Event.isVisible(event) && set.contains(event);
    }

    private static List<Process> replace(List<Process> operands, int position, Process operand) {
        var changed = new ArrayList<>(operands);
        changed.set(position, operand);
        return List.copyOf(changed);
    }
}
