package org.cspcheck.specs.syntax;

import java.util.Optional;
import org.cspcheck.model.source.Span;

/**
 * A claim that can be checked.
 *
 * @param text as it was typed, without {@code assert} and comments, each stretch of white space one blank
 * @param negated {@code assert not}
 * @param priority {@code :[tau priority over]: A}: the events that tau and tick have priority over
 * @param reduction {@code :[partial order reduce]}
 */
public record Assertion(
        Span span, String text, boolean negated, Claim claim, Optional<Expression> priority, Optional<Reduction> reduction) {

    /** What is claimed. */
    public sealed interface Claim {
        /** {@code specification [M= implementation}. */
        record Refinement(Expression specification, Model model, Expression implementation) implements Claim {}

        /** {@code process :[deadlock free [M]]}; FD when no model is written. */
        record DeadlockFree(Expression process, Model model) implements Claim {}

        /** {@code process :[divergence free]}, also written {@code livelock free}; the model makes no difference. */
        record DivergenceFree(Expression process) implements Claim {}

        /** {@code process :[deterministic [M]]}; FD when no model is written. */
        record Deterministic(Expression process, Model model) implements Claim {}

        /** {@code process :[has trace [M]]: trace}; T when no model is written. */
        record HasTrace(Expression process, Model model, Expression trace) implements Claim {}
    }

    /**
     * Traces, stable failures, failures and divergences; and what is read but not checked: revivals and refusal testing, each without
     * and with divergences (Roscoe, <i>Understanding Concurrent Systems</i>, chapter 11).
     */
    public enum Model {
        T,
        F,
        FD,
        V,
        VD,
        R,
        RD
    }

    /** How {@code partial order reduce} was asked for. */
    public enum Reduction {
        UNSPECIFIED,
        PRECISE,
        HYBRID,
        FAST
    }
}
