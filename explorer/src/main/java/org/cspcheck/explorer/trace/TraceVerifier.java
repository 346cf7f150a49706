package org.cspcheck.explorer.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BooleanSupplier;
import org.cspcheck.explorer.normal.NormalForm;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Limits;

/**
 * Verifies recorded events against a specification, in any program: {@code verifier.session().accept(event, line)}.
 *
 * <p>One verifier serves all runs of a specification; each run is a {@link Session}. Internal and hidden steps of the specification are
 * allowed for at every point. Methods may throw {@link org.cspcheck.model.source.SpecificationException} when the log leads to a part of the
 * specification that has a mistake, and {@link org.cspcheck.explorer.search.LimitReached} when a single node is too large. Not safe for use by
 * several threads.
 */
public final class TraceVerifier {
    private static final int UNKNOWN = -1;
    private static final int[] NOBODY = {};

    private final Process specification;
    private final Budget budget;
    private final Alphabet alphabet;
    private final Split split;
    private final List<Monitor> monitors = new ArrayList<>();
    private final Set<Session> sessions = Collections.newSetFromMap(new WeakHashMap<>());
    private int[][] parties = new int[64][];
    private int explained;
    private int renumberings;

    private TraceVerifier(Process specification, Alphabet alphabet, Budget budget, Monitor.Bounds bounds) {
        this.specification = specification;
        this.budget = budget;
        this.alphabet = alphabet;
        this.split = new Split(specification, budget);
        for (Split.Piece piece : split.pieces()) {
            monitors.add(new Monitor(piece.name(), piece.process(), budget, bounds));
        }
    }

    /** {@return a verifier of traces of {@code specification}, whose events {@code alphabet} numbers} */
    public static TraceVerifier of(Process specification, Alphabet alphabet) {
        return of(specification, alphabet, () -> false);
    }

    /** @param cancelled asked now and then while new parts of the specification are explored */
    public static TraceVerifier of(Process specification, Alphabet alphabet, BooleanSupplier cancelled) {
        return bounded(specification, alphabet, cancelled, Monitor.Bounds.DEFAULT);
    }

    static TraceVerifier bounded(Process specification, Alphabet alphabet, BooleanSupplier cancelled, Monitor.Bounds bounds) {
        return new TraceVerifier(specification, alphabet, new Budget(Limits.NONE, Progress.SILENT, cancelled), bounds);
    }

    /** {@return a run at its beginning, of which the last thousand events are kept} */
    public Session session() {
        return session(1 << 10);
    }

    /** @param history how many events are kept of it; a power of two */
    public Session session(int history) {
        return added(new Session(this, history));
    }

    Session session(Session other, long events) {
        return added(new Session(other, events));
    }

    private Session added(Session session) {
        sessions.add(session);
        return session;
    }

    /** {@return the names of the processes that are followed, one by one} */
    public List<String> monitors() {
        return monitors.stream().map(Monitor::name).toList();
    }

    /** {@return whether any process of the specification takes part in this event} */
    public boolean knows(int event) {
        return parties(event).length > 0;
    }

    /** {@return what has been visited by all sessions so far} */
    public Coverage coverage() {
        return Coverage.of(this);
    }

    /** {@return how people write an event} */
    public String name(int event) {
        return alphabet.name(event);
    }

    /** {@return how many nodes of all monitors are known} */
    public long nodes() {
        return monitors.stream().mapToLong(monitor -> monitor.form().size()).sum();
    }

    Process specification() {
        return specification;
    }

    /** {@return whether one more refusal is worth an explanation} */
    boolean explains() {
        return explained++ < Refusals.MOST_EXPLAINED;
    }

    /** {@return how often nodes have got new numbers} */
    int renumberings() {
        return renumberings;
    }

    Budget budget() {
        return budget;
    }

    List<Monitor> all() {
        return monitors;
    }

    Monitor monitor(int number) {
        return monitors.get(number);
    }

    /** {@return which of the {@link #monitors} take part in the event, ascending; none for a number that is no event} */
    public int[] parties(int event) {
        if (event < 0) {
            return NOBODY;
        }
        if (event >= parties.length) {
            parties = Arrays.copyOf(parties, Math.max(event + 1, 2 * parties.length));
        }
        int[] known = parties[event];
        if (known == null) {
            known = event == Event.TAU ? NOBODY : split.parties(event);
            parties[event] = known;
        }
        return known;
    }

    /** A node was made; where a monitor has grown too large, it forgets what no session needs. */
    void grown(int number) {
        Monitor monitor = monitors.get(number);
        if (!monitor.isCrowded()) {
            return;
        }
        Set<Integer> inUse = new HashSet<>();
        sessions.forEach(session -> inUse.add(session.node(number)));
        inUse.remove(NormalForm.NONE);
        Map<Integer, Integer> numbers = monitor.forget(inUse);
        renumberings++;
        sessions.forEach(session -> session.moved(number, numbers.getOrDefault(session.node(number), UNKNOWN)));
    }
}
