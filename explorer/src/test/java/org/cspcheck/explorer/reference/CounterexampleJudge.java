package org.cspcheck.explorer.reference;

import java.util.List;
import java.util.Optional;
import org.cspcheck.explorer.reference.Determinised.Node;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.SemanticModel;

/**
 * Whether a counterexample shows what it says, by the reference's idea of the process.
 *
 * @param process what the run is a run of
 * @param specification what it is compared with; null when there is none
 * @param model the model of the question; null when there is none
 */
record CounterexampleJudge(Determinised process, Determinised specification, SemanticModel model) {
    /** {@return what is wrong with the counterexample, if anything is} */
    Optional<String> objection(Optional<Counterexample> counterexample) {
        if (counterexample.isEmpty()) {
            return Optional.of("there is no counterexample");
        }
        Counterexample shown = counterexample.get();
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
            case NO_SUCH_RUN -> !end.after().containsKey(event(shown.event().orElseThrow()));
            case FORBIDDEN_EVENT -> false;
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
