package org.cspcheck.explorer;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cspcheck.explorer.Options.Reduction;
import org.cspcheck.explorer.check.Answer;
import org.cspcheck.explorer.check.Evidence;
import org.cspcheck.explorer.reduce.Aim;
import org.cspcheck.explorer.reduce.ReducedSystem;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.explorer.vector.VectorSystem;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.verdict.Counterexample.Kind;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;

/**
 * Decides a question with as few states as may be.
 *
 * <p>All states at first: most networks are small, and then the counts are theirs and a counterexample is the shortest. When there turn out to be many,
 * the search begins again with a reduced system. What that finds need not be the shortest, so all states are tried once more, up to a higher
 * number. All these numbers are of states, never of time: the answer is the same on every machine.
 */
final class Thrift {
    /** So many states of one word are searched in about a tenth of a second. */
    private static final long FEW = 1 << 18;

    private static final int MORE = 16;

    private final Question question;
    private final Budget budget;
    private final Reduction reduction;

    Thrift(Question question, Budget budget, Reduction reduction) {
        this.question = question;
        this.budget = budget;
        this.reduction = reduction;
    }

    Answer decide(TransitionSystem system) {
        if (reduction == Reduction.NONE || !(system instanceof VectorSystem network) || !isReducible(network)) {
            return question.about(system);
        }
        long few = Math.max(1, FEW / (system.layout().words() * (long) system.layout().words()));
        Optional<Answer> plain = reduction == Reduction.ALWAYS ? Optional.empty() : budget.attempt(few, () -> question.about(system));
        return plain.orElseGet(() -> shortest(reduced(ReducedSystem.of(network), MORE * few), system, MORE * few));
    }

    /** Where nothing is silent, all that can be seen is all there is. A limit of depth is about all runs. */
    private boolean isReducible(VectorSystem network) {
        boolean byStates = switch (question.property()) {
            case Property.DeadlockFree p -> true;
            case Property.DivergenceFree p -> true;
            case Property.Never p -> true;
            case Property.Can p -> isOccurrence(p);
            case Property.Deterministic p -> false;
            case Property.Refines p -> false;
            case Property.HasTrace p -> false;
            case Property.Records p -> false;
        };
        return (byStates || network.layout().silent()) && budget.isDeep();
    }

    private static boolean isOccurrence(Property.Can can) {
        return !can.fromStart() && can.trace().size() == 1;
    }

    private Answer reduced(ReducedSystem system, long most) {
        return switch (question.property()) {
            case Property.DeadlockFree(SemanticModel model) ->
                model == SemanticModel.FD && system.mayDiverge()
                        ? question.about(system)
                        : deadlockFree(system, most);
            case Property.DivergenceFree p -> system.mayDiverge() ? question.about(system) : Answer.holds();
            case Property.Never(EventSet events) -> question.about(system.towards(new Aim.Occurrence(events)));
            case Property.Can can ->
                question.about(isOccurrence(can) ? system.towards(new Aim.Occurrence(EventSet.of(can.trace().get(0)))) : system);
            case Property.Deterministic p -> question.about(system);
            case Property.Refines p -> question.about(system);
            case Property.HasTrace p -> question.about(system);
            case Property.Records p -> question.about(system);
        };
    }

    /** Where many states are left, a proof that looks at pairs of components is worth trying. */
    private Answer deadlockFree(ReducedSystem system, long most) {
        Supplier<Answer> search = () -> question.withoutDivergence().about(system.towards(new Aim.Deadlocks()));
        return budget.attempt(most, search).orElseGet(() -> system.isNeverStuck() ? Answer.holds() : search.get());
    }

    private Answer shortest(Answer answer, TransitionSystem system, long most) {
        Optional<Evidence> evidence = switch (answer) {
            case Answer.Holds(Optional<Evidence> witness) -> witness;
            case Answer.Fails(Evidence found) -> Optional.of(found);
        };
        boolean is = evidence.isEmpty() || evidence.get().kind() == Kind.NO_SUCH_RUN || question.property() instanceof Property.Never;
        if (is) {
            return answer;
        }
        Outcome.Statistics explored = budget.explored();
        return budget.attempt(most, () -> question.about(system)).orElseGet(() -> {
            budget.explored(explored);
            return answer;
        });
    }
}
