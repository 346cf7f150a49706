package org.cspcheck.runtime.term;

import java.util.HashMap;
import java.util.Map;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;

/** The states of sequential processes, each found once by the firing rules: a process that cycles is a table after its first round. */
final class Unfolding {
    /** A process over endless data forgets the states behind it. */
    private static final int REMEMBERED = 1 << 16;

    final Alphabet alphabet;
    private final FiringRules rules;
    private final Map<Process, LocalState> known = new HashMap<>();
    private int found;

    Unfolding(FiringRules rules, Alphabet alphabet) {
        this.alphabet = alphabet;
        this.rules = rules;
    }

    LocalState start(Process term) {
        return of(settled(term));
    }

    Process settled(Process term) {
        return rules.settle(term);
    }

    LocalState of(Process settled) {
        LocalState state = known.get(settled);
        if (state == null) {
            if (known.size() >= REMEMBERED) {
                known.clear();
            }
            state = new LocalState(this, found++, settled, rules.steps(settled));
            known.put(settled, state);
        }
        return state;
    }
}
