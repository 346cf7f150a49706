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
import org.cspcheck.explorer.search.LimitReached;
import org.cspcheck.explorer.symmetry.SymmetricSystem;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.explorer.vector.VectorSystem;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.verdict.Counterexample.Kind;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Profile.Stage;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;

/**
 * Decides a question with as few states as may be.
 *
 * <p>All states at first: most networks are small, and then the counts are theirs and a counterexample is the shortest. When there turn out to be many,
 * the search begins again with a reduced system, or with the same one in the order in which it is searched faster. What that finds need not be the shortest, so all states are tried once more, up to a higher
 * number. All these numbers are of states, never of time: the answer is the same on every machine.
 */
final class Thrift {
    /** So many states of one word are searched in about a tenth of a second. */
    private static final long FEW = 1 << 18;

    private static final int MORE = 16;

    /** Where nothing is left out the first search is only there for the usual order of steps. */
    private static final int SHORT = 8;

    /** A reduced search costs more for each state; it has to leave out this much. */
    private static final double WORTH = 0.8;

    private final Question question;
    private final Budget budget;
    private final Reduction reduction;

    Thrift(Question question, Budget budget, Reduction reduction) {
        this.question = question;
        this.budget = budget;
        this.reduction = reduction;
    }

    Answer decide(TransitionSystem system) {
        if (reduction == Reduction.SYMMETRY) {
            return question.about(reducing(() -> merged(system)).orElse(system));
        }
        if (!(system instanceof VectorSystem network)) {
            return question.about(system);
        }
        boolean reducible = reduction != Reduction.NONE && isReducible(network);
        if (!reducible && (!isByStates() || !isOrderFree())) {
            return question.about(system); // a specification need not be normalised twice
        }
        long few = Math.max(1, FEW / (system.layout().words() * (long) system.layout().words()));
        if (reducible && reduction == Reduction.ALWAYS) {
            return reduced(network, MORE * few);
        }
        return budget.attempt(reducible ? few : few / SHORT, () -> question.about(system))
                .orElseGet(() -> reducible ? reduced(network, MORE * few) : question.about(network.reversed()));
    }

    /** Whether it does not matter which states come first: a limit of states is about the first in the usual order, a checkpoint about the first search. */
    private boolean isOrderFree() {
        return !budget.limitsStates() && budget.storage().isEmpty();
    }

    /** What is found out about a system before it is searched. */
    private <T> T reducing(Supplier<T> work) {
        try (var _ = budget.stages().enter(Stage.REDUCING)) {
            return work.get();
        }
    }

    /** The system with symmetric states merged, where the question is about states alone and no other process has to be symmetric as well. */
    private Optional<TransitionSystem> merged(TransitionSystem system) {
        Optional<EventSet> watched = switch (question.property()) {
            case Property.DeadlockFree p -> Optional.of(EventSet.EMPTY);
            case Property.DivergenceFree p -> Optional.of(EventSet.EMPTY);
            case Property.Never p -> Optional.of(p.events());
            case Property.Can can -> Optional.of(can).filter(Thrift::isOccurrence).map(c -> EventSet.of(c.trace().get(0)));
            case Property.Deterministic p -> Optional.empty();
            case Property.Refines p -> Optional.empty();
            case Property.HasTrace p -> Optional.empty();
            case Property.Records p -> Optional.empty();
        };
        return watched.isPresent() && system instanceof VectorSystem network
                ? SymmetricSystem.of(network, watched.get()::contains).map(quotient -> quotient)
                : Optional.empty();
    }

    /** Where nothing is silent, all that can be seen is all there is. A limit of depth is about all runs. */
    private boolean isReducible(VectorSystem network) {
        return (isByStates() || network.layout().silent()) && budget.isDeep();
    }

    private boolean isByStates() {
        return switch (question.property()) {
            case Property.DeadlockFree p -> true;
            case Property.DivergenceFree p -> true;
            case Property.Never p -> true;
            case Property.Can p -> isOccurrence(p);
            case Property.Deterministic p -> false;
            case Property.Refines p -> false;
            case Property.HasTrace p -> false;
            case Property.Records p -> false;
        };
    }

    /** Whether it is about an event, whatever comes before: the reduced system has a shortest run to it. */
    private static boolean isOccurrence(Property property) {
        return property instanceof Property.Never || property instanceof Property.Can can && !can.fromStart() && can.trace().size() == 1;
    }

    private Answer reduced(VectorSystem network, long most) {
        ReducedSystem candidate = reducing(() -> ReducedSystem.of(network));
        boolean diverges = reducing(candidate::mayDiverge);
        Aim aim = switch (question.property()) {
            case Property.DeadlockFree(SemanticModel model) when model != SemanticModel.FD || !diverges -> new Aim.Deadlocks();
            case Property.Never p -> new Aim.Occurrence(p.events());
            case Property.Can can when isOccurrence(can) -> new Aim.Occurrence(EventSet.of(can.trace().get(0)));
            case Property other -> new Aim.Behaviour();
        };
        if (question.property() instanceof Property.DivergenceFree && !diverges) {
            return Answer.holds();
        }
        ReducedSystem reduced = candidate.towards(aim);
        if (reduction == Reduction.AUTO && reducing(reduced::share) > WORTH) {
            return question.about(network.reversed());
        }
        return shortest(aim instanceof Aim.Deadlocks ? deadlockFree(reduced, most) : question.about(reduced), network, most);
    }

    /** Where many states are left, a proof that looks at pairs of components is worth trying. */
    private Answer deadlockFree(ReducedSystem system, long most) {
        Supplier<Answer> search = () -> question.withoutDivergence().about(system);
        return budget.attempt(most, search).orElseGet(() -> reducing(system::isNeverStuck) ? Answer.holds() : search.get());
    }

    /** The answer, with a shortest run if one can be found. What is known is told, whatever limit is reached. */
    private Answer shortest(Answer answer, TransitionSystem system, long most) {
        Optional<Evidence> evidence = switch (answer) {
            case Answer.Holds(Optional<Evidence> witness) -> witness;
            case Answer.Fails(Evidence found) -> Optional.of(found);
        };
        if (evidence.isEmpty() || evidence.get().kind() == Kind.NO_SUCH_RUN || isOccurrence(question.property())) {
            return answer;
        }
        Outcome.Statistics explored = budget.explored();
        try {
            Optional<Answer> better = budget.attempt(most, () -> question.about(system));
            if (better.isPresent()) {
                return better.get();
            }
        } catch (LimitReached e) {
            // The answer does not depend on it.
        }
        budget.explored(explored);
        return answer;
    }
}
