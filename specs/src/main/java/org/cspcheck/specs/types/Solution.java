package org.cspcheck.specs.types;

import org.cspcheck.model.source.Span;

/** What came of a constraint. */
sealed interface Solution {
    Solution DONE = new Done();
    Solution OPEN = new Open();

    /** It holds, and has told all it can tell. */
    record Done() implements Solution {}

    /** It can be decided when more is known. */
    record Open() implements Solution {}

    /** It cannot hold. */
    record Wrong(Mismatch mismatch, Span span) implements Solution {}

    static Solution of(Mismatch mismatch, Span span) {
        return mismatch == null ? DONE : new Wrong(mismatch, span);
    }

    /** {@return what came of {@code constraint}} */
    static Solution of(Constraint constraint) {
        return switch (constraint) {
            case Constraint.Chain chain -> Dots.solve(chain);
            case Constraint.Related related -> Heads.solve(related);
        };
    }
}
