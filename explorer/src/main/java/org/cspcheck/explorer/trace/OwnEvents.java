package org.cspcheck.explorer.trace;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.source.SpecificationException;

/** Which visible events a process may ever perform, or a few more; unknown for one with many states. */
final class OwnEvents {
    private static final int MOST_STATES = 20_000;

    private final FiringRules rules;
    private final Budget budget;

    OwnEvents(FiringRules rules, Budget budget) {
        this.rules = rules;
        this.budget = budget;
    }

    /** {@return the events of a settled process} */
    Optional<BitSet> of(Process process) {
        return switch (process) {
            case Process.InterfaceParallel parallel -> union(parallel.operands());
            case Process.AlphabetisedParallel parallel -> {
                var events = new BitSet();
                for (int i = 0; i < parallel.operands().size(); i++) {
                    EventSet alphabet = parallel.alphabets().get(i);
                    Optional<BitSet> own = of(parallel.operands().get(i));
                    if (own.isEmpty()) {
                        yield Optional.empty();
                    }
                    own.get().stream().filter(alphabet::contains).forEach(events::set);
                }
                yield Optional.of(events);
            }
            case Process.Hide(Process inner, EventSet hidden) -> of(inner).map(events -> {
                var left = new BitSet();
                events.stream().filter(event -> !hidden.contains(event)).forEach(left::set);
                return left;
            });
            default -> explored(process);
        };
    }

    private Optional<BitSet> union(List<Process> operands) {
        var events = new BitSet();
        for (Process operand : operands) {
            Optional<BitSet> own = of(operand);
            if (own.isEmpty()) {
                return own;
            }
            events.or(own.get());
        }
        return Optional.of(events);
    }

    private Optional<BitSet> explored(Process start) {
        var events = new BitSet();
        Set<Process> seen = new HashSet<>(Set.of(start));
        var open = new ArrayDeque<>(seen);
        try {
            while (!open.isEmpty()) {
                for (Step step : rules.steps(open.remove())) {
                    if (Event.isVisible(step.event())) {
                        events.set(step.event());
                    }
                    if (seen.add(step.target())) {
                        open.add(step.target());
                    }
                }
                if (seen.size() > MOST_STATES) {
                    return Optional.empty();
                }
                budget.pulse();
            }
        } catch (SpecificationException elsewhere) {
            return Optional.empty(); // the log may never get there
        }
        return Optional.of(events);
    }
}
