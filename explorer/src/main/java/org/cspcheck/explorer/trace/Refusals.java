package org.cspcheck.explorer.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.cspcheck.explorer.check.Answer;
import org.cspcheck.explorer.check.Subject;
import org.cspcheck.explorer.check.TraceCheck;
import org.cspcheck.explorer.normal.NormalForm;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.LimitReached;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.explorer.system.TermSystem;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.SemanticModel;

/** Says why an event is refused. */
final class Refusals {
    private static final Limits REPLAY = new Limits(OptionalLong.of(100_000), OptionalInt.empty(), OptionalLong.empty(), Optional.empty());

    private Refusals() {}

    static Refusal of(Session session, int event, long place) {
        TraceVerifier verifier = session.verifier();
        var refusers = new ArrayList<Refusal.Refuser>();
        for (int party : verifier.parties(event)) {
            Monitor monitor = verifier.monitor(party);
            if (monitor.after(session.node(party), event) == NormalForm.NONE) {
                Refusal.Refuser refuser = standing(session, party);
                refuser.path().ifPresent(trace -> replay(monitor, trace, event));
                refusers.add(refuser);
            }
        }
        return new Refusal(event, session.events() + 1, place, session.allowed(), List.copyOf(refusers), session.recent());
    }

    /** {@return where a process stands} */
    static Refusal.Refuser standing(Session session, int party) {
        TraceVerifier verifier = session.verifier();
        Monitor monitor = verifier.monitor(party);
        int node = session.node(party);
        int[] offered = IntStream.of(monitor.form().initials(node)).filter(verifier::knows).toArray();
        Optional<List<Integer>> path = session.hasGaps() ? Optional.empty() : Shortest.trace(monitor, node, verifier::knows);
        return new Refusal.Refuser(monitor.name(), offered, session.causes(party), path);
    }

    /** By the terms of the process and another search: the path is a trace of it, and goes on with anything but the event. */
    private static void replay(Monitor monitor, List<Integer> path, int event) {
        var longer = new ArrayList<>(path);
        longer.add(event);
        try {
            if (!has(monitor, path) || has(monitor, longer)) {
                throw new IllegalStateException(monitor.name() + " contradicts its trace " + path + " and what follows it, " + event);
            }
        } catch (LimitReached tooMuch) {
            // the path is long or the process large; what was found stands as it is
        }
    }

    private static boolean has(Monitor monitor, List<Integer> trace) {
        var budget = new Budget(REPLAY, Progress.SILENT, () -> false);
        var subject = new Subject(new TermSystem(new FiringRules(), monitor.process()), budget);
        return switch (new TraceCheck(subject, trace).hasTrace(SemanticModel.T)) {
            case Answer.Holds holds -> true;
            case Answer.Fails fails -> false;
        };
    }
}
