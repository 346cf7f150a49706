package org.cspcheck.cli.log;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.cspcheck.explorer.trace.Places;
import org.cspcheck.explorer.trace.Session;
import org.cspcheck.explorer.trace.TraceVerifier;

/**
 * The sessions of a log by their keys, in bounded memory.
 *
 * <p>A few are <em>open</em>: with their last events. The half of them that has been silent longest is put away when there are too many: of those
 * the {@link Register} keeps the key and the place where they stand, and they go on there when they are heard of again. When the register is full, those that are over
 * leave it, and then those that were heard of first. A key that left is kept as some bits of a filter: if it comes again, its session begins as after a
 * gap, because where it stands is not known any more. A key that only looks like one of those gets the same, so a session may become inconclusive and
 * never wrong.
 */
final class Sessions {
    /** How many events are kept of an open session; a power of two. */
    private static final int HISTORY = 1 << 8;

    private static final int OPEN = -2;
    private static final int FAILED = -3;

    /** A failed session of which no more is said. */
    private static final Open OVER = new Open("", null, -1, 0);

    static {
        OVER.failed = true;
    }

    /** One session. */
    static final class Open {
        final String key;
        final Session session;
        private int number;
        private int gaps;
        private long used;
        boolean failed;

        /** @param gaps how many gaps of all sessions it knows */
        Open(String key, Session session, int number, int gaps) {
            this.key = key;
            this.session = session;
            this.number = number;
            this.gaps = gaps;
        }
    }

    private final TraceVerifier verifier;
    private final Places places;
    private final int most;
    private final long room;
    private final BiConsumer<String, Session> left;
    private final SeenBefore before = new SeenBefore();
    private Register register = new Register();
    private Map<Integer, Open> open = new HashMap<>();
    private long clock;
    private long opened;
    private int gaps;

    /**
     * @param most that are open at a time
     * @param room for those that are put away, in bytes
     * @param left is given each session that leaves the register and is not over
     */
    Sessions(TraceVerifier verifier, int most, long room, BiConsumer<String, Session> left) {
        this.verifier = verifier;
        this.places = new Places(verifier);
        this.most = most;
        this.room = room;
        this.left = left;
    }

    /** {@return how many there have been} */
    long count() {
        return opened;
    }

    /** {@return the session with this key, a new one if there is none} */
    Open of(byte[] bytes, int from, int to) {
        int number = register.find(bytes, from, to);
        if (number >= 0 && register.place(number) == FAILED) {
            return OVER;
        }
        Open found = number >= 0 ? open.get(number) : null;
        if (found == null) {
            if (open.size() >= most) {
                putAway();
                number = register.find(bytes, from, to);
            }
            found = number >= 0 ? again(number) : first(bytes, from, to);
        }
        found.used = clock++;
        if (found.gaps != gaps) {
            found.gaps = gaps;
            found.session.gap();
        }
        return found;
    }

    /** Events may be missing, and nobody knows of which session: of all that there are, and of those that will be heard of for the first time. */
    void gap() {
        gaps++;
    }

    private Open again(int number) {
        var found = new Open(text(number), places.session(register.place(number), register.events(number)), number, register.gaps(number));
        register.put(number, OPEN, 0, 0);
        open.put(number, found);
        return found;
    }

    private Open first(byte[] bytes, int from, int to) {
        int number = register.add(bytes, from, to);
        var found = new Open(text(number), verifier.session(HISTORY), number, 0);
        opened++;
        if (before.mayHold(found.key)) {
            found.session.gap();
        }
        register.put(number, OPEN, 0, 0);
        open.put(number, found);
        return found;
    }

    private String text(int number) {
        return new String(register.key(number), StandardCharsets.UTF_8);
    }

    /**
     * Tells of the sessions that are open or put away, in the order in which they were first heard of: of all about which there is something to say.
     * Behind a gap of all sessions only those are judged that were heard of again.
     */
    void end(BiConsumer<String, Session> end, boolean complete) {
        for (int number = 0; number < register.size(); number++) {
            int place = register.place(number);
            Open found = open.get(number);
            if (found != null && found.gaps == gaps) {
                end.accept(found.key, found.session);
            } else if (place >= 0 && register.gaps(number) == gaps && (places.hasGaps(place) || complete && !places.mayEnd(place))) {
                end.accept(text(number), places.session(place, register.events(number)));
            }
        }
    }

    // ---- making room

    private void putAway() {
        List<Open> silent = open.values().stream().sorted(Comparator.comparingLong(session -> session.used)).limit(most - most / 2).toList();
        for (Open session : silent) {
            int place = session.failed ? FAILED : places.of(session.session);
            open.remove(session.number);
            register.put(session.number, place, session.session.events(), session.gaps);
        }
        if (register.bytes() > room || silent.stream().anyMatch(session -> register.place(session.number) == Places.NONE)) {
            leave();
        }
    }

    /** Those whose place could not be kept leave, those that are over, and if there is still too little room, those heard of first. */
    private void leave() {
        long count = 0;
        for (int number = 0; number < register.size(); number++) {
            count += stays(number) ? 1 : 0;
        }
        boolean crowded = register.bytes() > room && count > register.size() / 2;
        int first = crowded ? register.size() / 2 : 0;
        for (int number = 0; number < register.size(); number++) {
            if (!remains(number, first)) {
                before.add(text(number));
                if (!isOver(register.place(number))) {
                    leaves(number);
                }
            }
        }
        Register less = register.only(number -> remains(number, first));
        var renumbered = new HashMap<Integer, Open>();
        open.values().forEach(session -> {
            byte[] key = register.key(session.number);
            session.number = less.find(key, 0, key.length);
            renumbered.put(session.number, session);
        });
        register = less;
        open = renumbered;
    }

    private void leaves(int number) {
        int place = register.place(number);
        if (place == Places.NONE) {
            Session unknown = verifier.session(HISTORY);
            unknown.gap();
            left.accept(text(number), unknown);
        } else {
            left.accept(text(number), places.session(place, register.events(number)));
        }
    }

    private boolean remains(int number, int first) {
        return register.place(number) == OPEN || number >= first && stays(number);
    }

    private boolean stays(int number) {
        int place = register.place(number);
        return place == OPEN || place != Places.NONE && (register.bytes() <= room || !isOver(place));
    }

    private boolean isOver(int place) {
        return place == FAILED || place >= 0 && places.isOver(place);
    }
}
