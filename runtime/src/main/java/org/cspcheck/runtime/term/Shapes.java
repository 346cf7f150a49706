package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The places of a network all of whose processes have few states, each graph written once for all processes that have it.
 *
 * <p>What a process has for itself is a row: with whom it does what. Events one after the other that it does with the same other, which also has
 * them one after the other, have one link between them, if that is so for all processes of the shape.
 */
final class Shapes {
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

    private final Routes routes;
    private final int[][] events;
    private final int[] starts;
    private final int[] last;
    private final Map<Graph.Form, Shape> shapes = new LinkedHashMap<>();
    private final boolean named;
    private int alone;
    private Places places;
    private int[][] links;

    /** @param named whether anybody is told the names of events */
    Shapes(Routes routes, int processes, boolean named) {
        this.routes = routes;
        this.events = new int[processes][];
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
        events[process] = graph.events;
        int at = Arrays.binarySearch(graph.events, latest);
        last[process] = at >= 0 ? at : -at - 2;
        for (int event : graph.events) {
            routes.mayOffer(process, event);
        }
    }

    /** {@return of each process the number of the last of its events up to that which it performed last; -1 if there is none} */
    int[] last() {
        return last;
    }

    /** {@return where each process begins} */
    int[] starts() {
        return starts;
    }

    Places places() {
        int most = Arrays.stream(events).mapToInt(list -> list.length).max().orElse(0);
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, most));
        boolean fits = bits + 32 - Integer.numberOfLeadingZeros(events.length) < Integer.SIZE;
        places = new Places(events.length, bits);
        links = new int[events.length][];
        for (Shape shape : shapes.values()) {
            for (int process : shape.processes) {
                findLinks(shape, process, fits && !named);
            }
        }
        shapes.values().forEach(this::write);
        places.trim();
        return places;
    }

    // ---- with whom

    private void findLinks(Shape shape, int process, boolean packed) {
        int[] own = events[process];
        int[] found = new int[own.length];
        for (int i = 0; i < own.length; i++) {
            found[i] = link(routes.find(process, own[i]), packed);
            shape.pairs[i] &= found[i] < 0;
            shape.breaks[i] |= i == 0 || found[i - 1] >= 0 || found[i] != found[i - 1] + 1;
        }
        links[process] = found;
    }

    private int link(List<Route> ways, boolean packed) {
        if (packed && ways.size() == 1 && ways.getFirst().others().length == 1) {
            int other = ways.getFirst().others()[0];
            return places.pair(other, Arrays.binarySearch(events[other], ways.getFirst().events()[0]));
        }
        if (!named && ways.size() == 1 && ways.getFirst().others().length == 0) {
            alone = alone != 0 ? alone : route(ways.getFirst(), 0);
            return alone;
        }
        int first = 0;
        for (Route way : ways.reversed()) {
            first = route(way, first);
        }
        return first;
    }

    private int route(Route way, int next) {
        int[] theirs = new int[way.others().length];
        for (int i = 0; i < theirs.length; i++) {
            theirs[i] = Arrays.binarySearch(events[way.others()[i]], way.events()[i]);
        }
        return places.route(places.room(Places.size(way)), next, way, theirs);
    }

    // ---- the words of a shape, and the rows of its processes

    private void write(Shape shape) {
        int[] link = new int[shape.events];
        int[] first = new int[shape.events];
        int size = 0;
        for (int event = 0; event < shape.events; event++) {
            link[event] = shape.breaks[event] ? size++ : size - 1;
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

    /** {@return the parties without one of which none of its events can happen; null if they are many, or not all of its events need one} */
    private TreeSet<Integer> partners(int process, int place) {
        var partners = new TreeSet<Integer>();
        for (int offer = place + Places.FIRST; places.words[offer + Places.EVENT] != Places.END; offer += Places.OFFER) {
            int route = links[process][places.words[offer + Places.EVENT]];
            if (route < 0) {
                partners.add(places.party(route));
                route = 0;
            }
            for (; route != 0; route = places.words[route + Places.NEXT]) {
                if (places.words[route + Places.PARTIES] == Places.END) {
                    return null;
                }
                partners.add(places.words[route + Places.PARTIES]);
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
