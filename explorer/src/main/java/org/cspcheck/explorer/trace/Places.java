package org.cspcheck.explorer.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.model.event.Event;

/**
 * Where sessions stand that have been put away: a number, shared by all that stand at the same place. A session is put away without its last
 * events, and goes on exactly where it stood.
 *
 * <p>Invariant: a place is kept as a session of the verifier, so its nodes are never forgotten, and numbered anew with those of all others.
 */
public final class Places {
    /** There is no room for one more. */
    public static final int NONE = -1;

    private static final int MOST_PLACES = 1 << 16;

    private record Key(List<Integer> nodes, boolean gaps, boolean lost) {}

    private final TraceVerifier verifier;
    private final List<Session> places = new ArrayList<>();
    private final List<Boolean> over = new ArrayList<>();
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final Map<Integer, Boolean> ends = new HashMap<>();
    private int renumberings;

    public Places(TraceVerifier verifier) {
        this.verifier = verifier;
    }

    /** {@return where this session stands, which has not failed; {@link #NONE} if there are too many places} */
    public int of(Session session) {
        if (renumberings != verifier.renumberings()) {
            renumberings = verifier.renumberings();
            numbers.clear();
            for (int place = 0; place < places.size(); place++) {
                numbers.putIfAbsent(key(places.get(place)), place);
            }
        }
        Key key = key(session);
        Integer known = numbers.get(key);
        if (known == null) {
            if (places.size() == MOST_PLACES) {
                return NONE;
            }
            known = places.size();
            places.add(verifier.session(session, session.events()));
            over.add(Arrays.stream(session.allowed()).allMatch(event -> event == Event.TICK));
            numbers.put(key, known);
        }
        return known;
    }

    private static Key key(Session session) {
        return new Key(session.nodes(), session.hasGaps(), session.isLost());
    }

    /** {@return a session that goes on from there, after so many events} */
    public Session session(int place, long events) {
        return verifier.session(places.get(place), events);
    }

    /** {@return whether the specification allows nothing more there, but to terminate} */
    public boolean isOver(int place) {
        return over.get(place);
    }

    /** {@return whether events are missing of the sessions that stand there} */
    public boolean hasGaps(int place) {
        return places.get(place).hasGaps();
    }

    /** {@return whether a run may end there} */
    public boolean mayEnd(int place) {
        return ends.computeIfAbsent(place, p -> places.get(p).mayEnd());
    }
}
