package org.cspcheck.specs;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.TreeSet;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.source.SpecificationException;

/** Every event that a process can perform by itself, found by running it through all its states when first asked for. */
final class OwnAlphabet implements EventSet {
    private static final int MOST_STATES = 200_000;

    private final Process process;
    private final Span span;
    private EventSet events;
    private SpecificationException fault;

    OwnAlphabet(Process process, Span span) {
        this.process = process;
        this.span = span;
    }

    @Override
    public boolean contains(int event) {
        return events().contains(event);
    }

    @Override
    public int[] members() {
        return events().members();
    }

    private EventSet events() {
        if (fault != null) {
            throw fault;
        }
        if (events == null) {
            try {
                events = EventSet.of(explore().stream().mapToInt(Integer::intValue).toArray());
            } catch (SpecificationException mistake) {
                fault = mistake; // each check asks again
                throw mistake;
            }
        }
        return events;
    }

    private TreeSet<Integer> explore() {
        var rules = new FiringRules();
        var found = new TreeSet<Integer>();
        var seen = new HashSet<Process>();
        var open = new ArrayDeque<Process>();
        Process start = rules.settle(process);
        seen.add(start);
        open.add(start);
        while (!open.isEmpty()) {
            for (Step step : rules.steps(open.poll())) {
                if (Event.isVisible(step.event())) {
                    found.add(step.event());
                }
                if (seen.add(step.target())) {
                    open.add(step.target());
                }
            }
            if (seen.size() > MOST_STATES) {
                throw new SpecificationException(Diagnostic.error(
                                "CSP0705", span, "the alphabet of this process cannot be found: it has more than " + MOST_STATES + " states")
                        .because("without `alphabet:` it is every event that the process can perform, so all its states are visited")
                        .tryThis("give the entry an `alphabet:`, for example {| a, b |}"));
            }
        }
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OwnAlphabet that && process.equals(that.process);
    }

    @Override
    public int hashCode() {
        return process.hashCode();
    }
}
