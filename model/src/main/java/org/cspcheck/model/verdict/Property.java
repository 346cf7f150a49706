package org.cspcheck.model.verdict;

import java.util.List;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;

/** What can be asked about a process. */
public sealed interface Property {
    /** {@code P :[deadlock free [M]]}: no stable state without any event; in FD no divergence either. Termination is no deadlock. */
    record DeadlockFree(SemanticModel model) implements Property {}

    /** {@code P :[divergence free]}: no reachable cycle of internal steps. */
    record DivergenceFree() implements Property {}

    /** {@code P :[deterministic [M]]}: no event can be both performed and refused after one trace; in FD no divergence. */
    record Deterministic(SemanticModel model) implements Property {}

    /** {@code specification [M= P}. */
    record Refines(Process specification, SemanticModel model) implements Property {}

    /** {@code P :[has trace [M]]: <a,b>}: the trace exists; in F it cannot be refused at any step, in FD also without divergence. */
    record HasTrace(List<Integer> trace, SemanticModel model) implements Property {}

    /**
     * {@code can: <a,b>}: some run has this trace; {@code can: a}: some run performs the event.
     *
     * @param fromStart whether it is a trace; else it is one event, and anything may come before
     */
    record Can(List<Integer> trace, boolean fromStart) implements Property {}

    /**
     * {@code never: A}: no run performs an event of the set.
     *
     * @param fault what a run is that does: a forbidden event, or an exception
     */
    record Never(EventSet events, Counterexample.Kind fault) implements Property {
        public Never(EventSet events) {
            this(events, Counterexample.Kind.FORBIDDEN_EVENT);
        }
    }

    /** The events that a log records are a trace of the process. Decided by whoever reads the log, never by a search. */
    record Records(String log) implements Property {}

    /** {@return the word for this kind of check in reports} */
    default String kind() {
        return switch (this) {
            case DeadlockFree p -> "deadlock-free";
            case DivergenceFree p -> "divergence-free";
            case Deterministic p -> "deterministic";
            case Refines p -> "refinement";
            case HasTrace p -> "has-trace";
            case Can p -> "can";
            case Never p -> "never";
            case Records p -> "trace";
        };
    }
}
