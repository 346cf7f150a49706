package org.cspcheck.explorer.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cspcheck.explorer.normal.NormalForm;
import org.cspcheck.model.process.Process;

/** Says why an event is refused, or an offer is too small, and has it replayed. */
final class Refusals {
    private static final String MISSING = "events are missing before it";

    /** Refusals of one specification that are explained and replayed; after that it is the specification that is wrong, or the log of another. */
    static final int MOST_EXPLAINED = 1_000;

    private static final String ENOUGH = MOST_EXPLAINED + " refusals were replayed before";

    private Refusals() {}

    static Refusal of(Session session, int event, long place) {
        TraceVerifier verifier = session.verifier();
        var refusers = new ArrayList<Refusal.Refuser>();
        Optional<String> unreplayed = Optional.empty();
        boolean explained = verifier.explains();
        for (int party : verifier.parties(event)) {
            Monitor monitor = verifier.monitor(party);
            if (monitor.after(session.node(party), event) == NormalForm.NONE) {
                Refusal.Refuser refuser = explained ? standing(session, party) : standing(session, party, Optional.empty());
                Optional<List<Integer>> trace = refuser.path().or(() -> recorded(session, party));
                Optional<String> why = !explained ? Optional.of(ENOUGH) : trace.isEmpty() ? Optional.of(unknown(session, monitor.name()))
                        : Replay.refuses(monitor.name(), monitor.process(), trace.get(), event, verifier.budget());
                unreplayed = unreplayed.or(() -> why);
                refusers.add(refuser);
            }
        }
        return new Refusal(event, session.events() + 1, place, session.allowed(), List.copyOf(refusers), session.recent(), unreplayed);
    }

    /** {@return where a process stands} */
    static Refusal.Refuser standing(Session session, int party) {
        TraceVerifier verifier = session.verifier();
        Optional<List<Integer>> path = session.hasGaps() ? Optional.empty() : Shortest.trace(verifier.monitor(party), session.node(party), verifier::knows);
        return standing(session, party, path);
    }

    private static Refusal.Refuser standing(Session session, int party, Optional<List<Integer>> path) {
        TraceVerifier verifier = session.verifier();
        Monitor monitor = verifier.monitor(party);
        int[] offered = IntStream.of(monitor.form().initials(session.node(party))).filter(verifier::knows).toArray();
        return new Refusal.Refuser(monitor.name(), offered, session.causes(party), path);
    }

    /** {@return why it was not replayed that this process, or all together (-1), may not come to rest with these events; empty if it was} */
    static Optional<String> offers(Session session, int party, int[] events) {
        TraceVerifier verifier = session.verifier();
        String name = party < 0 ? "the specification" : verifier.monitor(party).name();
        Process process = party < 0 ? verifier.specification() : verifier.monitor(party).process();
        int followed = verifier.all().size() == 1 ? 0 : party;
        Optional<List<Integer>> path = followed < 0 ? Optional.empty() : standing(session, followed).path();
        Optional<List<Integer>> trace = path.or(() -> recorded(session, party));
        return trace.isEmpty() ? Optional.of(unknown(session, name)) : Replay.offersMore(name, process, trace.get(), events, verifier.budget());
    }

    /** What the log has of a process's events, or of all, if it is all there. */
    private static Optional<List<Integer>> recorded(Session session, int party) {
        boolean whole = !session.hasGaps() && session.recent().size() == session.events();
        return !whole ? Optional.empty() : Optional.of(session.recent().stream()
                .map(Refusal.Seen::event)
                .filter(event -> party < 0 || IntStream.of(session.verifier().parties(event)).anyMatch(other -> other == party))
                .toList());
    }

    private static String unknown(Session session, String name) {
        return session.hasGaps() ? MISSING : "not all events before it are kept, and no other trace that leads " + name + " there was found within reason";
    }
}
