package org.cspcheck.explorer.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cspcheck.explorer.normal.Divergences;
import org.cspcheck.explorer.search.Exploration;
import org.cspcheck.explorer.search.Exploration.Finding;
import org.cspcheck.explorer.search.Search;
import org.cspcheck.explorer.system.Quotient;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Counterexample.Kind;

/** Questions that one reachable state decides: deadlock, divergence, an event that may or may not happen. */
public final class StateCheck {
    private final Subject subject;

    public StateCheck(Subject subject) {
        this.subject = subject;
    }

    /** {@return whether no state without any step is reachable, and with {@code strict} no cycle of tau either} */
    public Answer deadlockFree(boolean strict, boolean terminationIsDeadlock) {
        Optional<Divergences> divergences = strict ? subject.divergences() : Optional.empty();
        return unless(divergences.isPresent(), () -> (states, source, steps) -> {
            if (steps.from(source) == steps.to(source)) {
                boolean stuck = terminationIsDeadlock || !isTerminated(states, source * steps.words);
                return stuck ? new Finding(Kind.DEADLOCK, source, Finding.NO_EVENT) : null;
            }
            return divergences.isPresent() ? looping(divergences.get(), states, source, steps) : null;
        });
    }

    private boolean isTerminated(long[] states, int at) {
        return subject.system().describe(states, at) instanceof Process.Terminated;
    }

    /** {@return whether no cycle of tau is reachable} */
    public Answer divergenceFree() {
        Optional<Divergences> divergences = subject.divergences();
        return unless(divergences.isPresent(), () -> (states, source, steps) ->
                divergences.isPresent() ? looping(divergences.get(), states, source, steps) : null);
    }

    private static Finding looping(Divergences divergences, long[] states, int source, Successors steps) {
        return Subject.loops(divergences, states, source, steps) ? new Finding(Kind.DIVERGENCE, source, Finding.NO_EVENT) : null;
    }

    /** {@return whether no run performs an event of the set; one that does is such a fault} */
    public Answer never(EventSet events, Kind fault) {
        return unless(false, () -> performing(fault, new Membership(events)));
    }

    /** {@return whether some run performs the event, at any time} */
    public Answer can(int event) {
        Answer answer = unless(false, () -> performing(Kind.RUN, candidate -> candidate == event));
        return switch (answer) {
            case Answer.Holds absent -> new Answer.Fails(Evidence.of(Kind.NO_SUCH_RUN, List.of(), event));
            case Answer.Fails(Evidence run) -> new Answer.Holds(Optional.of(run));
        };
    }

    private static Subject.Judge performing(Kind kind, java.util.function.IntPredicate wanted) {
        return (states, source, steps) -> {
            for (int k = steps.from(source); k < steps.to(source); k++) {
                if (Event.isVisible(steps.events[k]) && wanted.test(steps.events[k])) {
                    return new Finding(kind, source, steps.events[k]);
                }
            }
            return null;
        };
    }

    private Answer unless(boolean divergences, Supplier<Subject.Judge> judges) {
        Exploration exploration = subject.plain(subject.isInOrder(divergences), judges);
        try (Search search = Search.deciding(exploration, subject.budget())) {
            Optional<Search.Found> found = search.run();
            return found.isEmpty() ? Answer.holds() : new Answer.Fails(evidence(search, found.get(), judges));
        }
    }

    private Evidence evidence(Search search, Search.Found found, Supplier<Subject.Judge> judges) {
        List<Search.Hop> path = search.pathTo(found);
        if (subject.system() instanceof Quotient quotient) {
            var whole = new Subject(quotient.whole(), subject.budget());
            List<Search.Hop> run = Subject.run(quotient, path);
            int event = found.event() == Finding.NO_EVENT ? Finding.NO_EVENT : whole.found(run, judges.get()).event();
            return new StateCheck(whole).evidence(found.kind(), run, event);
        }
        return evidence(found.kind(), path, found.event());
    }

    private Evidence evidence(Kind kind, List<Search.Hop> path, int event) {
        return kind == Kind.RUN
                ? subject.evidence(Kind.RUN, subject.extended(path, event), Finding.NO_EVENT)
                : subject.evidence(kind, path, event);
    }

    /** Membership in an event set, each event asked once. */
    private static final class Membership implements java.util.function.IntPredicate {
        private final EventSet events;
        private static final byte NO = 1;
        private static final byte YES = 2;

        private byte[] known = new byte[64];

        Membership(EventSet events) {
            this.events = events;
        }

        @Override
        public boolean test(int event) {
            if (event >= known.length) {
                known = Arrays.copyOf(known, 2 * event);
            }
            if (known[event] == 0) {
                synchronized (events) { // a set may be evaluated as it is asked, and other workers ask too
                    known[event] = events.contains(event) ? YES : NO;
                }
            }
            return known[event] == YES;
        }
    }
}
