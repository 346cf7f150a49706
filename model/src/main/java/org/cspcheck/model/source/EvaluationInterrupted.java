package org.cspcheck.model.source;

/** The thread that evaluates was interrupted. Evaluation asks wherever it may go on for ever. */
public final class EvaluationInterrupted extends RuntimeException {
    private static final long serialVersionUID = 1;

    private EvaluationInterrupted() {
        super("interrupted", null, false, false);
    }

    /** Goes on, unless the thread was interrupted or has come to its {@link EvaluationBound}. */
    public static void poll() {
        EvaluationBound.step();
        if (Thread.currentThread().isInterrupted()) {
            throw new EvaluationInterrupted();
        }
    }
}
