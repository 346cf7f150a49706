package org.cspcheck.runtime.term;

import java.util.Arrays;
import java.util.List;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.Event;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Tasklet;

/**
 * A network of terms under the default order, as tables: no stack and no choice point for any of its processes.
 *
 * <p>It takes the same steps in the same order as its processes would, one by one, under a policy that always takes the first alternative:
 * the queue is circular, a turn is at most one step, and a process offers the event after the one that it performed last first. When it
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
    private final Agreement agreement;
    private final Alphabet alphabet;
    private final Routes routes;
    private final Places places;
    private final Tasklet[] actors;
    /** Of each process: its place, what it does, the event that it performed last. */
    private final int[] at;
    private final byte[] doing;
    private final int[] last;
    private final int[] queue;
    private int head;
    private int queued;
    private int left;
    private int performed;

    TermLoop(Agreement agreement, Alphabet alphabet, List<String> names, LocalState[] starts, int[] last) {
        this.agreement = agreement;
        this.alphabet = alphabet;
        this.routes = agreement.routes();
        this.places = new Places(routes);
        int n = starts.length;
        this.actors = scheduler.watched() ? names.stream().map(scheduler::actor).toArray(Tasklet[]::new) : null;
        this.at = new int[n];
        this.doing = new byte[n];
        this.last = last;
        this.queue = new int[Integer.highestOneBit(Math.max(1, n)) << 1];
        this.left = n;
        for (int i = 0; i < n; i++) {
            at[i] = places.of(i, starts[i]);
            enqueue(i);
        }
    }

    /** {@return whether all processes have ended} Otherwise nothing can happen, or the network is to rest. */
    boolean run() {
        for (int turns = 1; queued > 0; turns++) {
            int process = queue[head];
            head = head + 1 & queue.length - 1;
            queued--;
            turn(process);
            if ((turns % TURNS_UNHEARD == 0 || watched()) && (turns >= TURNS || scheduler.called() || places.crowded())) {
                turns = 0;
                if (!goOn()) {
                    return false;
                }
            }
        }
        agreement.performed(performed);
        return left == 0;
    }

    /** {@return whether somebody looks on} Who does may stop the run at any event, and hear of no other. */
    private boolean watched() {
        return actors != null;
    }

    /** The others' turn; {@return false if the network is to rest} */
    private boolean goOn() {
        agreement.performed(performed);
        performed = 0;
        if (places.crowded()) {
            forget();
        }
        scheduler.giveWay();
        return !agreement.resting();
    }

    private void forget() {
        LocalState[] now = Arrays.stream(at).mapToObj(places::state).toArray(LocalState[]::new);
        places.clear();
        Arrays.setAll(at, i -> places.of(i, now[i]));
        places.keepAll();
    }

    LocalState state(int process) {
        return places.state(at[process]);
    }

    int last(int process) {
        return last[process];
    }

    private void enqueue(int process) {
        queue[head + queued++ & queue.length - 1] = process;
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
            at[process] = places.afterOwn(process, place);
            enqueue(process);
        }
    }

    /** The commonest turn, for speed alone; {@return whether it was one} One event is on offer, with one other, and both have done it before. */
    private boolean pair(int[] words, int process, int place) {
        int route = words[place + Places.FIRST + Places.ROUTE];
        if (words[place + Places.VERSION] != routes.version() || actors != null) {
            return false;
        }
        int other = words[route + Places.PARTIES];
        if (doing[other] == RUNS) {
            doing[process] = WAITS;
            return true;
        }
        int there = at[other];
        int theirs = words[route + Places.PARTIES + 1];
        int offer = there + Places.FIRST;
        if (words[offer + Places.EVENT] != theirs) {
            offer = places.offer(there, theirs);
        }
        if (offer == 0) {
            doing[process] = WAITS;
            return true;
        }
        int after = words[place + Places.FIRST + Places.AFTER];
        int afterThere = words[offer + Places.AFTER];
        if (words[there + Places.KIND] == Places.OWN || after == 0 || afterThere == 0) {
            return false;
        }
        at[other] = afterThere;
        last[other] = theirs;
        doing[other] = RUNS;
        enqueue(other);
        at[process] = after;
        last[process] = words[place + Places.FIRST + Places.EVENT];
        enqueue(process);
        performed++;
        return true;
    }

    /** {@return whether one of the events on offer could happen, and did} */
    private boolean together(int process, int place) {
        if (places.words[place + Places.VERSION] != routes.version()) {
            places.refresh(process, place);
        }
        if (places.words[place + Places.PARTNERS] != 0 && partnersAreKnown(process, place)) {
            return withOneWhoStands(process, place);
        }
        int first = place + Places.FIRST;
        int next = first;
        while (places.words[next + Places.EVENT] <= last[process]) {
            next += Places.OFFER;
        }
        return between(process, next, Places.END) || next > first && between(process, first, places.words[next + Places.EVENT]);
    }

    /** The same, of the offers from this one on whose events are less than {@code limit}. */
    private boolean between(int process, int from, int limit) {
        for (int offer = from; places.words[offer + Places.EVENT] < limit; offer += Places.OFFER) {
            int route = possible(offer);
            if (route != 0) {
                perform(process, offer, route);
                return true;
            }
        }
        return false;
    }

    /** {@return whether each of its partners whose offers stand has few of them, or none for it} */
    private boolean partnersAreKnown(int process, int place) {
        int[] words = places.words;
        for (int partner = words[place + Places.PARTNERS]; words[partner] != Places.END; partner++) {
            int there = at[words[partner]];
            if (doing[words[partner]] != RUNS && (words[there + Places.VERSION] != routes.version() || manyFor(process, there))) {
                return false;
            }
        }
        return true;
    }

    private boolean manyFor(int process, int there) {
        return places.words[there + Places.OFFERS] > Places.MANY && !places.sparesParty(there, process);
    }

    /** As {@link #together}, for a process with many offers: looks at what its partners offer instead. */
    private boolean withOneWhoStands(int process, int place) {
        int best = 0;
        int[] words = places.words;
        for (int partner = words[place + Places.PARTNERS]; words[partner] != Places.END; partner++) {
            if (doing[words[partner]] != RUNS && words[at[words[partner]] + Places.OFFERS] <= Places.MANY) {
                for (int offer = at[words[partner]] + Places.FIRST; words[offer + Places.EVENT] != Places.END; offer += Places.OFFER) {
                    best = best(process, place, best, words[offer + Places.ROUTE]);
                }
            }
        }
        if (best != 0) {
            perform(process, best, possible(best));
        }
        return best != 0;
    }

    /** {@return the offer whose turn is first: {@code best}, or one of those that take part in a partner's routes from this one on} */
    private int best(int process, int place, int best, int first) {
        int[] words = places.words;
        int found = best;
        for (int route = first; route != 0; route = words[route + Places.NEXT]) {
            for (int other = route + Places.PARTIES; words[other] != Places.END; other += 2) {
                int offer = words[other] == process ? places.offer(place, words[other + 1]) : 0;
                if (offer != 0 && (found == 0 || isBefore(offer, found, last[process])) && possible(offer) != 0) {
                    found = offer;
                }
            }
        }
        return found;
    }

    /** Those after the last event come first. */
    private boolean isBefore(int offer, int other, int last) {
        int event = places.words[offer + Places.EVENT];
        int otherEvent = places.words[other + Places.EVENT];
        return event > last == otherEvent > last ? event < otherEvent : event > last;
    }

    /** {@return the first of its routes that all others are ready for; 0 if there is none} */
    private int possible(int offer) {
        int route = places.words[offer + Places.ROUTE];
        while (route != 0 && !allOffer(route)) {
            route = places.words[route + Places.NEXT];
        }
        return route;
    }

    private boolean allOffer(int route) {
        int[] words = places.words;
        for (int other = route + Places.PARTIES; words[other] != Places.END; other += 2) {
            int party = words[other];
            if (doing[party] == RUNS || places.offer(at[party], words[other + 1]) == 0) {
                return false;
            }
        }
        return true;
    }

    private void perform(int process, int offer, int route) {
        performed++;
        int[] words = places.words;
        if (actors != null && Event.isVisible(words[route + Places.VISIBLE])) {
            scheduler.happened(actors[process], alphabet.name(words[route + Places.VISIBLE]), null);
        }
        for (int other = route + Places.PARTIES; words[other] != Places.END; other += 2) {
            int party = words[other];
            move(party, places.offer(at[party], words[other + 1]));
            if (doing[party] == WAITS) {
                enqueue(party);
            }
            doing[party] = RUNS;
        }
        move(process, offer);
    }

    private void move(int process, int offer) {
        last[process] = places.words[offer + Places.EVENT];
        at[process] = places.after(process, at[process], offer);
    }
}
