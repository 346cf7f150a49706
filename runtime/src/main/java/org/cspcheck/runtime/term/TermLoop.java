package org.cspcheck.runtime.term;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
 * whose processes wait.
 */
final class TermLoop {
    /** Turns between two at which other processes of the scheduler may run. */
    private static final int TURNS = 4096;

    /** A process over endless data forgets the places behind it. */
    private static final int REMEMBERED = 1 << 16;

    /** A state of one process, with the routes of its events. */
    private static final class Place {
        final LocalState state;
        final Place[] next;
        final Route[][] routes;
        long version = -1;

        Place(LocalState state) {
            this.state = state;
            this.next = new Place[state.events.length];
            this.routes = new Route[state.events.length][];
        }
    }

    private final Scheduler scheduler = Scheduler.current();
    private final Agreement agreement;
    private final Alphabet alphabet;
    private final Routes routes;
    private final Tasklet[] actors;
    private final List<Map<LocalState, Place>> known;
    private final Place[] places;
    private final boolean[] waits;
    /** Whether the process gives way with its offers standing, before a step of its own. */
    private final boolean[] passes;
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
        int n = starts.length;
        this.actors = new Tasklet[n];
        if (scheduler.watched()) {
            Arrays.setAll(actors, i -> scheduler.actor(names.get(i)));
        }
        this.known = java.util.stream.IntStream.range(0, n).<Map<LocalState, Place>>mapToObj(i -> new IdentityHashMap<>(4)).toList();
        this.places = new Place[n];
        this.waits = new boolean[n];
        this.passes = new boolean[n];
        this.last = last;
        this.queue = new int[Integer.highestOneBit(Math.max(1, n)) << 1];
        this.left = n;
        for (int i = 0; i < n; i++) {
            places[i] = place(i, starts[i]);
            enqueue(i);
        }
    }

    /** {@return whether all processes have ended} Otherwise nothing can happen, or the network is to rest. */
    boolean run() {
        int turns = 0;
        while (queued > 0) {
            int process = queue[head];
            head = (head + 1) & (queue.length - 1);
            queued--;
            turn(process);
            if (++turns == TURNS || scheduler.called()) {
                turns = 0;
                agreement.performed(performed);
                performed = 0;
                scheduler.giveWay();
                if (agreement.resting()) {
                    return false;
                }
            }
        }
        agreement.performed(performed);
        return left == 0;
    }

    LocalState state(int process) {
        return places[process].state;
    }

    int last(int process) {
        return last[process];
    }

    private void enqueue(int process) {
        queue[(head + queued++) & (queue.length - 1)] = process;
    }

    private void turn(int process) {
        Place place = places[process];
        LocalState state = place.state;
        if (state.own.isEmpty()) {
            if (state.terminated()) {
                left--;
            } else if (together(process, place)) {
                enqueue(process);
            } else {
                waits[process] = true;
            }
        } else if (state.events.length > 0 && !passes[process]) {
            passes[process] = true;
            enqueue(process);
        } else {
            passes[process] = false;
            places[process] = place(process, state.afterOwn(0));
            enqueue(process);
        }
    }

    /** {@return whether one of the events on offer could happen, and did} */
    private boolean together(int process, Place place) {
        if (place.version != routes.version()) {
            refresh(process, place);
        }
        int[] events = place.state.events;
        int n = events.length;
        int at = 0;
        while (at < n && events[at] <= last[process]) {
            at++;
        }
        for (int i = 0; i < n; i++, at++) {
            if (at >= n) {
                at = 0;
            }
            for (Route route : place.routes[at]) {
                if (allOffer(route)) {
                    perform(process, place, at, route);
                    return true;
                }
            }
        }
        return false;
    }

    private boolean allOffer(Route route) {
        int[] others = route.others();
        int[] events = route.events();
        for (int i = 0; i < others.length; i++) {
            int other = others[i];
            if (!waits[other] && !passes[other] || places[other].state.find(events[i]) < 0) {
                return false;
            }
        }
        return true;
    }

    private void perform(int process, Place place, int at, Route route) {
        performed++;
        if (actors[process] != null && Event.isVisible(route.event())) {
            scheduler.happened(actors[process], alphabet.name(route.event()), null);
        }
        int[] others = route.others();
        for (int i = 0; i < others.length; i++) {
            int other = others[i];
            int event = route.events()[i];
            move(other, places[other], places[other].state.find(event), event);
            if (waits[other]) {
                waits[other] = false;
                enqueue(other);
            }
            passes[other] = false;
        }
        move(process, place, at, place.state.events[at]);
    }

    private void move(int process, Place place, int at, int event) {
        Place next = place.next[at];
        if (next == null) {
            next = place(process, place.state.after(at, 0));
            place.next[at] = next;
        }
        places[process] = next;
        last[process] = event;
    }

    private Place place(int process, LocalState state) {
        Map<LocalState, Place> ofProcess = known.get(process);
        Place place = ofProcess.get(state);
        if (place == null) {
            if (ofProcess.size() >= REMEMBERED) {
                ofProcess.clear();
            }
            place = new Place(state);
            ofProcess.put(state, place);
            for (int event : state.events) {
                routes.mayOffer(process, event);
            }
        }
        return place;
    }

    private void refresh(int process, Place place) {
        for (int i = 0; i < place.routes.length; i++) {
            place.routes[i] = routes.of(process, place.state.events[i]);
        }
        place.version = routes.version();
    }
}
