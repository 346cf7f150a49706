package org.cspcheck.cli.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.cspcheck.explorer.trace.Session;
import org.cspcheck.explorer.trace.TraceVerifier;

/**
 * The sessions of a log by their keys, a bounded number of them.
 *
 * <p>When there are too many, those are closed first whose specification allows nothing more, and then the half that has been silent
 * longest. A key that was closed is kept as two bits of a filter: if it comes again, its session begins as after a gap, because where it
 * stands is not known any more. A key that only looks like one of those gets the same, so a session may become inconclusive and never
 * wrong.
 */
final class Sessions {
    /** One session. */
    static final class Open {
        final String key;
        final Session session;
        long used;
        boolean failed;

        Open(String key, Session session) {
            this.key = key;
            this.session = session;
        }
    }

    private final TraceVerifier verifier;
    private final int most;
    private final Consumer<Open> closed;
    private ByteTable<Open> open = new ByteTable<>();
    private final SeenBefore before = new SeenBefore();
    private long clock;
    private long opened;

    /** @param closed is given each session that is closed before the end of the log */
    Sessions(TraceVerifier verifier, int most, Consumer<Open> closed) {
        this.verifier = verifier;
        this.most = most;
        this.closed = closed;
    }

    /** {@return how many there have been} */
    long count() {
        return opened;
    }

    /** {@return the session with this key, a new one if there is none} */
    Open of(byte[] bytes, int from, int to) {
        Open found = open.get(bytes, from, to);
        if (found == null) {
            if (open.size() >= most) {
                close();
            }
            found = new Open(new String(bytes, from, to - from, StandardCharsets.UTF_8), verifier.session());
            opened++;
            if (before.mayHold(found.key)) {
                found.session.gap();
            }
            open.put(bytes, from, to, found);
        }
        found.used = clock++;
        return found;
    }

    /** {@return those that are open, in the order in which they were heard of last} */
    List<Open> open() {
        var all = new ArrayList<Open>(open.size());
        open.forEach((key, session) -> all.add(session));
        all.sort(Comparator.comparingLong(session -> session.used));
        return all;
    }

    private void close() {
        List<Open> all = open();
        List<Open> kept = all.stream().filter(session -> !session.failed && session.session.allowed().length > 0).toList();
        if (kept.size() > most / 2) {
            kept = kept.subList(kept.size() - most / 2, kept.size());
        }
        var left = new ByteTable<Open>();
        var keeping = java.util.Collections.<Open>newSetFromMap(new java.util.IdentityHashMap<>());
        keeping.addAll(kept);
        open.forEach((key, session) -> {
            if (keeping.contains(session)) {
                left.put(key, 0, key.length, session);
            } else {
                before.add(session.key);
                closed.accept(session);
            }
        });
        open = left;
    }
}
