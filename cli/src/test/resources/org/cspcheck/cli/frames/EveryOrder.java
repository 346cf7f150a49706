package org.cspcheck.examples;

import org.cspcheck.explorer.schedule.Exploration;
import org.cspcheck.explorer.schedule.Exploration.Kind;
import org.cspcheck.explorer.schedule.Schedules;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.runtime.Behaviour;

// The publisher of the examples, with its bug.
class EveryOrder {
    void main() {
        Behaviour network = Publisher.network(false);
// fragment
        if (!(verdict instanceof Verdict.Fails)) {
            throw new AssertionError(verdict);
        }
    }
}
