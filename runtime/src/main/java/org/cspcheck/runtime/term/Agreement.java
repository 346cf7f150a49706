package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Shared;

/**
 * Parties that agree on events, as the static operators of CSP between them say.
 *
 * <p>In the plainest case each party has an alphabet, and an event happens when every party whose alphabet has it offers it, in one step.
 * All parties join before the first of them offers.
 *
 * <p>Invariant. Between two turns no event can happen all of whose parties wait: whoever makes the offer that was missing takes it.
 */
public final class Agreement implements Shared {
    final Scheduler scheduler;
    final Alphabet alphabet;
    private final List<Party> parties = new ArrayList<>();
    /** Those of a plain agreement; null where the composition was given. */
    private final List<Composition> operands;
    private final Composition.Owners owners;
    private final Composition root;
    private Routes routes;
    private boolean resting;
    private long performed;

    /** @param hidden the events that nobody outside is told of */
    public Agreement(Alphabet alphabet, EventSet hidden) {
        this.scheduler = Scheduler.current();
        this.alphabet = alphabet;
        this.operands = new ArrayList<>();
        this.owners = new Composition.Owners(new ArrayList<>());
        this.root = new Composition.Hidden(new Composition.Alphabetised(new Composition.Operands(operands), owners), hidden);
        scheduler.made(this);
    }

    /** @param root says how the parties that will be added stand together; their numbers are given in the order of {@link #add} */
    Agreement(Alphabet alphabet, Composition root) {
        this.scheduler = Scheduler.current();
        this.alphabet = alphabet;
        this.operands = null;
        this.owners = null;
        this.root = root;
        scheduler.made(this);
    }

    /** Nothing: who waits for what follows from the parties' own states. */
    @Override
    public Object state() {
        return "";
    }

    /**
     * Adds a party to a plain agreement.
     *
     * @param events its alphabet: it takes part in all of these
     */
    public Party join(String name, EventSet events) {
        operands.add(new Composition.One(parties.size()));
        owners.add(events);
        return add(name, events);
    }

    /** @param events what it may offer; anything else is a mistake */
    Party add(String name, EventSet events) {
        var party = new Party(this, parties.size(), name, events);
        parties.add(party);
        return party;
    }

    /** From now on nothing happens any more: who comes waits. */
    void rest() {
        resting = true;
    }

    long performed() {
        return performed;
    }

    void performed(long more) {
        performed += more;
    }

    boolean resting() {
        return resting;
    }

    Routes routes() {
        if (routes == null) {
            routes = new Routes(root, alphabet);
        }
        return routes;
    }

    String name(int event) {
        return alphabet.name(event);
    }

    void mayOffer(Party party, int event) {
        routes().mayOffer(party.number, event);
    }

    /** From now on the party counts as one that may offer any event. */
    void mayOfferAnything(Party party) {
        routes().mayOfferAnything(party.number);
    }

    /** {@return the ways in which the party's event can happen at once} */
    List<Route> possible(Party party, int event) {
        if (resting) {
            return List.of();
        }
        var possible = new ArrayList<Route>();
        for (Route route : routes().of(party.number, event)) {
            if (allOffer(route, party)) {
                possible.add(route);
            }
        }
        return possible;
    }

    private boolean allOffer(Route route, Party except) {
        for (int i = 0; i < route.others().length; i++) {
            if (route.others()[i] != except.number && !parties.get(route.others()[i]).offers(route.events()[i])) {
                return false;
            }
        }
        return true;
    }

    /** The event happens, by one party and the others that the route names. */
    void perform(Party by, Route route) {
        performed++;
        if (Event.isVisible(route.event())) {
            scheduler.happened(name(route.event()), null);
        }
        for (int i = 0; i < route.others().length; i++) {
            if (route.others()[i] != by.number) {
                parties.get(route.others()[i]).agreed(route.events()[i]);
            }
        }
    }

    /** An event of the whole that can happen now, with the party that would perform it and how. */
    record Pending(Party party, int event, Route route) {}

    /** {@return the events that could happen if {@code party}, which offers already, took part} */
    List<Pending> pendingWith(Party party) {
        if (resting) {
            return List.of();
        }
        var pending = new ArrayList<Pending>();
        for (Party other : parties) {
            if (other != party && other.offering() != null) {
                for (int event : other.offering().ordered()) {
                    for (Route route : routes().of(other.number, event)) {
                        if (contains(route, party) && allOffer(route, other)) {
                            pending.add(new Pending(other, event, route));
                        }
                    }
                }
            }
        }
        return pending;
    }

    private static boolean contains(Route route, Party party) {
        for (int other : route.others()) {
            if (other == party.number) {
                return true;
            }
        }
        return false;
    }

    /** {@return the parties without which none of the events that {@code party} offers can happen} */
    List<Party> missing(Party party) {
        return new Missing(root, parties).of(party).stream().map(parties::get).toList();
    }
}
