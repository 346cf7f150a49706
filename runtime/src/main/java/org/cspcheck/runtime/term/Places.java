package org.cspcheck.runtime.term;

import java.util.Arrays;
import java.util.Set;

/**
 * The states of the processes of a network with what each can do there, as one array of words.
 *
 * <pre>
 * place ::= KIND VERSION STATE AFTER_OWN PARTNERS OFFERS OWN_PARTNERS offer* END       the offers by event, ascending
 * offer ::= EVENT AFTER LINK PLUS SEEN ROUTE       AFTER: the place that follows, 0 until it was reached
 * row   ::= (link [visible])* list*      what processes that share their places do not share: with whom; what it is to those who look on, if any do
 * link  ::= 0 | route                    no way; the first of several ways, or of one with several others
 *         | 10PARTY event | 11PARTY event    below 0: one with one other, which has few events or is one of the {@link #large}
 * route ::= NEXT VISIBLE (PARTY event)* END                      NEXT: the next way of the same offer, 0 if there is none;
 *                                                                  where parties are many, they are all there, and share it
 * list  ::= PARTY* END                   of a place with many offers: all with whom its events can happen; none if they are not few, or an event needs nobody
 * </pre>
 *
 * <p>Lists end with a word of their own kind and not after a count, because most have one element: loops over counts cost more to begin than to run.
 *
 * <p>There are two ways to have places. Those of {@link Shapes} are known from the beginning, and processes that are the same but for the numbers of
 * their events share them: an event is then its number among those of its process, and LINK says where in the row of a process to find with whom;
 * PLUS is added to what is found there, so the values of a channel need one link. Those of {@link Growth} are found as they are reached. Each
 * belongs to one process, whose row begins at 0; EVENT is the number of the event, and LINK is where the offer has its own ROUTE. A network may have both.
 *
 * <p>Invariants. A place never moves until {@link Growth#clear}, so that following an event costs a load and no look-up; it is known by where it begins.
 * The links of a place are those of now if its VERSION is {@link #version}.
 */
final class Places {
    static final int KIND = 0;
    static final int VERSION = 1;
    /** The number of the state, among those of its graph or of its growth. */
    static final int STATE = 2;
    static final int AFTER_OWN = 3;
    /** Where in the row the list of partners is found; 0: nowhere. */
    static final int PARTNERS = 4;
    static final int OFFERS = 5;
    static final int OWN_PARTNERS = 6;
    static final int FIRST = 7;

    static final int EVENT = 0;
    static final int AFTER = 1;
    static final int LINK = 2;
    static final int PLUS = 3;
    static final int SEEN = 4;
    static final int ROUTE = 5;
    static final int OFFER = 6;

    static final int NEXT = 0;
    static final int VISIBLE = 1;
    static final int PARTIES = 2;

    /** In the place of what a way is called: the row of the process says it. */
    static final int IN_ROW = -1;
    /** Of a hidden event; however much is added to it. */
    static final int HIDDEN = Integer.MIN_VALUE;

    /** Greater than any event and any party. */
    static final int END = Integer.MAX_VALUE;

    /** Kinds: it offers events and nothing else; it offers one, which one other has to offer as well; it has ended; it has steps of its own. */
    static final int STABLE = 0;
    static final int PAIR = 1;
    static final int TERMINATED = 2;
    static final int OWN = 3;

    /** With more offers than these, those that might take one are asked rather than each offer; and an event is looked for by halves. */
    static final int MANY = 2;
    static final int FEW_PARTNERS = 4;
    private static final int BY_HALVES = 8;

    private static final int LARGE = 1 << 30;
    static final int LARGE_BITS = 24;
    private static final int MOST_LARGE = 1 << 30 - LARGE_BITS;

    /** Bits for the number of a party and of one of its events. */
    static final int PAIR_BITS = 30;

    int[] words = new int[1 << 10];
    /** Where the row of each process begins. */
    final int[] rows;
    /** Of a link with one other that has few events: the bits of its event. */
    final int bits;
    /** Parties with more events than have room beside the number of any party. */
    private final int[] large;

    int version;
    int end = 1;

    Places(int processes, int bits, int[] large) {
        this.rows = new int[processes];
        this.bits = bits;
        this.large = large;
    }

    int room(int size) {
        int begin = end;
        end += size;
        if (end > words.length) {
            words = Arrays.copyOf(words, Math.max(end, words.length + (words.length >> 1)));
        }
        return begin;
    }

    /** Nothing will be added any more. */
    void trim() {
        words = Arrays.copyOf(words, end);
    }

    /** {@return where a place without its offers, but with room for them, begins} */
    int place(int kind, int state, int offers) {
        int place = room(FIRST + OFFER * offers + 1);
        words[place + KIND] = kind;
        words[place + VERSION] = version;
        words[place + STATE] = state;
        words[place + AFTER_OWN] = 0;
        words[place + PARTNERS] = 0;
        words[place + OFFERS] = offers;
        words[place + FIRST + OFFER * offers] = END;
        return place;
    }

    /** {@return a link with one other; 0 if it has no room} */
    int pair(int party, int event) {
        int place = Arrays.binarySearch(large, party);
        if (place >= 0) {
            return place < MOST_LARGE && event < 1 << LARGE_BITS ? Integer.MIN_VALUE | LARGE | place << LARGE_BITS | event : 0;
        }
        return Integer.MIN_VALUE | party << bits | event;
    }

    /** {@return whether a link is one with one other that has few events} */
    static boolean isSmall(int link) {
        return link < 0 && (link & LARGE) == 0;
    }

    int party(int link) {
        return (link & LARGE) == 0 ? smallParty(link) : large[(link & LARGE - 1) >>> LARGE_BITS];
    }

    int event(int link) {
        return (link & LARGE) == 0 ? smallEvent(link) : link & (1 << LARGE_BITS) - 1;
    }

    int smallParty(int link) {
        return (link & LARGE - 1) >>> bits;
    }

    int smallEvent(int link) {
        return link & (1 << bits) - 1;
    }

    /** {@return the link of a process by one of its offers} */
    int link(int process, int offer) {
        return words[rows[process] + words[offer + LINK]] + words[offer + PLUS];
    }

    /** {@return what an event is called by those who look on, which the way says, or else the row; below 0 if it is hidden} */
    int visible(int process, int offer, int way) {
        int visible = way < 0 ? IN_ROW : words[way + VISIBLE];
        return visible == IN_ROW ? words[rows[process] + words[offer + LINK] + 1] + words[offer + PLUS] : visible;
    }

    /** {@return where the partners of a process at a place are listed; 0 if they are not} */
    int partners(int process, int place) {
        int partners = words[place + PARTNERS];
        return partners == 0 ? 0 : words[rows[process] + partners];
    }

    /** {@return the offer of an event at a place; 0 if there is none} Most places offer events one after the other. */
    int offer(int place, int event) {
        int first = place + FIRST;
        int distance = event - words[first + EVENT];
        if (distance >= 0 && distance < words[place + OFFERS] && words[first + OFFER * distance + EVENT] == event) {
            return first + OFFER * distance;
        }
        int offer = words[place + OFFERS] > BY_HALVES ? notBefore(place, event) : first;
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

    /** {@return whether the partners of a process with many offers are listed, and this is none of them} */
    boolean sparesParty(int process, int place, int party) {
        int partner = partners(process, place);
        if (partner == 0) {
            return false;
        }
        while (words[partner] < party) {
            partner++;
        }
        return words[partner] != party;
    }

    /** Writes a route; {@return where it begins} */
    int route(int at, int next, Route route, int[] events) {
        words[at + NEXT] = next;
        words[at + VISIBLE] = route.event();
        int word = at + PARTIES;
        for (int i = 0; i < route.others().length; i++) {
            words[word++] = route.others()[i];
            words[word++] = events[i];
        }
        words[word] = END;
        return at;
    }

    static int size(Route route) {
        return PARTIES + 2 * route.others().length + 1;
    }

    /** Adds the parties of a route; {@return whether there are any} */
    boolean addParties(int route, Set<Integer> parties) {
        for (int word = route + PARTIES; words[word] != END; word += 2) {
            parties.add(words[word]);
        }
        return words[route + PARTIES] != END;
    }

    /** Writes a list of parties; {@return where it begins} */
    int list(int at, Iterable<Integer> parties) {
        int word = at;
        for (int party : parties) {
            words[word++] = party;
        }
        words[word] = END;
        return at;
    }
}
