package org.cspcheck.explorer.trace;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cspcheck.explorer.normal.NormalForm;
import org.cspcheck.model.event.Event;

/**
 * One run that is verified: where each monitor stands, and the last events.
 *
 * <p>After the first event that is not allowed a session stands still: what came after it would be compared with a specification that has
 * already been left.
 */
public final class Session {
    /** How many events that it took part in are kept for each monitor; a power of two. */
    private static final int CAUSES = 4;

    private final TraceVerifier verifier;
    private final int[] nodes;
    private final int[] next;
    private final Recent[] causes;
    private final Recent recent;
    private long events;
    private Optional<Refusal> refusal = Optional.empty();
    private boolean gaps;
    private boolean lost;

    /** @param history how many events are kept; a power of two */
    Session(TraceVerifier verifier, int history) {
        this(verifier, verifier.all().stream().mapToInt(Monitor::start).toArray(), history);
    }

    private Session(TraceVerifier verifier, int[] nodes, int history) {
        this.verifier = verifier;
        this.nodes = nodes;
        this.next = new int[nodes.length];
        this.causes = new Recent[nodes.length];
        this.recent = new Recent(history);
    }

    /** A session that stands where another one does, and knows nothing of how it got there. */
    Session(Session other, long events) {
        this(other.verifier, other.nodes.clone(), other.recent.most);
        this.events = events;
        this.gaps = other.gaps;
        this.lost = other.lost;
    }

    List<Integer> nodes() {
        return IntStream.of(nodes).boxed().toList();
    }

    boolean isLost() {
        return lost;
    }

    int node(int monitor) {
        return nodes[monitor];
    }

    void moved(int monitor, int node) {
        nodes[monitor] = node;
    }

    /**
     * The event happened; {@return whether the specification allows it here}
     *
     * @param place where it was recorded: a line, a sequence number, a time; comes back in a {@link Refusal}
     */
    public boolean accept(int event, long place) {
        if (refusal.isPresent()) {
            return false;
        }
        int[] parties = verifier.parties(event);
        if (lost && parties.length > 0) {
            events++;
            return true;
        }
        boolean made = false;
        for (int party : parties) {
            Monitor monitor = verifier.monitor(party);
            int before = monitor.form().size();
            next[party] = monitor.after(nodes[party], event);
            if (next[party] == NormalForm.NONE) {
                refusal = Optional.of(Refusals.of(this, event, place));
                return false;
            }
            made |= monitor.form().size() != before;
        }
        if (parties.length == 0) {
            refusal = Optional.of(Refusals.of(this, event, place));
            return false;
        }
        for (int party : parties) {
            nodes[party] = next[party];
            if (causes[party] == null) {
                causes[party] = new Recent(CAUSES);
            }
            causes[party].add(event, place);
        }
        recent.add(event, place);
        events++;
        if (made) {
            for (int party : parties) {
                verifier.grown(party);
            }
        }
        return true;
    }

    /** {@return which monitors do not allow this event now, ascending; none if it is allowed, or if no process knows it} */
    public int[] refusing(int event) {
        return lost ? new int[0]
                : IntStream.of(verifier.parties(event)).filter(party -> verifier.monitor(party).after(nodes[party], event) == NormalForm.NONE).toArray();
    }

    /** An unknown number of events is missing here: from now on every state counts that can follow. */
    public void gap() {
        gaps = true;
        for (int i = 0; i < nodes.length && !lost && refusal.isEmpty(); i++) {
            int node = verifier.monitor(i).anywhere(nodes[i]);
            if (node == NormalForm.NONE) {
                lost = true;
            } else {
                nodes[i] = node;
                verifier.grown(i);
            }
        }
    }

    /** {@return whether events are missing} Then the run was allowed only as far as it is known. */
    public boolean hasGaps() {
        return gaps;
    }

    /** {@return how many events were accepted} */
    public long events() {
        return events;
    }

    /** {@return why the first event that is not allowed is not, if there was one} */
    public Optional<Refusal> refusal() {
        return refusal;
    }

    /** {@return the events that the specification allows now, tick included, ascending} */
    public int[] allowed() {
        var offered = new BitSet[nodes.length];
        var candidates = new BitSet();
        for (int i = 0; i < nodes.length; i++) {
            offered[i] = new BitSet();
            IntStream.of(verifier.monitor(i).form().initials(nodes[i])).forEach(offered[i]::set);
            candidates.or(offered[i]);
        }
        return candidates.stream()
                .filter(event -> {
                    int[] parties = verifier.parties(event);
                    return parties.length > 0 && IntStream.of(parties).allMatch(party -> offered[party].get(event));
                })
                .toArray();
    }

    /** {@return whether the run may end here: the specification may have terminated, or may refuse everything} */
    public boolean mayEnd() {
        return lost || Offers.mayRefuseAllBut(this, new int[] {Event.TICK});
    }

    /** {@return whether the specification may come to rest here offering no more than these events} */
    public boolean mayOffer(int[] events) {
        return lost || Offers.mayRefuseAllBut(this, events);
    }

    /** {@return whether this process of the specification may come to rest here accepting no more than these events} */
    public boolean mayOffer(int monitor, int[] events) {
        return lost || Offers.mayRefuseAllBut(verifier.monitor(monitor).form().acceptances(nodes[monitor]), events);
    }

    /** {@return the minimal sets of events one of which this process offers here when it comes to rest} */
    public int[][] acceptances(int monitor) {
        return verifier.monitor(monitor).form().acceptances(nodes[monitor]);
    }

    /** {@return where this process stands: what it allows, and what it took part in last} */
    public Refusal.Refuser atRest(int monitor) {
        return Refusals.standing(this, monitor);
    }

    /**
     * Replays by the firing rules that this process, or all together (-1), may not come to rest here offering no more than these events; {@return
     * why that was not possible, empty if it was}
     */
    public Optional<String> unreplayed(int monitor, int[] events) {
        return Refusals.offers(this, monitor, events);
    }

    TraceVerifier verifier() {
        return verifier;
    }

    /** The events that a monitor took part in last, the latest one last. */
    List<Refusal.Seen> causes(int monitor) {
        return causes[monitor] == null ? List.of() : causes[monitor].list();
    }

    /** {@return the last events, a bounded number of them, the latest one last} */
    public List<Refusal.Seen> recent() {
        return recent.list();
    }

    /** The last few of many; grows until it is full. */
    private static final class Recent {
        private final int most;
        private int[] events = new int[CAUSES];
        private long[] places = new long[CAUSES];
        private long count;

        /** @param most a power of two */
        Recent(int most) {
            this.most = most;
        }

        void add(int event, long place) {
            if (count == events.length && events.length < most) {
                events = Arrays.copyOf(events, 2 * events.length);
                places = Arrays.copyOf(places, events.length);
            }
            int slot = (int) (count++ & events.length - 1);
            events[slot] = event;
            places[slot] = place;
        }

        List<Refusal.Seen> list() {
            int held = (int) Math.min(count, events.length);
            return IntStream.range(0, held)
                    .map(i -> (int) (count - held + i & events.length - 1))
                    .mapToObj(slot -> new Refusal.Seen(events[slot], places[slot]))
                    .toList();
        }
    }
}
