package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Links;

/**
 * For each event of each party the ways in which it is an event of the whole, found once.
 *
 * <p>The rules are those of the firing rules for parallel, hiding and renaming, read from one party's side. Only parties that have offered an
 * event before count as partners for it, so that of a thousand interleaved processes not all are asked about an event that one of them has.
 *
 * <p>Invariant: what is remembered for an event was found after the last party offered that event for the first time; where events change
 * their names, after the last first offer of any event.
 */
final class Routes {
    private record Found(int version, Route[] routes) {}

    /** Of a renaming: the events before it by those after it; of an interleaving: the operands by what they show. */
    private record Index(int version, Map<Integer, List<Integer>> list) {}

    private final Composition root;
    private final Alphabet alphabet;
    private final boolean renames;
    private final Map<Integer, List<Integer>> offeredBy = new HashMap<>();
    private final Map<Integer, Set<Integer>> offers = new HashMap<>();
    private final Map<Composition, Index> indices = new IdentityHashMap<>();
    private final Map<Composition, Map<Integer, Found>> joints = new IdentityHashMap<>();
    private final List<Map<Integer, Found>> found = new ArrayList<>();
    private final NavigableSet<Integer> offersAnything = new TreeSet<>();
    private int firstOffers;

    Routes(Composition root, Alphabet alphabet) {
        this.root = root;
        this.alphabet = alphabet;
        this.renames = root.renames();
    }

    /** Notes that the party may offer the event; {@return whether that is news} */
    boolean mayOffer(int party, int event) {
        if (offersAnything.contains(party) || !offers.computeIfAbsent(party, _ -> new HashSet<>()).add(event)) {
            return false;
        }
        offeredBy.computeIfAbsent(event, _ -> new ArrayList<>(2)).add(party);
        firstOffers++;
        return true;
    }

    /** Notes that the party may offer any event: whoever stands at the boundary does, and whose states are not all known. */
    void mayOfferAnything(int party) {
        if (offersAnything.add(party)) {
            found.clear();
            joints.clear();
            firstOffers++;
        }
    }

    /** {@return a number that changes when routes may} */
    int version() {
        return firstOffers;
    }

    /** {@return a number that changes when the routes of this event may} */
    int version(int event) {
        return renames ? firstOffers : offeredBy.getOrDefault(event, List.of()).size();
    }

    private boolean offers(int party, int event) {
        return offersAnything.contains(party) || offers.containsKey(party) && offers.get(party).contains(event);
    }

    /** {@return the ways in which the party's event is one of the whole; none if it is blocked} */
    Route[] of(int party, int event) {
        while (found.size() <= party) {
            found.add(new HashMap<>());
        }
        Map<Integer, Found> ofParty = found.get(party);
        Found known = ofParty.get(event);
        int version = version(event);
        if (known == null || known.version != version) {
            known = new Found(version, find(party, event).toArray(Route[]::new));
            ofParty.put(event, known);
        }
        return known.routes;
    }

    /** {@return the same, looked for anew} */
    List<Route> find(int party, int event) {
        return up(root, party, event);
    }

    // ---- from the party outwards

    private List<Route> up(Composition node, int party, int event) {
        return switch (node) {
            case Composition.One _ -> List.of(Route.alone(event));
            case Composition.Hidden(Composition inner, EventSet hidden) -> up(inner, party, event).stream()
                    .map(route -> hides(hidden, route) ? route.as(Event.TAU) : route)
                    .toList();
            case Composition.Renamed renamed -> {
                var routes = new ArrayList<Route>();
                for (Route route : up(renamed.inner(), party, event)) {
                    if (route.event() == Event.TAU) {
                        routes.add(route);
                    } else {
                        Arrays.stream(Offer.ordered(alphabet, renamed.renaming().images(route.event()))).mapToObj(route::as).forEach(routes::add);
                    }
                }
                yield routes;
            }
            case Composition.Sharing sharing -> sharing(sharing, party, event);
            case Composition.Alphabetised parallel -> alphabetised(parallel, party, event);
            case Composition.Linked linked -> linked(linked, party, event);
        };
    }

    private static boolean hides(EventSet hidden, Route route) {
        return route.event() != Event.TAU && hidden.contains(route.event());
    }

    private List<Route> sharing(Composition.Sharing sharing, int party, int event) {
        List<Composition> operands = sharing.operands().list();
        int own = sharing.operands().with(party);
        var routes = new ArrayList<Route>();
        for (Route route : up(operands.get(own), party, event)) {
            if (route.event() == Event.TAU || !sharing.together().contains(route.event())) {
                routes.add(route);
            } else {
                routes.addAll(joint(sharing, operands.size(), route.event(), () -> operands).orElseGet(() -> {
                    if (candidates(sharing, route.event()).size() < operands.size()) {
                        return List.of();
                    }
                    List<Composition> others = new ArrayList<>(operands);
                    others.remove(own);
                    return join(List.of(route), others, route.event());
                }));
            }
        }
        return routes;
    }

    private List<Route> alphabetised(Composition.Alphabetised parallel, int party, int event) {
        List<Composition> operands = parallel.operands().list();
        int own = parallel.operands().with(party);
        var routes = new ArrayList<Route>();
        for (Route route : up(operands.get(own), party, event)) {
            if (route.event() == Event.TAU) {
                routes.add(route);
            } else if (parallel.owners().owns(own, route.event())) {
                List<Integer> owners = parallel.owners().of(route.event());
                routes.addAll(joint(parallel, owners.size(), route.event(), () -> owners.stream().map(operands::get).toList())
                        .orElseGet(() -> join(List.of(route), owners.stream().filter(i -> i != own).map(operands::get).toList(), route.event())));
            }
        }
        return routes;
    }

    private List<Route> linked(Composition.Linked linked, int party, int event) {
        boolean left = party < linked.left().to();
        var routes = new ArrayList<Route>();
        for (Route route : up(left ? linked.left() : linked.right(), party, event)) {
            int at = route.event();
            if (at == Event.TAU || !(left ? linked.links().linksLeft(at) : linked.links().linksRight(at))) {
                routes.add(route);
                continue;
            }
            for (Links.Link link : linked.links().pairs()) {
                if (left && link.left() == at) {
                    routes.addAll(join(List.of(route.as(Event.TAU)), List.of(linked.right()), link.right()));
                } else if (!left && link.right() == at) {
                    routes.addAll(join(List.of(route.as(Event.TAU)), List.of(linked.left()), link.left()));
                }
            }
        }
        return routes;
    }

    /** {@return the way in which all these operands perform the event, if they are many and each has one: found once, and one object for all of them} */
    private Optional<List<Route>> joint(Composition node, int size, int event, Supplier<List<Composition>> operands) {
        if (!Route.areMany(size)) {
            return Optional.empty();
        }
        Map<Integer, Found> ofNode = joints.computeIfAbsent(node, _ -> new HashMap<>());
        Found known = ofNode.get(event);
        int version = version(event);
        if (known == null || known.version != version) {
            known = new Found(version, join(operands.get(), event));
            ofNode.put(event, known);
        }
        return known.routes.length == 0 ? Optional.empty() : Optional.of(List.of(known.routes));
    }

    /** {@return the one way, none if one of them has not one} */
    private Route[] join(List<Composition> operands, int event) {
        var parties = IntStream.builder();
        var events = IntStream.builder();
        for (Composition operand : operands) {
            List<Route> ways = down(operand, event);
            if (ways.size() != 1) {
                return new Route[0];
            }
            Arrays.stream(ways.getFirst().others()).forEach(parties);
            Arrays.stream(ways.getFirst().events()).forEach(events);
        }
        return new Route[] {new Route(event, parties.build().toArray(), events.build().toArray())};
    }

    /** Every route together with each way in which all the others perform the event. */
    private List<Route> join(List<Route> routes, List<Composition> others, int event) {
        List<Route> joined = routes;
        for (Composition other : others) {
            List<Route> ways = down(other, event);
            var longer = new ArrayList<Route>(joined.size() * ways.size());
            joined.forEach(route -> ways.forEach(way -> longer.add(route.with(way))));
            joined = longer;
        }
        return joined;
    }

    // ---- from an event inwards

    /** {@return the ways in which the part performs a visible event; each has all its parties among the others} */
    private List<Route> down(Composition node, int event) {
        return switch (node) {
            case Composition.One(int party) -> offers(party, event)
                    ? List.of(Route.alone(event).with(party, event))
                    : List.of();
            case Composition.Hidden(Composition inner, EventSet hidden) -> hidden.contains(event) ? List.of() : down(inner, event);
            case Composition.Renamed renamed -> {
                var routes = new ArrayList<Route>();
                for (int before : index(renamed).list.getOrDefault(event, List.of())) {
                    down(renamed.inner(), before).forEach(route -> routes.add(route.as(event)));
                }
                yield routes;
            }
            case Composition.Sharing sharing -> {
                List<Composition> operands = sharing.operands().list();
                yield sharing.together().contains(event)
                        ? joint(sharing, operands.size(), event, () -> operands).orElseGet(() -> join(List.of(Route.alone(event)), operands, event))
                        : any(candidates(sharing, event), event);
            }
            case Composition.Alphabetised parallel -> {
                List<Composition> owners =
                        parallel.owners().of(event).stream().map(parallel.operands().list()::get).toList();
                yield owners.isEmpty()
                        ? List.of()
                        : joint(parallel, owners.size(), event, () -> owners).orElseGet(() -> join(List.of(Route.alone(event)), owners, event));
            }
            case Composition.Linked(Composition left, Composition right, Links links) -> {
                var routes = new ArrayList<Route>();
                if (!links.linksLeft(event)) {
                    routes.addAll(down(left, event));
                }
                if (!links.linksRight(event)) {
                    routes.addAll(down(right, event));
                }
                yield routes;
            }
        };
    }

    /** {@return the visible events that the part's parties may ever show outside of it} */
    private Set<Integer> shown(Composition node) {
        var shown = new TreeSet<Integer>(alphabet::compare);
        switch (node) {
            case Composition.One(int party) -> shown.addAll(offers.getOrDefault(party, Set.of()));
            case Composition.Hidden(Composition inner, EventSet hidden) -> {
                shown.addAll(shown(inner));
                shown.removeIf(hidden::contains);
            }
            case Composition.Renamed renamed -> shown(renamed.inner())
                    .forEach(event -> Arrays.stream(renamed.renaming().images(event)).forEach(shown::add));
            case Composition.Sharing(Composition.Operands operands, EventSet _) ->
                operands.list().forEach(operand -> shown.addAll(shown(operand)));
            case Composition.Alphabetised(Composition.Operands operands, Composition.Owners _) ->
                operands.list().forEach(operand -> shown.addAll(shown(operand)));
            case Composition.Linked(Composition left, Composition right, Links _) -> {
                shown.addAll(shown(left));
                shown.addAll(shown(right));
            }
        }
        return shown;
    }

    private List<Route> any(List<Composition> operands, int event) {
        var routes = new ArrayList<Route>();
        operands.forEach(operand -> routes.addAll(down(operand, event)));
        return routes;
    }

    /** The operands of an interleaving that need to be asked: those that may show the event. */
    private List<Composition> candidates(Composition.Sharing sharing, int event) {
        Composition.Operands operands = sharing.operands();
        Stream<Integer> anything = offersAnything.subSet(sharing.from(), sharing.to()).stream().map(operands::with);
        Stream<Integer> showing = renames
                ? index(sharing).list.getOrDefault(event, List.of()).stream()
                : offeredBy.getOrDefault(event, List.of()).stream()
                        .filter(party -> party >= sharing.from() && party < sharing.to())
                        .map(operands::with);
        return Stream.concat(anything, showing)
                .distinct()
                .sorted()
                .map(operands.list()::get)
                .toList();
    }

    /** {@return the index of a renaming or an interleaving, as of now} */
    private Index index(Composition node) {
        Index known = indices.get(node);
        if (known == null || known.version != firstOffers) {
            var list = new HashMap<Integer, List<Integer>>();
            if (node instanceof Composition.Renamed renamed) {
                for (int before : shown(renamed.inner())) {
                    for (int image : renamed.renaming().images(before)) {
                        list.computeIfAbsent(image, _ -> new ArrayList<>(2)).add(before);
                    }
                }
            } else if (node instanceof Composition.Sharing sharing) {
                List<Composition> operands = sharing.operands().list();
                for (int i = 0; i < operands.size(); i++) {
                    for (int event : shown(operands.get(i))) {
                        list.computeIfAbsent(event, _ -> new ArrayList<>(2)).add(i);
                    }
                }
            }
            known = new Index(firstOffers, list);
            indices.put(node, known);
        }
        return known;
    }
}
