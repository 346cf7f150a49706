package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.Timer;
import org.cspcheck.runtime.Waiting;

/**
 * One of those who agree on events.
 *
 * <p>An offer stands while its process waits, or while it gives way between two steps of its own ({@link #offerInPassing}). A turn ends with
 * the event that it was for, so that processes which always find a partner do not keep the others from running.
 *
 * <p>Invariants. {@code offered} and {@code accepted} are null unless an offer stands. {@code taken} is an event
 * that happened while the process gave way and has not gone on yet, else {@link #NOTHING}. {@code timer} is
 * null unless the process waits for a limited time.
 */
public final class Party implements Waiting {
    /** What an offer returns when nothing has happened; no event has this number. */
    public static final int NOTHING = -1;

    private static final long FOR_EVER = -1;

    /** So many events are named to people. */
    private static final int FEW = 3;

    final int number;
    private final Agreement agreement;
    private final String name;
    private final EventSet alphabet;
    private Tasklet process;
    private Offer offered;
    private EventSet accepted;
    private boolean inPassing;
    private int taken = NOTHING;
    private Timer timer;
    private int last;
    private boolean closed;

    Party(Agreement agreement, int number, String name, EventSet alphabet) {
        this.agreement = agreement;
        this.number = number;
        this.name = name;
        this.alphabet = alphabet;
    }

    Agreement agreement() {
        return agreement;
    }

    public String name() {
        return name;
    }

    /** Offers one event and waits until it has happened. */
    public void perform(int event) {
        offer(event);
    }

    /** Offers events, as written, and waits until one of them has happened; {@return that one, or {@link #NOTHING} if the party was closed} */
    public int offer(int... events) {
        return offer(Offer.of(agreement.alphabet, events));
    }

    int offer(Offer events) {
        return offer(FOR_EVER, events);
    }

    /**
     * Offers events and waits until one of them has happened, but no longer than that; {@return that one, or {@link #NOTHING}}
     *
     * @param nanos on the network's clock
     */
    public int offerFor(long nanos, int... events) {
        return offer(nanos, Offer.of(agreement.alphabet, events));
    }

    private int offer(long nanos, Offer events) {
        process = agreement.scheduler.self();
        if (nanos != FOR_EVER && agreement.scheduler.race()) {
            countDown(nanos);
        }
        try {
            if (agreement.scheduler.standBack(agreement) != null) {
                return NOTHING;
            }
            List<Agreement.Pending> possible = now(events);
            if (!possible.isEmpty()) {
                stopCounting();
                return take(possible, possible.stream().map(way -> place(way.event(), events.written())).toList());
            }
            offered = events;
            if (nanos != FOR_EVER && timer == null) {
                countDown(nanos);
            }
            return await();
        } finally {
            stopCounting();
        }
    }

    private void countDown(long nanos) {
        timer = agreement.scheduler.timer(agreement.scheduler.deadline(nanos), name, this::elapse);
    }

    private void elapse() {
        if (process.standsBack()) {
            process.overtake(NOTHING);
        } else {
            done(NOTHING);
        }
    }

    /** The process that calls is the party's. */
    public void begin() {
        process = agreement.scheduler.self();
    }

    /** Waits for good if the network is to be saved: called between two steps. */
    public void restIfAsked() {
        if (agreement.resting()) {
            process = agreement.scheduler.self();
            agreement.scheduler.suspend(this, null);
        }
    }

    /** {@return the event that it performed last, 0 for none} */
    int last() {
        return last;
    }

    void performed(int event) {
        last = event;
    }

    private int take(List<Agreement.Pending> possible, List<Integer> guards) {
        Agreement.Pending way = possible.get(agreement.scheduler.select(guards));
        take(way);
        agreement.scheduler.learned(way.event());
        if (!agreement.scheduler.race()) { // there, no time passes before it offers again
            agreement.scheduler.giveWay();
        }
        return way.event();
    }

    private static int place(int event, int[] events) {
        int place = 0;
        while (events[place] != event) {
            place++;
        }
        return place;
    }

    private int await() {
        if (closed) {
            withdraw();
            return NOTHING;
        }
        return (Integer) agreement.scheduler.suspend(this, null);
    }

    /** Checks the events, and makes them known. */
    private Offer known(Offer offer) {
        for (int event : offer.sorted()) {
            if (!alphabet.contains(event)) {
                throw new IllegalArgumentException(name + " offers " + agreement.name(event) + ", which is not in its alphabet");
            }
            agreement.mayOffer(this, event);
        }
        return offer;
    }

    /**
     * {@return the ways in which one of the events can happen at once}
     *
     * <p>Fair: those after the event that this party performed last come first. While the first alternative is always taken, the others are
     * not looked for.
     */
    private List<Agreement.Pending> possible(Offer offer) {
        var possible = new ArrayList<Agreement.Pending>();
        int[] events = offer.ordered();
        int start = events.length <= 1 ? 0 : offer.after(agreement.alphabet, last);
        for (int i = 0; i < events.length; i++) {
            int event = events[(start + i) % events.length];
            agreement.possible(this, event).forEach(route -> possible.add(new Agreement.Pending(this, event, route)));
            if (!possible.isEmpty() && agreement.scheduler.alwaysFirst()) {
                return possible.subList(0, 1);
            }
        }
        return possible;
    }

    /** Lets others run while the offer stands; {@return the event that happened meanwhile, or {@link #NOTHING}} */
    int offerInPassing(Offer events) {
        offered = known(events);
        inPassing = true;
        agreement.scheduler.giveWay();
        inPassing = false;
        int event = taken;
        taken = NOTHING;
        offered = null;
        return event;
    }

    /** {@return the ways in which one of the events can happen at once} */
    List<Agreement.Pending> now(Offer events) {
        process = agreement.scheduler.self();
        return possible(known(events));
    }

    /** Performs an event that can happen at once. */
    void take(Agreement.Pending way) {
        last = way.event();
        agreement.perform(this, way.route());
    }

    /**
     * Waits until an event of a set has happened, whichever it is; {@return that one, or {@link #NOTHING} if the party was closed}
     *
     * <p>For what stands at the boundary of a network: it takes part in events, and has none of its own.
     */
    public int accept(EventSet events) {
        agreement.scheduler.interleave(agreement);
        process = agreement.scheduler.self();
        agreement.mayOfferAnything(this);
        accepted = events;
        List<Agreement.Pending> pending = agreement.pendingWith(this);
        if (!pending.isEmpty()) {
            Agreement.Pending way = pending.get(agreement.scheduler.select(IntStream.range(0, pending.size()).boxed().toList()));
            int event = way.route().event(this);
            accepted = null;
            agreement.perform(way.party(), way.route().without(this));
            way.party().agreed(way.event());
            return event;
        }
        return await();
    }

    /** It takes part in nothing any more: who waits for it is stuck. */
    public void close() {
        closed = true;
        if ((offered != null || accepted != null) && !inPassing) {
            done(NOTHING);
        }
    }

    private void done(int event) {
        withdraw();
        agreement.scheduler.resume(process, event);
    }

    private void withdraw() {
        offered = null;
        accepted = null;
        stopCounting();
    }

    private void stopCounting() {
        if (timer != null) {
            agreement.scheduler.cancel(timer);
            timer = null;
        }
    }

    boolean offers(int event) {
        return offered != null ? offered.contains(event) : accepted != null && accepted.contains(event);
    }

    /** {@return the events on offer; null if no list of them is} */
    Offer offering() {
        return offered;
    }

    IntStream offered() {
        return offered == null ? IntStream.empty() : Arrays.stream(offered.ordered());
    }

    void agreed(int event) {
        last = event;
        if (inPassing) {
            withdraw();
            taken = event;
        } else {
            done(event);
        }
    }

    Tasklet process() {
        return process;
    }

    @Override
    public boolean abandon(Tasklet ended) {
        withdraw();
        return true;
    }

    @Override
    public boolean noticed() {
        return false;
    }

    /** Time will let it go on. */
    @Override
    public boolean outside() {
        return timer != null;
    }

    @Override
    public Collection<Tasklet> on(Tasklet self) {
        return agreement.missing(this).stream().map(Party::process).filter(Objects::nonNull).toList();
    }

    @Override
    public boolean knowsAll() {
        return agreement.missing(this).stream().allMatch(other -> other.process != null);
    }

    @Override
    public String toString() {
        if (accepted != null) {
            return "take part in any event of its channel";
        }
        if (offered == null || offered.sorted().length == 0) {
            return timer == null ? "do nothing" : "sleep";
        }
        String some = offered().limit(FEW).mapToObj(agreement::name).collect(Collectors.joining(" or "));
        return "perform " + some + (offered.sorted().length > FEW ? " or " + (offered.sorted().length - FEW) + " more" : "");
    }
}
