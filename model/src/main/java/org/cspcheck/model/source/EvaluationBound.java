package org.cspcheck.model.source;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Evaluation of what nobody may ever ask for: it is given up after so many steps, so it need not come to an end.
 *
 * <p>A step is a call, an element of a comprehension, or one of a sequence: wherever evaluation may go on for ever
 * ({@link EvaluationInterrupted#poll}). What evaluation remembers stays good when it is given up.
 */
public final class EvaluationBound {
    /** How many threads are bound at the moment: as long as none is, a step costs a look at this. */
    private static final AtomicInteger BOUND = new AtomicInteger();

    private static final ThreadLocal<EvaluationBound> CURRENT = new ThreadLocal<>();

    /** Too much for the bound; it never leaves {@link #within}. */
    private static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exceeded() {
            super("exceeded", null, false, false);
        }
    }

    private long left;

    private EvaluationBound(long left) {
        this.left = left;
    }

    /** {@return what {@code work} gives; empty if it took more than so many steps, or more stack or memory than there is, or failed} */
    public static <T> Optional<T> within(long steps, Supplier<T> work) {
        EvaluationBound outer = CURRENT.get();
        CURRENT.set(new EvaluationBound(steps));
        BOUND.incrementAndGet();
        try {
            return Optional.ofNullable(work.get());
        } catch (EvaluationInterrupted interrupted) {
            throw interrupted;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError unknowable) {
            return Optional.empty();
        } finally {
            BOUND.decrementAndGet();
            CURRENT.set(outer);
        }
    }

    static void step() {
        if (BOUND.get() != 0) {
            EvaluationBound bound = CURRENT.get();
            if (bound != null && --bound.left < 0) {
                throw new Exceeded();
            }
        }
    }
}
