package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The states of the processes of a network with what each can do there, as one array of words.
 *
 * <pre>
 * place ::= KIND VERSION STATE AFTER_OWN PARTNERS OFFERS offer* END       the offers by event, ascending
 * offer ::= EVENT AFTER ROUTE SEEN       AFTER: the place that follows, 0 until it was reached; ROUTE: the first, 0 if there is none;
 *                                        SEEN: the version of the event for which routes were found
 * route ::= NEXT VISIBLE (PARTY event)* END                      NEXT: the next route of the same offer, 0 if there is none
 * partners ::= PARTY* END                PARTNERS: of a place with many offers, 0 if they are not few, or not needed for each event
 * </pre>
 *
 * <p>Lists end with a word of their own kind and not after a count, because most have one element: loops over counts cost more to begin than to run.
 *
 * <p>A place belongs to one process, so that following an event costs a load and no look-up; it is known by where it begins. Invariants. A place
 * never moves until {@link #clear}. The routes of a place are those of now if its VERSION is that of {@code routes}; {@link #refresh} makes it so.
 */
final class Places {
    static final int KIND = 0;
    static final int VERSION = 1;
    static final int STATE = 2;
    static final int AFTER_OWN = 3;
    static final int PARTNERS = 4;
    static final int OFFERS = 5;
    static final int FIRST = 6;

    static final int EVENT = 0;
    static final int AFTER = 1;
    static final int ROUTE = 2;
    static final int SEEN = 3;
    static final int OFFER = 4;

    static final int NEXT = 0;
    static final int VISIBLE = 1;
    static final int PARTIES = 2;

    /** Greater than any event and any party. */
    static final int END = Integer.MAX_VALUE;

    /** Kinds: it offers events and nothing else; it offers one, which one other has to offer as well; it has ended; it has steps of its own. */
    static final int STABLE = 0;
    static final int PAIR = 1;
    static final int TERMINATED = 2;
    static final int OWN = 3;

    /** With more offers than these, those that might take one are asked rather than each offer; and an event is looked for by halves. */
    static final int MANY = 2;
    private static final int BY_HALVES = 8;
    private static final int FEW_PARTNERS = 4;
    /** Processes over endless data forget the places behind them. */
    private static final int REMEMBERED = 1 << 22;

    int[] words = new int[1 << 10];
    private int end = 1;
    private int crowdedAt = REMEMBERED;
    private final Routes routes;
    private final List<LocalState> states = new ArrayList<>();
    /** Where the place of a process in a state begins: an open table by both. */
    private long[] keys = new long[1 << 6];
    private int[] begins = new int[1 << 6];
    private int known;

    Places(Routes routes) {
        this.routes = routes;
    }

    /** {@return whether it is time to forget what is behind} */
    boolean crowded() {
        return end >= crowdedAt;
    }

    /** Forgets all; the places in use are to be asked for again. */
    void clear() {
        end = 1;
        states.clear();
        Arrays.fill(begins, 0);
        known = 0;
    }

    /** What is there now is in use: the next time that it is crowded there are as many places again. */
    void keepAll() {
        crowdedAt = Math.max(REMEMBERED, 2 * end);
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
        int place = room(FIRST + OFFER * state.events.length + 1);
        words[place + KIND] = !state.own.isEmpty() ? OWN : state.terminated() ? TERMINATED : STABLE;
        words[place + VERSION] = -1;
        words[place + STATE] = states.size();
        words[place + AFTER_OWN] = 0;
        words[place + PARTNERS] = 0;
        words[place + OFFERS] = state.events.length;
        states.add(state);
        int offer = place + FIRST;
        for (int event : state.events) {
            words[offer + EVENT] = event;
            words[offer + AFTER] = 0;
            words[offer + ROUTE] = 0;
            words[offer + SEEN] = -1;
            offer += OFFER;
            routes.mayOffer(process, event);
        }
        words[offer] = END;
        return place;
    }

    private int room(int size) {
        int begin = end;
        end += size;
        if (end > words.length) {
            words = Arrays.copyOf(words, Math.max(end, words.length + (words.length >> 1)));
        }
        return begin;
    }

    LocalState state(int place) {
        return states.get(words[place + STATE]);
    }

    /** {@return the offer of an event at a place; 0 if there is none} */
    int offer(int place, int event) {
        int offer = words[place + OFFERS] > BY_HALVES ? notBefore(place, event) : place + FIRST;
        while (words[offer + EVENT] < event) {
            offer += OFFER;
        }
        return words[offer + EVENT] == event ? offer : 0;
    }

    /** {@return the first offer whose event is not less; if there is none, the last} By halves. */
    private int notBefore(int place, int event) {
        int low = 0;
        int high = words[place + OFFERS] - 1;
        while (low < high) {
            int middle = low + high >>> 1;
            if (words[place + FIRST + OFFER * middle + EVENT] < event) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return place + FIRST + OFFER * low;
    }

    /** {@return whether a place with many offers has partners that are few, and this is none of them} */
    boolean sparesParty(int place, int party) {
        int partner = words[place + PARTNERS];
        if (partner == 0) {
            return false;
        }
        while (words[partner] < party) {
            partner++;
        }
        return words[partner] != party;
    }

    /** {@return the place after the event of this offer, by its first way} */
    int after(int process, int place, int offer) {
        int after = words[offer + AFTER];
        if (after == 0) {
            after = of(process, state(place).after((offer - place - FIRST) / OFFER, 0));
            words[offer + AFTER] = after;
        }
        return after;
    }

    /** {@return the place after the first step of its own} */
    int afterOwn(int process, int place) {
        int after = words[place + AFTER_OWN];
        if (after == 0) {
            after = of(process, state(place).afterOwn(0));
            words[place + AFTER_OWN] = after;
        }
        return after;
    }

    /** Finds the routes of its events anew, where parties have come to know an event since they were found. */
    void refresh(int process, int place) {
        for (int offer = place + FIRST; words[offer + EVENT] != END; offer += OFFER) {
            int event = words[offer + EVENT];
            int version = routes.version(event);
            if (words[offer + SEEN] != version) {
                int first = write(routes.find(process, event), words[offer + ROUTE]);
                words[offer + ROUTE] = first;
                words[offer + SEEN] = version;
            }
        }
        words[place + VERSION] = routes.version();
        if (words[place + KIND] <= PAIR) {
            words[place + KIND] = isPair(place) ? PAIR : STABLE;
        }
        if (words[place + OFFERS] > MANY) {
            int partners = partners(place, words[place + PARTNERS]);
            words[place + PARTNERS] = partners;
        }
    }

    /** {@return the parties without one of which none of its events can happen, written where they were before} */
    private int partners(int place, int before) {
        var partners = new TreeSet<Integer>();
        for (int offer = place + FIRST; words[offer + EVENT] != END; offer += OFFER) {
            for (int route = words[offer + ROUTE]; route != 0; route = words[route + NEXT]) {
                if (words[route + PARTIES] == END) {
                    return 0;
                }
                partners.add(words[route + PARTIES]);
            }
        }
        if (partners.size() > FEW_PARTNERS) {
            return 0;
        }
        int at = before != 0 ? before : room(FEW_PARTNERS + 1);
        int word = at;
        for (int party : partners) {
            words[word++] = party;
        }
        words[word] = END;
        return at;
    }

    private boolean isPair(int place) {
        int route = words[place + FIRST + ROUTE];
        return words[place + OFFERS] == 1 && route != 0 && words[route + NEXT] == 0 && size(route) == PARTIES + 3;
    }

    /** Writes routes over those that were found before, as far as they fit; {@return the first} */
    private int write(List<Route> found, int before) {
        int first = 0;
        int free = before;
        for (Route route : found.reversed()) {
            int size = PARTIES + 2 * route.others().length + 1;
            int at = free != 0 && size <= size(free) ? free : room(size);
            free = at == free ? words[free + NEXT] : free;
            words[at + NEXT] = first;
            words[at + VISIBLE] = route.event();
            int word = at + PARTIES;
            for (int i = 0; i < route.others().length; i++) {
                words[word++] = route.others()[i];
                words[word++] = route.events()[i];
            }
            words[word] = END;
            first = at;
        }
        return first;
    }

    private int size(int route) {
        int word = route + PARTIES;
        while (words[word] != END) {
            word += 2;
        }
        return word + 1 - route;
    }
}
