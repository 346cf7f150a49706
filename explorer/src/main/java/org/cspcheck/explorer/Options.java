package org.cspcheck.explorer;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.cspcheck.explorer.search.disk.Storage;

/**
 * How a check is decided; no option changes a verdict, except that {@code terminationIsDeadlock} changes the question.
 *
 * @param workers threads that search; the answer does not depend on them
 * @param reduction whether states may be left out that cannot change the answer
 * @param terminationIsDeadlock whether a process that has terminated counts as deadlocked
 * @param storage where searches go on when memory is full, and leave checkpoints; empty: nowhere
 * @param clock in nanoseconds, for a profile of each check; empty: there is none
 */
public record Options(int workers, Reduction reduction, boolean terminationIsDeadlock, Optional<Storage> storage, Optional<LongSupplier> clock) {
    /** Whether states may be left out that cannot change the answer. */
    public enum Reduction {
        /** In networks that turn out to be large, and where an assertion asks for it. */
        AUTO,
        NONE,
        /** From the start. */
        ALWAYS,
        /** From the start, and instead of stubborn sets: states that differ only in which of several equal processes does what are one. */
        SYMMETRY
    }

    public Options(int workers, Reduction reduction, boolean terminationIsDeadlock) {
        this(workers, reduction, terminationIsDeadlock, Optional.empty(), Optional.empty());
    }

    /** {@return the same, with storage} */
    public Options on(Storage place) {
        return new Options(workers, reduction, terminationIsDeadlock, Optional.of(place), clock);
    }

    /** {@return the same, with a profile of each check} */
    public Options clocked(LongSupplier nanoseconds) {
        return new Options(workers, reduction, terminationIsDeadlock, storage, Optional.of(nanoseconds));
    }

    public static final Options DEFAULT = new Options(1, Reduction.AUTO, false);
}
