package org.cspcheck.explorer.reference;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cspcheck.explorer.reference.Determinised.Node;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;

/** Decides properties of determinised processes by looking at every node: no search order, no reduction, no counterexample. */
final class ReferenceChecker {
    private ReferenceChecker() {}

    /** {@return whether the process has the property; specifications step by the operator table} */
    static boolean has(Determinised process, Property property, boolean terminationIsDeadlock) {
        return switch (property) {
            case Property.DeadlockFree(SemanticModel model) -> isDeadlockFree(process, model, terminationIsDeadlock);
            case Property.DivergenceFree() -> isDivergenceFree(process);
            case Property.Deterministic(SemanticModel model) -> isDeterministic(process, model);
            case Property.Refines(Process specification, SemanticModel model) ->
                refines(Determinised.of(TransitionSystem.byOperatorTable(specification)), process, model);
            case Property.HasTrace(List<Integer> trace, SemanticModel model) -> hasTrace(process, trace, model);
            case Property.Can(List<Integer> trace, boolean fromStart) ->
                fromStart ? hasTrace(process, trace, SemanticModel.T) : !never(process, EventSet.of(trace.getFirst()));
            case Property.Never p -> never(process, p.events());
            case Property.Records p -> throw new IllegalArgumentException("no question about a process alone");
        };
    }

    /** {@return whether every behaviour of {@code implementation} is one of {@code specification}} */
    static boolean refines(Determinised specification, Determinised implementation, SemanticModel model) {
        record Pair(int specification, int implementation) {}
        Set<Pair> seen = new HashSet<>(Set.of(new Pair(0, 0)));
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Pair pair = open.poll();
            Node allowed = specification.nodes().get(pair.specification);
            Node actual = implementation.nodes().get(pair.implementation);
            if (model == SemanticModel.FD && allowed.diverges()) {
                continue;
            }
            boolean diverges = model == SemanticModel.FD && actual.diverges();
            boolean refuses = model != SemanticModel.T && (actual.refusals() & ~allowed.refusals()) != 0;
            if (diverges || refuses || !allowed.after().keySet().containsAll(actual.after().keySet())) {
                return false;
            }
            actual.after().forEach((event, next) -> {
                Pair after = new Pair(allowed.after().get(event), next);
                if (seen.add(after)) {
                    open.add(after);
                }
            });
        }
        return true;
    }

    static boolean equivalent(Determinised some, Determinised other, SemanticModel model) {
        return refines(some, other, model) && refines(other, some, model);
    }

    static boolean isDivergenceFree(Determinised process) {
        return process.nodes().stream().noneMatch(Node::diverges);
    }

    /** {@return whether no run performs an event of the set} */
    private static boolean never(Determinised process, EventSet events) {
        return process.nodes().stream()
                .noneMatch(node -> node.after().keySet().stream().anyMatch(e -> Event.isVisible(e) && events.contains(e)));
    }

    /** What is left after a tick is no deadlock, unless it is to be one. */
    static boolean isDeadlockFree(Determinised process, SemanticModel model, boolean terminationIsDeadlock) {
        var afterTick = new HashSet<Integer>();
        process.nodes().forEach(node -> {
            if (node.after().containsKey(Event.TICK)) {
                afterTick.add(node.after().get(Event.TICK));
            }
        });
        for (int i = 0; i < process.nodes().size(); i++) {
            if (process.nodes().get(i).acceptances().contains(0) && (terminationIsDeadlock || !afterTick.contains(i))) {
                return false;
            }
        }
        return model != SemanticModel.FD || isDivergenceFree(process);
    }

    /** No event, the tick included, both happens and is refused after one trace. */
    static boolean isDeterministic(Determinised process, SemanticModel model) {
        for (Node node : process.nodes()) {
            for (int event : node.after().keySet()) {
                if (Refusals.contains(node.refusals(), Refusals.bit(event))) {
                    return false;
                }
            }
        }
        return model != SemanticModel.FD || isDivergenceFree(process);
    }

    /** The trace exists; in F no event of it can be refused where it is due, in FD no divergence comes before its end or there. */
    static boolean hasTrace(Determinised process, List<Integer> trace, SemanticModel model) {
        Node node = process.nodes().getFirst();
        for (int event : trace) {
            boolean refused = model != SemanticModel.T && Refusals.contains(node.refusals(), Refusals.bit(event));
            if (refused || model == SemanticModel.FD && node.diverges() || !node.after().containsKey(event)) {
                return false;
            }
            node = process.nodes().get(node.after().get(event));
        }
        return model != SemanticModel.FD || !node.diverges();
    }
}
