package org.cspcheck.explorer.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cspcheck.explorer.normal.NormalForm;

/** Says why an event is refused. */
final class Refusals {
    private Refusals() {}

    static Refusal of(Session session, int event, long place) {
        TraceVerifier verifier = session.verifier();
        var refusers = new ArrayList<Refusal.Refuser>();
        for (int party : verifier.parties(event)) {
            Monitor monitor = verifier.monitor(party);
            NormalForm form = monitor.form();
            int node = session.node(party);
            if (form.after(node, event) == NormalForm.NONE) {
                int[] offered = IntStream.of(form.initials(node)).filter(verifier::knows).toArray();
                Optional<List<Integer>> path = session.hasGaps() ? Optional.empty() : Shortest.trace(monitor, node, verifier::knows);
                refusers.add(new Refusal.Refuser(monitor.name(), offered, session.causes(party), path));
            }
        }
        return new Refusal(event, session.events() + 1, place, session.allowed(), List.copyOf(refusers), session.recent());
    }
}
