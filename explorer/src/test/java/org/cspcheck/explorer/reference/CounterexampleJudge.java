package org.cspcheck.explorer.reference;

import java.util.List;
import java.util.Optional;
import org.cspcheck.explorer.reference.Determinised.Node;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;

/**
 * Whether a counterexample shows what it says, by the reference's idea of the process.
 *
 * @param process what the run is a run of
 * @param specification what it is compared with; null when there is none
 * @param never the events that must not happen; null when there are none
 * @param shortest the steps that it takes; -1 if any number will do
 */
record CounterexampleJudge(Determinised process, Determinised specification, EventSet never, int shortest) {
    static CounterexampleJudge of(Property property, Process subject, Determinised process, boolean terminationIsDeadlock) {
        return switch (property) {
            case Property.Refines(Process term, SemanticModel model) -> {
                Determinised specification = Determinised.of(TransitionSystem.byOperatorTable(term));
                int steps = model == SemanticModel.FD
                        ? -1
                        : Shortest.toViolation(TransitionSystem.byFiringRules(subject), specification, model);
                yield new CounterexampleJudge(process, specification, null, steps);
            }
            case Property.DeadlockFree(SemanticModel model) -> {
                boolean nearest = model == SemanticModel.F && !terminationIsDeadlock;
                int steps = nearest ? Shortest.toDeadlock(TransitionSystem.byFiringRules(subject)) : -1;
                yield new CounterexampleJudge(process, null, null, steps);
            }
            case Property.Never p -> new CounterexampleJudge(process, null, p.events(), -1);
            case Property.DivergenceFree p -> new CounterexampleJudge(process, null, null, -1);
            case Property.Deterministic p -> new CounterexampleJudge(process, null, null, -1);
            case Property.HasTrace p -> new CounterexampleJudge(process, null, null, -1);
            case Property.Can p -> new CounterexampleJudge(process, null, null, -1);
            case Property.Records p -> throw new IllegalArgumentException("no question about a process alone");
        };
    }

    /** {@return a judge who does not ask for the shortest run: in a compressed component internal steps are not counted} */
    CounterexampleJudge ofAnyLength() {
        return new CounterexampleJudge(process, specification, never, -1);
    }

    /** {@return what is wrong with the counterexample, if anything is} */
    Optional<String> objection(Optional<Counterexample> counterexample) {
        return counterexample.isEmpty() ? Optional.of("there is no counterexample") : objection(counterexample.get());
    }

    private Optional<String> objection(Counterexample shown) {
        if (shortest >= 0 && shown.steps().size() != shortest) {
            return Optional.of(shortest + " steps would do: " + shown);
        }
        List<Integer> trace = shown.trace().stream().map(CounterexampleJudge::event).toList();
        Node end = follow(process, trace);
        if (end == null) {
            return Optional.of("the run of the counterexample does not exist: " + shown);
        }
        boolean convincing = switch (shown.kind()) {
            case DEADLOCK -> end.acceptances().contains(0);
            case DIVERGENCE -> end.diverges() && (specification == null || !follow(specification, trace).diverges());
            case TRACE -> forbids(trace, shown, end);
            case REFUSAL -> refuses(trace, shown, end);
            case NONDETERMINISM -> {
                int event = event(shown.event().orElseThrow());
                yield end.after().containsKey(event) && Refusals.contains(end.refusals(), Refusals.bit(event));
            }
            case EXCEPTION -> false;
            case NO_SUCH_RUN -> shown.event().isEmpty() || !end.after().containsKey(event(shown.event().get()));
            case FORBIDDEN_EVENT -> {
                int event = event(shown.event().orElseThrow());
                yield never.contains(event) && end.after().containsKey(event);
            }
            case RUN -> false;
        };
        return convincing ? Optional.empty() : Optional.of("the counterexample shows nothing: " + shown);
    }

    /** The last event, whether or not the run shows it, is one that the specification does not have there. */
    private boolean forbids(List<Integer> trace, Counterexample shown, Node end) {
        int event = event(shown.event().orElseThrow());
        Node allowed = follow(specification, trace);
        if (allowed != null) {
            return end.after().containsKey(event) && !allowed.after().containsKey(event);
        }
        List<Integer> before = trace.subList(0, trace.size() - 1);
        Node last = follow(specification, before);
        return last != null && trace.getLast() == event && !last.after().containsKey(event);
    }

    private boolean refuses(List<Integer> trace, Counterexample shown, Node end) {
        if (specification == null) {
            return Refusals.contains(end.refusals(), Refusals.bit(event(shown.event().orElseThrow())));
        }
        int offers = shown.offers().stream().mapToInt(name -> Refusals.bit(event(name))).reduce(0, (x, y) -> x | y);
        Node allowed = follow(specification, trace);
        boolean happens = end.acceptances().contains(offers);
        return allowed != null && happens && (Refusals.offering(offers) & ~allowed.refusals()) != 0;
    }

    private static Node follow(Determinised process, List<Integer> trace) {
        Node node = process.nodes().getFirst();
        for (int event : trace) {
            if (!node.after().containsKey(event)) {
                return null;
            }
            node = process.nodes().get(node.after().get(event));
        }
        return node;
    }

    private static int event(String name) {
        return name.equals("tick") ? Event.TICK : Letters.A + name.charAt(0) - 'a';
    }
}
