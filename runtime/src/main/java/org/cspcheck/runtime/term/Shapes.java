package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.Event;

/**
 * The places of the processes of a network that have few states, each graph written once for all processes that have it.
 *
 * <p>What a process has for itself is a row: with whom it does what. Events one after the other that it does with the same other, which also has
 * them one after the other, have one link between them, if that is so for all processes of the shape.
 *
 * <p>The others grow: their places are those of {@link Growth}. They count as parties that may offer any event, so what they do later changes no link.
 */
final class Shapes {
    /** A way that is the same object for all who take part, as arrays are compared. */
    record Joint(int event, int[] parties) {
        static Joint of(Route way) {
            return new Joint(way.event(), way.others());
        }
    }

    /** The processes with the same graph. */
    private static final class Shape {
        final int events;
        final Graph.Form form;
        final List<Integer> processes = new ArrayList<>();
        /** Whether the link of an event is not, for one of the processes, that of the event before and one more. */
        final boolean[] breaks;
        /** Whether every process does the event with one other. */
        final boolean[] pairs;

        Shape(int events, Graph.Form form) {
            this.events = events;
            this.form = form;
            this.breaks = new boolean[events];
            this.pairs = new boolean[events];
            Arrays.fill(pairs, true);
        }
    }

    private static final int MOST_WITH_GROWING = 1 << 16;
    private static final int MOST_OF_EACH = 1 << 5;
    private static final int[] NONE = {};

    private final Routes routes;
    private final Alphabet alphabet;
    private final Numbering numbering;
    private final int[] starts;
    private final int[] last;
    private final Map<Graph.Form, Shape> shapes = new LinkedHashMap<>();
    private final boolean named;
    private int alone;
    private final Map<Joint, Integer> joints = new HashMap<>();
    private int growing;
    private final BitSet meetsGrowing = new BitSet();
    private Places places;
    private int[][] links;
    /** If anybody is told: what these are called. */
    private int[][] visible;

    /** @param named whether anybody is told the names of events */
    Shapes(Routes routes, Alphabet alphabet, int processes, boolean named) {
        this.routes = routes;
        this.alphabet = alphabet;
        this.numbering = new Numbering(alphabet, new int[processes][]);
        this.starts = new int[processes];
        this.last = new int[processes];
        this.named = named;
    }

    /**
     * Adds a process; all are added before {@link #places}.
     *
     * @param latest the event that it performed last
     */
    void add(int process, Graph graph, int latest) {
        Shape shape = shapes.computeIfAbsent(graph.form, form -> new Shape(graph.events.length, form));
        shape.processes.add(process);
        numbering.events()[process] = graph.events;
        int at = Graph.place(alphabet, graph.events, latest);
        last[process] = at >= 0 ? at : -at - 2;
        for (int event : graph.events) {
            routes.mayOffer(process, event);
        }
    }

    /** Adds a process whose states are found as they are reached; all such are added before any is asked for its links. */
    void addGrowing(int process, int latest) {
        routes.mayOfferAnything(process);
        last[process] = latest;
        growing++;
    }

    /** {@return how many processes grow} */
    int growing() {
        return growing;
    }

    /** {@return the routes of the processes that grow, as far as they matter to these} All links are found. */
    Routes routesOfGrowing(Composition root) {
        var kept = new Routes(root, alphabet);
        for (int process = 0; process < starts.length; process++) {
            if (numbering.grows(process)) {
                kept.mayOfferAnything(process);
            } else if (meetsGrowing.get(process)) {
                for (int event : numbering.events()[process]) {
                    kept.mayOffer(process, event);
                }
            }
        }
        return kept;
    }

    /** {@return the numbers of the events of those who may do something with a process that grows} */
    Numbering numberingForGrowing() {
        int[][] kept = numbering.events().clone();
        Arrays.setAll(kept, process -> numbering.grows(process) || meetsGrowing.get(process) ? kept[process] : NONE);
        return new Numbering(alphabet, kept);
    }

    /** {@return of each process the number of the last of its events up to that which it performed last; -1 if there is none} Of those that grow the event itself. */
    int[] last() {
        return last;
    }

    /** {@return where each process begins} */
    int[] starts() {
        return starts;
    }

    /** {@return the places; empty if there are too many ways to go together with processes that grow} */
    Optional<Places> places() {
        int most = Arrays.stream(numbering.events()).mapToInt(list -> list == null ? 0 : list.length).max().orElse(0);
        int bits = Math.min(bits(most), Places.PAIR_BITS - bits(starts.length));
        int[] large = IntStream.range(0, starts.length)
                .filter(process -> !numbering.grows(process) && bits(numbering.events()[process].length) > bits)
                .toArray();
        places = new Places(starts.length, bits, large);
        links = new int[starts.length][];
        visible = new int[starts.length][];
        for (Shape shape : shapes.values()) {
            for (int process : shape.processes) {
                findLinks(shape, process);
                if (growing > 0 && places.end > MOST_WITH_GROWING + MOST_OF_EACH * starts.length) {
                    return Optional.empty();
                }
            }
        }
        shapes.values().forEach(this::write);
        places.trim();
        return Optional.of(places);
    }

    private static int bits(int number) {
        return 32 - Integer.numberOfLeadingZeros(Math.max(1, number));
    }

    // ---- with whom

    private void findLinks(Shape shape, int process) {
        int[] own = numbering.events()[process];
        int[] found = new int[own.length];
        int[] called = new int[own.length];
        for (int i = 0; i < own.length; i++) {
            List<Route> ways = routes.find(process, own[i]);
            found[i] = link(process, ways);
            called[i] = !named || ways.isEmpty() || !Event.isVisible(ways.getFirst().event()) ? Places.HIDDEN : ways.getFirst().event();
            shape.pairs[i] &= !named && Places.isSmall(found[i]);
            shape.breaks[i] |= i == 0 || found[i - 1] >= 0 || found[i] != found[i - 1] + 1 || !follows(called[i], called[i - 1]);
        }
        links[process] = found;
        visible[process] = called;
    }

    private static boolean follows(int called, int before) {
        return called == before ? called == Places.HIDDEN : called == before + 1;
    }

    private int link(int process, List<Route> ways) {
        if (ways.size() == 1 && ways.getFirst().others().length == 1 && !numbering.grows(ways.getFirst().others()[0])) {
            int other = ways.getFirst().others()[0];
            int pair = places.pair(other, numbering.of(other, ways.getFirst().events()[0]));
            if (pair != 0) {
                return pair;
            }
        }
        if (ways.size() == 1 && ways.getFirst().others().length == 0) {
            alone = alone != 0 ? alone : route(process, Route.alone(Places.IN_ROW), 0);
            return alone;
        }
        if (ways.size() == 1 && ways.getFirst().isJoint()) {
            return joints.computeIfAbsent(Joint.of(ways.getFirst()), _ -> route(process, ways.getFirst(), 0));
        }
        int first = 0;
        for (Route way : ways.reversed()) {
            first = route(process, way, first);
        }
        return first;
    }

    private int route(int process, Route way, int next) {
        int[] theirs = new int[way.others().length];
        for (int i = 0; i < theirs.length; i++) {
            theirs[i] = numbering.of(way.others()[i], way.events()[i]);
            if (numbering.grows(way.others()[i])) {
                meetsGrowing.set(process);
            }
        }
        return places.route(places.room(Places.size(way)), next, way, theirs);
    }

    // ---- the words of a shape, and the rows of its processes

    private void write(Shape shape) {
        int[] link = new int[shape.events];
        int[] first = new int[shape.events];
        int size = 0;
        for (int event = 0; event < shape.events; event++) {
            link[event] = shape.breaks[event] ? size : link[event - 1];
            size += shape.breaks[event] ? named ? 2 : 1 : 0;
            first[event] = shape.breaks[event] ? event : first[event - 1];
        }
        int[] begins = write(shape, link, first);
        int[] lists = Arrays.stream(begins).filter(place -> hasPartners(shape, place)).toArray();
        for (int i = 0; i < lists.length; i++) {
            places.words[lists[i] + Places.PARTNERS] = size + i;
        }
        for (int process : shape.processes) {
            starts[process] = begins[0];
            int row = places.room(size + lists.length);
            places.rows[process] = row;
            for (int event = 0; event < shape.events; event++) {
                places.words[row + link[event]] = links[process][first[event]];
                if (named) {
                    places.words[row + link[event] + 1] = visible[process][first[event]];
                }
            }
            writeLists(process, lists);
        }
    }

    /** {@return where the places of the states begin} */
    private int[] write(Shape shape, int[] link, int[] first) {
        int[] form = shape.form.words();
        var begins = new ArrayList<Integer>();
        for (int state = 0; state < form.length; state += Graph.size(form, state)) {
            boolean pair = form[state] == Places.STABLE && form[state + Graph.OFFERS] == 1 && shape.pairs[form[state + Graph.FIRST]];
            begins.add(places.place(pair ? Places.PAIR : form[state], begins.size(), form[state + Graph.OFFERS]));
        }
        int[] words = places.words;
        int number = 0;
        for (int state = 0; state < form.length; state += Graph.size(form, state)) {
            int place = begins.get(number++);
            words[place + Places.AFTER_OWN] = form[state + Graph.OWN] < 0 ? 0 : begins.get(form[state + Graph.OWN]);
            int offer = place + Places.FIRST;
            for (int i = state + Graph.FIRST; i < state + Graph.size(form, state); i += 2) {
                words[offer + Places.EVENT] = form[i];
                words[offer + Places.AFTER] = begins.get(form[i + 1]);
                words[offer + Places.LINK] = link[form[i]];
                words[offer + Places.PLUS] = form[i] - first[form[i]];
                offer += Places.OFFER;
            }
        }
        return begins.stream().mapToInt(begin -> begin).toArray();
    }

    // ---- whom to ask at a place with many offers

    private boolean hasPartners(Shape shape, int place) {
        return places.words[place + Places.OFFERS] > Places.MANY && shape.processes.stream().allMatch(process -> partners(process, place) != null);
    }

    /** {@return all with whom its events can happen; null if they are many, or an event needs nobody} */
    private TreeSet<Integer> partners(int process, int place) {
        var partners = new TreeSet<Integer>();
        for (int offer = place + Places.FIRST; places.words[offer + Places.EVENT] != Places.END; offer += Places.OFFER) {
            int route = links[process][places.words[offer + Places.EVENT]];
            if (route < 0) {
                partners.add(places.party(route));
                route = 0;
            }
            for (; route != 0; route = places.words[route + Places.NEXT]) {
                if (!places.addParties(route, partners)) {
                    return null;
                }
            }
        }
        return partners.size() > Places.FEW_PARTNERS ? null : partners;
    }

    /** Writes the lists of a process at these places; equal ones once. */
    private void writeLists(int process, int[] at) {
        var written = new HashMap<TreeSet<Integer>, Integer>();
        for (int place : at) {
            TreeSet<Integer> partners = partners(process, place);
            int list = written.computeIfAbsent(partners, some -> places.list(places.room(some.size() + 1), some));
            places.words[places.rows[process] + places.words[place + Places.PARTNERS]] = list;
        }
    }
}
