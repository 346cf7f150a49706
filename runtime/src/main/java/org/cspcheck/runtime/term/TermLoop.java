package org.cspcheck.runtime.term;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.Event;
import org.cspcheck.runtime.Scheduler;

/**
 * A network of terms under the default order, as tables: no stack and no choice point for any of its processes.
 *
 * <p>It takes the same steps in the same order as its processes would, one by one, under a policy that always takes the first alternative:
 * the queue is circular, a turn is at most one step, and a process offers the event after the one that it performed last first. What comes
 * after is said by {@link Alphabet#compare}, so the order does not depend on which events were met first. One thing does: the first of several
 * internal steps of a process that hides {@code RUN(A)} below an operator that is not taken apart. When it
 * cannot go on it stops, and whoever called lets the processes go on as such, which reports who waits for whom.
 *
 * <p>Invariants, as those of parties. A process is in the queue unless it waits or has ended. Between two turns no event can happen all of
 * whose processes wait. A step that was taken before allocates nothing and looks nothing up: all that it reads are words of {@link Places}.
 */
final class TermLoop {
    /** Turns between two at which other processes of the scheduler may run, and between two looks whether somebody calls. */
    private static final int TURNS = 4096;
    private static final int TURNS_UNHEARD = 64;

    /** What a process does: it has its turn soon; its offers stand until somebody takes one; they stand for a turn, before a step of its own. */
    private static final byte RUNS = 0;
    private static final byte WAITS = 1;
    private static final byte PASSES = 2;

    private final Scheduler scheduler = Scheduler.current();
    private final Alphabet alphabet;
    private final Places places;
    /** Null where no process grows. */
    private final Growth growth;
    private final Actors actors;
    /** Of each process: its row, its place, what it does, the event that it performed last. */
    private final int[] rows;
    private final int[] at;
    private final byte[] doing;
    private final int[] last;
    /** Circular; empty if it ends where it begins. */
    private final int[] queue;
    private int head;
    private int tail;
    private int left;
    private long performed;
    private boolean resting;

    /**
     * @param actors the processes for those who look on; null if nobody does
     * @param at the places where they begin
     * @param last the events that they performed last
     */
    TermLoop(Alphabet alphabet, Places places, Growth growth, Actors actors, int[] at, int[] last) {
        this.alphabet = alphabet;
        this.places = places;
        this.growth = growth;
        this.actors = actors;
        this.rows = places.rows;
        this.at = at;
        this.doing = new byte[at.length];
        this.last = last;
        this.queue = new int[at.length + 1];
        this.left = at.length;
        for (int i = 0; i < at.length; i++) {
            enqueue(i);
        }
    }

    /** {@return whether all processes have ended} Otherwise nothing can happen, or the network is to rest. */
    boolean run() {
        int unheard = watched() ? 1 : TURNS_UNHEARD;
        for (int turns = unheard; head != tail; turns += unheard) {
            for (int i = 0; i < unheard && head != tail; i++) {
                int process = queue[head];
                head = head + 1 == queue.length ? 0 : head + 1;
                turn(process);
            }
            if (turns >= TURNS || scheduler.called() || isCrowded()) {
                turns = 0;
                if (!goOn()) {
                    return false;
                }
            }
        }
        return left == 0;
    }

    /** {@return whether somebody looks on} Who does may stop the run at any event, and hear of no other. */
    private boolean watched() {
        return actors != null;
    }

    private boolean isCrowded() {
        return growth != null && growth.crowded();
    }

    /** The others' turn; {@return false if the network is to rest} */
    private boolean goOn() {
        if (isCrowded()) {
            int[] growing = IntStream.range(0, at.length).filter(growth::grows).toArray();
            LocalState[] now = Arrays.stream(growing).mapToObj(i -> growth.state(at[i])).toArray(LocalState[]::new);
            growth.clear();
            for (int i = 0; i < growing.length; i++) {
                at[growing[i]] = growth.of(growing[i], now[i]);
            }
            growth.keepAll();
        }
        scheduler.giveWay();
        return !resting;
    }

    /** The run is to end soon. */
    void rest() {
        resting = true;
    }

    boolean resting() {
        return resting;
    }

    long performed() {
        return performed;
    }

    /** {@return where the process is} */
    int place(int process) {
        return at[process];
    }

    /** {@return the event that the process performed last} */
    int last(int process) {
        return last[process];
    }

    private void enqueue(int process) {
        queue[tail] = process;
        tail = tail + 1 == queue.length ? 0 : tail + 1;
    }

    private void turn(int process) {
        int place = at[process];
        int kind = places.words[place + Places.KIND];
        if (kind == Places.PAIR && pair(places.words, process, place)) {
            return;
        } else if (kind <= Places.PAIR) {
            if (together(process, place)) {
                enqueue(process);
            } else {
                doing[process] = WAITS;
            }
        } else if (kind == Places.TERMINATED) {
            left--;
        } else if (places.words[place + Places.OFFERS] > 0 && doing[process] != PASSES) {
            doing[process] = PASSES;
            enqueue(process);
        } else {
            doing[process] = RUNS;
            int after = places.words[place + Places.AFTER_OWN];
            at[process] = after != 0 ? after : growth.afterOwn(process, place);
            enqueue(process);
        }
    }

    /** The commonest turn, for speed alone; {@return whether it was one} One event is on offer, with one other. */
    private boolean pair(int[] words, int process, int place) {
        int offer = place + Places.FIRST;
        int link = words[rows[process] + words[offer + Places.LINK]] + words[offer + Places.PLUS];
        int other = places.smallParty(link);
        byte does = doing[other];
        if (does == PASSES) {
            return false;
        }
        int theirs = places.smallEvent(link);
        int there = at[other];
        int found = there + Places.FIRST;
        if (does == RUNS
                || words[found + Places.EVENT] != theirs && (words[there + Places.OFFERS] == 1 || (found = places.offer(there, theirs)) == 0)) {
            doing[process] = WAITS;
            return true;
        }
        at[other] = words[found + Places.AFTER];
        last[other] = theirs;
        doing[other] = RUNS;
        enqueue(other);
        at[process] = words[offer + Places.AFTER];
        last[process] = words[offer + Places.EVENT];
        enqueue(process);
        performed++;
        return true;
    }

    /** {@return whether one of the events on offer could happen, and did} */
    private boolean together(int process, int place) {
        if (places.words[place + Places.VERSION] != places.version) {
            growth.refresh(process, place);
        }
        if (places.words[place + Places.PARTNERS] != 0 && partnersAreKnown(process, place)) {
            return withOneWhoStands(process, place);
        }
        if (rows[process] == 0 && places.words[place + Places.OFFERS] > 1) {
            return inOrder(process, place);
        }
        int first = place + Places.FIRST;
        int next = first;
        while (places.words[next + Places.EVENT] <= last[process]) {
            next += Places.OFFER;
        }
        return between(process, next, Places.END) || next > first && between(process, first, places.words[next + Places.EVENT]);
    }

    /** The same where offers lie by the numbers of their events. */
    private boolean inOrder(int process, int place) {
        int[] order = growth.order(place);
        int start = growth.after(place, last[process]);
        for (int i = 0; i < order.length; i++) {
            int offer = place + Places.FIRST + Places.OFFER * order[(start + i) % order.length];
            int way = possible(process, offer);
            if (way != 0) {
                perform(process, offer, way);
                return true;
            }
        }
        return false;
    }

    /** The same, of the offers from this one on whose events are less than {@code limit}. */
    private boolean between(int process, int from, int limit) {
        for (int offer = from; places.words[offer + Places.EVENT] < limit; offer += Places.OFFER) {
            int way = possible(process, offer);
            if (way != 0) {
                perform(process, offer, way);
                return true;
            }
        }
        return false;
    }

    /** {@return whether each of its partners whose offers stand has few of them, or none for it} */
    private boolean partnersAreKnown(int process, int place) {
        int[] words = places.words;
        for (int partner = places.partners(process, place); words[partner] != Places.END; partner++) {
            int there = at[words[partner]];
            if (doing[words[partner]] != RUNS && (words[there + Places.VERSION] != places.version || manyFor(process, words[partner], there))) {
                return false;
            }
        }
        return true;
    }

    private boolean manyFor(int process, int partner, int there) {
        return places.words[there + Places.OFFERS] > Places.MANY && !places.sparesParty(partner, there, process);
    }

    /** As {@link #together}, for a process with many offers: looks at what its partners offer instead. */
    private boolean withOneWhoStands(int process, int place) {
        int best = 0;
        int[] words = places.words;
        for (int partner = places.partners(process, place); words[partner] != Places.END; partner++) {
            if (doing[words[partner]] != RUNS && words[at[words[partner]] + Places.OFFERS] <= Places.MANY) {
                for (int offer = at[words[partner]] + Places.FIRST; words[offer + Places.EVENT] != Places.END; offer += Places.OFFER) {
                    best = best(process, place, best, places.link(words[partner], offer));
                }
            }
        }
        if (best != 0) {
            perform(process, best, possible(process, best));
        }
        return best != 0;
    }

    /** {@return the offer whose turn is first: {@code best}, or one of those that take part in a partner's way, or one after it} */
    private int best(int process, int place, int best, int first) {
        int[] words = places.words;
        if (first < 0) {
            int offer = places.party(first) == process ? places.offer(place, places.event(first)) : 0;
            return offer != 0 && (best == 0 || isBefore(process, offer, best)) ? offer : best;
        }
        int found = best;
        for (int route = first; route != 0; route = words[route + Places.NEXT]) {
            for (int other = route + Places.PARTIES; words[other] != Places.END; other += 2) {
                found = words[other] == process ? better(process, place, found, words[other + 1]) : found;
            }
        }
        return found;
    }

    private int better(int process, int place, int best, int event) {
        int offer = places.offer(place, event);
        return offer != 0 && (best == 0 || isBefore(process, offer, best)) && possible(process, offer) != 0 ? offer : best;
    }

    /** Those after the last event come first. */
    private boolean isBefore(int process, int offer, int other) {
        int event = places.words[offer + Places.EVENT];
        int otherEvent = places.words[other + Places.EVENT];
        if (rows[process] == 0) {
            boolean after = alphabet.compare(event, last[process]) > 0;
            return after == alphabet.compare(otherEvent, last[process]) > 0 ? alphabet.compare(event, otherEvent) < 0 : after;
        }
        return event > last[process] == otherEvent > last[process] ? event < otherEvent : event > last[process];
    }

    /** {@return the first of its ways, as links say them, that all others are ready for; 0 if there is none} */
    private int possible(int process, int offer) {
        int way = places.link(process, offer);
        if (way < 0) {
            return offers(places.party(way), places.event(way)) ? way : 0;
        }
        while (way != 0 && !allOffer(process, way)) {
            way = places.words[way + Places.NEXT];
        }
        return way;
    }

    private boolean allOffer(int process, int route) {
        int[] words = places.words;
        for (int other = route + Places.PARTIES; words[other] != Places.END; other += 2) {
            if (words[other] != process && !offers(words[other], words[other + 1])) {
                return false;
            }
        }
        return true;
    }

    private boolean offers(int party, int event) {
        return doing[party] != RUNS && places.offer(at[party], event) != 0;
    }

    private void perform(int process, int offer, int way) {
        performed++;
        if (actors != null) {
            tell(process, places.visible(process, offer, way));
        }
        if (way < 0) {
            takePart(places.party(way), places.event(way));
        } else {
            int[] words = places.words;
            for (int other = way + Places.PARTIES; words[other] != Places.END; other += 2) {
                if (words[other] != process) {
                    takePart(words[other], words[other + 1]);
                }
            }
        }
        move(process, offer);
    }

    private void tell(int process, int event) {
        if (Event.isVisible(event)) {
            scheduler.happened(actors.of(process), alphabet.name(event), null);
        }
    }

    private void takePart(int party, int event) {
        move(party, places.offer(at[party], event));
        if (doing[party] == WAITS) {
            enqueue(party);
        }
        doing[party] = RUNS;
    }

    private void move(int process, int offer) {
        last[process] = places.words[offer + Places.EVENT];
        int after = places.words[offer + Places.AFTER];
        at[process] = after != 0 ? after : growth.after(process, at[process], offer);
    }
}
