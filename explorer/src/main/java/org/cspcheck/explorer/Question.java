package org.cspcheck.explorer;

import java.util.List;
import java.util.function.Function;
import org.cspcheck.explorer.check.Answer;
import org.cspcheck.explorer.check.DeterminismCheck;
import org.cspcheck.explorer.check.RefinementCheck;
import org.cspcheck.explorer.check.StateCheck;
import org.cspcheck.explorer.check.Subject;
import org.cspcheck.explorer.check.TraceCheck;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;

/**
 * What is asked about a system.
 *
 * @param systems makes one of the specification of a refinement
 */
record Question(Property property, Function<Process, TransitionSystem> systems, Budget budget, boolean terminationIsDeadlock) {
    Answer about(TransitionSystem system) {
        Subject subject = new Subject(system, budget);
        return switch (property) {
            case Property.DeadlockFree(SemanticModel model) ->
                new StateCheck(subject).deadlockFree(model == SemanticModel.FD, terminationIsDeadlock);
            case Property.DivergenceFree() -> new StateCheck(subject).divergenceFree();
            case Property.Deterministic(SemanticModel model) -> new DeterminismCheck(subject, model).deterministic();
            case Property.Refines(Process specification, SemanticModel model) ->
                new RefinementCheck(subject, systems.apply(specification), model).refines();
            case Property.HasTrace(List<Integer> trace, SemanticModel model) -> new TraceCheck(subject, trace).hasTrace(model);
            case Property.Can(List<Integer> trace, boolean fromStart) ->
                !fromStart && trace.size() == 1
                        ? new StateCheck(subject).can(trace.get(0))
                        : new TraceCheck(subject, trace).hasTrace(SemanticModel.T);
            case Property.Never(var events, var fault) -> new StateCheck(subject).never(events, fault);
            case Property.Records p -> throw new IllegalArgumentException("a log is read by a TraceVerifier");
        };
    }

    /** {@return the same about a process that does not diverge} */
    Question withoutDivergence() {
        return property instanceof Property.DeadlockFree
                ? new Question(new Property.DeadlockFree(SemanticModel.F), systems, budget, terminationIsDeadlock)
                : this;
    }
}
