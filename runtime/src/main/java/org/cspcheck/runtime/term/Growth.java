package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Places that are found as they are reached, each of one process: those of processes with endless data, or with more states than one cares to look at.
 *
 * <p>Where they are few, the others have {@link Shapes}, and their places come before all that grows. Where all grow, none is known beforehand, and routes
 * change when a party offers an event for the first time.
 */
final class Growth {
    /** Processes over endless data forget the places behind them. */
    private static final int REMEMBERED = 1 << 22;

    private final Routes routes;
    /** Null where all grow. */
    private final Numbering numbering;
    private final Places places;
    /** What never changes, before what grows. */
    private final int settled;
    private final int since;
    private int crowdedAt;
    private final Map<Shapes.Joint, Integer> joints = new HashMap<>();
    private final List<LocalState> states = new ArrayList<>();
    /** Where the place of a process in a state begins: an open table by both. */
    private long[] keys = new long[1 << 6];
    private int[] begins = new int[1 << 6];
    private int known;

    /** All processes grow. */
    Growth(Routes routes, int processes) {
        this(routes, null, new Places(processes, 0, new int[0]));
    }

    /** The other processes have their places already. */
    Growth(Routes routes, Numbering numbering, Places places) {
        this.routes = routes;
        this.numbering = numbering;
        this.places = places;
        this.settled = places.end;
        this.since = routes.version();
        this.crowdedAt = settled + REMEMBERED;
    }

    /** {@return whether the process is one of those that grow} Rows begin behind the first word. */
    boolean grows(int process) {
        return places.rows[process] == 0;
    }

    Places places() {
        return places;
    }

    /** {@return whether it is time to forget what is behind} */
    boolean crowded() {
        return places.end >= crowdedAt;
    }

    /** Forgets all; the places in use are to be asked for again. */
    void clear() {
        places.end = settled;
        states.clear();
        joints.clear();
        Arrays.fill(begins, 0);
        known = 0;
    }

    /** What is there now is in use: the next time that it is crowded there are as many places again. */
    void keepAll() {
        crowdedAt = Math.max(settled + REMEMBERED, 2 * places.end);
    }

    /** {@return the place of the process in this state} */
    int of(int process, LocalState state) {
        long key = (long) process << 32 | state.number;
        int slot = slot(key);
        if (begins[slot] == 0) {
            keys[slot] = key;
            begins[slot] = add(process, state);
            if (2 * ++known > keys.length) {
                enlarge();
            }
            return begins[slot(key)];
        }
        return begins[slot];
    }

    private int slot(long key) {
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & keys.length - 1;
        while (begins[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void enlarge() {
        long[] oldKeys = keys;
        int[] oldBegins = begins;
        keys = new long[2 * oldKeys.length];
        begins = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldBegins[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                begins[slot] = oldBegins[i];
            }
        }
    }

    private int add(int process, LocalState state) {
        int kind = !state.own.isEmpty() ? Places.OWN : state.terminated() ? Places.TERMINATED : Places.STABLE;
        int place = places.place(kind, states.size(), state.events.length);
        int[] words = places.words;
        words[place + Places.VERSION] = -1;
        words[place + Places.OWN_PARTNERS] = 0;
        states.add(state);
        int offer = place + Places.FIRST;
        for (int event : state.events) {
            words[offer + Places.EVENT] = event;
            words[offer + Places.AFTER] = 0;
            words[offer + Places.LINK] = offer + Places.ROUTE;
            words[offer + Places.PLUS] = 0;
            words[offer + Places.SEEN] = -1;
            words[offer + Places.ROUTE] = 0;
            offer += Places.OFFER;
            routes.mayOffer(process, event);
        }
        places.version = routes.version() - since;
        return place;
    }

    /** {@return in which order the offers of a place are tried} */
    int[] order(int place) {
        return state(place).order();
    }

    /** {@return where in this order the first event after this one is} */
    int after(int place, int last) {
        return state(place).after(last);
    }

    LocalState state(int place) {
        return states.get(places.words[place + Places.STATE]);
    }

    /** {@return the place after the event of this offer, by its first way} */
    int after(int process, int place, int offer) {
        int after = of(process, state(place).after((offer - place - Places.FIRST) / Places.OFFER, 0));
        places.words[offer + Places.AFTER] = after;
        return after;
    }

    /** {@return the place after the first step of its own} */
    int afterOwn(int process, int place) {
        int after = of(process, state(place).afterOwn(0));
        places.words[place + Places.AFTER_OWN] = after;
        return after;
    }

    /** Finds the routes of its events anew, where parties have come to know an event since they were found. */
    void refresh(int process, int place) {
        for (int offer = place + Places.FIRST; places.words[offer + Places.EVENT] != Places.END; offer += Places.OFFER) {
            int event = places.words[offer + Places.EVENT];
            int version = routes.version(event);
            if (places.words[offer + Places.SEEN] != version) {
                int first = write(routes.find(process, event), places.words[offer + Places.ROUTE]);
                places.words[offer + Places.ROUTE] = first;
                places.words[offer + Places.SEEN] = version;
            }
        }
        places.words[place + Places.VERSION] = places.version;
        if (places.words[place + Places.OFFERS] > Places.MANY) {
            int partners = partners(place, places.words[place + Places.OWN_PARTNERS]);
            places.words[place + Places.OWN_PARTNERS] = partners;
            places.words[place + Places.PARTNERS] = partners == 0 ? 0 : place + Places.OWN_PARTNERS;
        }
    }

    /** {@return all with whom its events can happen, written where they were before; 0 if they are many, or an event needs nobody} */
    private int partners(int place, int before) {
        var partners = new TreeSet<Integer>();
        for (int offer = place + Places.FIRST; places.words[offer + Places.EVENT] != Places.END; offer += Places.OFFER) {
            for (int route = places.words[offer + Places.ROUTE]; route != 0; route = places.words[route + Places.NEXT]) {
                if (!places.addParties(route, partners)) {
                    return 0;
                }
            }
        }
        return partners.size() > Places.FEW_PARTNERS ? 0 : places.list(before != 0 ? before : places.room(Places.FEW_PARTNERS + 1), partners);
    }

    /** Writes routes over those that were found before, as far as they fit; {@return the first} */
    private int write(List<Route> found, int before) {
        if (found.size() == 1 && found.getFirst().isJoint()) {
            return joints.computeIfAbsent(Shapes.Joint.of(found.getFirst()), _ -> places.route(places.room(Places.size(found.getFirst())), 0, found.getFirst(), theirs(found.getFirst())));
        }
        int first = 0;
        int free = joints.containsValue(before) ? 0 : before;
        for (Route route : found.reversed()) {
            int size = Places.size(route);
            int at = free != 0 && size <= size(free) ? free : places.room(size);
            free = at == free ? places.words[free + Places.NEXT] : free;
            first = places.route(at, first, route, theirs(route));
        }
        return first;
    }

    /** {@return the events of the others, as they know them} */
    private int[] theirs(Route route) {
        int[] events = route.events().clone();
        for (int i = 0; numbering != null && i < events.length; i++) {
            events[i] = numbering.of(route.others()[i], events[i]);
        }
        return events;
    }

    private int size(int route) {
        int word = route + Places.PARTIES;
        while (places.words[word] != Places.END) {
            word += 2;
        }
        return word + 1 - route;
    }
}
