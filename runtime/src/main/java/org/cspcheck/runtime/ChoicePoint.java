package org.cspcheck.runtime;

import java.util.List;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;

/** A moment at which something has to be decided, one of one or more alternatives. */
public sealed interface ChoicePoint {
    /** {@return how many alternatives there are, at least one} */
    int alternatives();

    /** Which of its steps a term takes. */
    record NextStep(Process process, List<Step> steps) implements ChoicePoint {
        @Override
        public int alternatives() {
            return steps.size();
        }
    }
}
