package org.cspcheck.specs.evaluate;

import org.cspcheck.model.source.EvaluationInterrupted;
import org.cspcheck.model.source.Span;

/** How many calls are open: evaluation that does not end is stopped before the stack does. */
final class CallDepth {
    private static final int DEEPEST = 400_000;

    private int depth;

    void enter(Span call) {
        EvaluationInterrupted.poll();
        if (++depth > DEEPEST) {
            depth = 0;
            throw Faults.tooDeep(call);
        }
    }

    void leave() {
        if (depth > 0) {
            depth--;
        }
    }
}
