package org.cspcheck.explorer.reference;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cspcheck.model.verdict.SemanticModel;

/**
 * The behaviours of a process up to a length: its traces, what may be refused after each, and its shortest divergences.
 *
 * <p>Traces longer than the bound are left out. In the model FD everything below a divergence is left out too, because it says nothing; a
 * divergence itself refuses everything. In the model F there are no divergences, and a trace may have no refusals at all.
 *
 * @param failures the family of refusals after each trace
 * @param divergences the shortest ones
 * @param complete whether no trace was left out for its length
 */
record Denotation(SortedMap<Trace, Integer> failures, Set<Trace> divergences, boolean complete) {
    boolean has(Trace trace) {
        return failures.containsKey(trace);
    }

    int refusals(Trace trace) {
        return failures.getOrDefault(trace, Refusals.NONE);
    }

    boolean divergesAfter(Trace trace) {
        return divergences.contains(trace);
    }

    /**
     * {@return whether every behaviour of {@code other} is one of this} Exact when both are complete; otherwise false is certain and true
     * says that no difference shows within the bound.
     */
    boolean isRefinedBy(Denotation other, SemanticModel model) {
        for (var entry : other.failures.entrySet()) {
            Trace trace = entry.getKey();
            if (!isChaoticAt(trace)) {
                boolean refuses = model != SemanticModel.T && (entry.getValue() & ~refusals(trace)) != 0;
                if (!has(trace) || refuses || other.divergesAfter(trace)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isChaoticAt(Trace trace) {
        return divergences.stream().anyMatch(d -> d.equals(trace) || d.isStrictlyBelow(trace));
    }

    /** {@return whether both have the same behaviours} How they came to be cut does not matter. */
    boolean sameBehaviours(Denotation other) {
        return failures.equals(other.failures) && divergences.equals(other.divergences);
    }

    @Override
    public String toString() {
        return failures.entrySet().stream()
                .map(e -> e.getKey() + (divergesAfter(e.getKey()) ? " diverges" : " refuses " + Refusals.text(e.getValue())))
                .collect(Collectors.joining("\n"));
    }

    /** A process is beyond what the denotational clauses can decide exactly. */
    static final class InexactException extends RuntimeException {
        InexactException(String why) {
            super(why, null, false, false);
        }
    }

    /** Collects the behaviours of one process. */
    static final class Behaviours {
        private static final int LARGEST = 1000;

        private final int bound;
        private final boolean strict;
        private final TreeMap<Trace, Integer> failures = new TreeMap<>();
        private final Set<Trace> divergences = new HashSet<>();
        private boolean complete = true;

        /** @param strict whether divergences count */
        Behaviours(int bound, boolean strict) {
            this.bound = bound;
            this.strict = strict;
        }

        /** Nothing that is made of an incomplete part is complete. */
        Behaviours madeOf(Denotation... parts) {
            for (Denotation part : parts) {
                complete &= part.complete;
            }
            return this;
        }

        void performs(Trace trace) {
            refuses(trace, Refusals.NONE);
        }

        void refuses(Trace trace, int family) {
            if (trace.length() > bound) {
                complete = false;
            } else {
                failures.merge(trace, family, (some, more) -> some | more);
                if (failures.size() > LARGEST) {
                    throw new InexactException("too many traces");
                }
            }
        }

        void diverges(Trace trace) {
            if (strict && trace.length() <= bound) {
                divergences.add(trace);
            }
            performs(trace);
        }

        Denotation denotation() {
            divergences.removeIf(this::isBelowDivergence);
            failures.keySet().removeIf(this::isBelowDivergence);
            divergences.forEach(divergence -> failures.put(divergence, Refusals.ALL));
            requireHealthy();
            return new Denotation(Collections.unmodifiableSortedMap(failures), Set.copyOf(divergences), complete);
        }

        private boolean isBelowDivergence(Trace trace) {
            for (Trace prefix = trace; !prefix.isEmpty(); ) {
                prefix = prefix.butLast();
                if (divergences.contains(prefix)) {
                    return true;
                }
            }
            return false;
        }

        /** Traces are prefix-closed; what can tick can refuse every visible event; nothing diverges after a tick. */
        private void requireHealthy() {
            for (Map.Entry<Trace, Integer> entry : failures.entrySet()) {
                Trace trace = entry.getKey();
                boolean ticksAreSignals = !trace.ticks()
                        || (failures.get(trace.butLast()) & Refusals.WHEN_TICKING) == Refusals.WHEN_TICKING
                                && entry.getValue() == Refusals.ALL
                                && !divergences.contains(trace);
                if (!trace.isEmpty() && !failures.containsKey(trace.butLast()) || !ticksAreSignals) {
                    throw new AssertionError("unhealthy at " + trace + ": " + failures);
                }
            }
        }
    }
}
