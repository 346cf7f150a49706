package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.library.Csp;

/**
 * A term as a network: one process for each sequential process below its parallel operators.
 *
 * <p>Its events happen whenever all that take part offer them; neighbours take part in those of their channels.
 */
public final class TermNetwork {
    /** The alphabet of a party that may offer anything. */
    private static final EventSet EVERYTHING = new EventSet() {
        @Override
        public boolean contains(int event) {
            return true;
        }

        @Override
        public int[] members() {
            throw new UnsupportedOperationException("all events");
        }
    };

    private final Alphabet alphabet;
    private final Unfolding unfolding;
    private final Parts parts;
    private final List<Neighbour> neighbours;
    private int running;

    private TermNetwork(FiringRules rules, Alphabet alphabet, Process term, List<Neighbour> neighbours) {
        this.alphabet = alphabet;
        this.unfolding = new Unfolding(rules);
        rules.settle(term);
        this.parts = new Parts(term);
        this.neighbours = neighbours;
        this.running = parts.parts.size();
    }

    /** {@return a behaviour that runs {@code term}, alone in the world} */
    public static Behaviour of(FiringRules rules, Alphabet alphabet, Process term) {
        return of(rules, alphabet, term, List.of());
    }

    /** {@return a behaviour that runs {@code term} among neighbours, and ends when the term has terminated} */
    public static Behaviour of(FiringRules rules, Alphabet alphabet, Process term, List<Neighbour> neighbours) {
        return () -> new TermNetwork(rules, alphabet, term, neighbours).run();
    }

    private void run() {
        var agreement = new Agreement(alphabet, composition());
        var parties = new ArrayList<Party>();
        for (Parts.Part part : parts.parts) {
            parties.add(agreement.add(part.name(), EVERYTHING));
        }
        for (Neighbour neighbour : neighbours) {
            parties.add(agreement.add(neighbour.name(), neighbour.events()));
        }
        var all = new ArrayList<Behaviour>();
        for (int i = 0; i < parts.parts.size(); i++) {
            all.add(process(i, parties));
        }
        for (int i = 0; i < neighbours.size(); i++) {
            Neighbour neighbour = neighbours.get(i);
            Party party = parties.get(parts.parts.size() + i);
            Behaviour serving = () -> {
                Scheduler.current().self().serve();
                neighbour.run(party);
            };
            all.add(serving.named(neighbour.name()));
        }
        Csp.par(all);
    }

    private Behaviour process(int number, List<Party> parties) {
        Parts.Part part = parts.parts.get(number);
        Behaviour process = enacted(part.term(), parties.get(number));
        Behaviour counted = neighbours.isEmpty()
                ? process
                : () -> {
                    try {
                        process.run();
                    } finally {
                        ended(parties);
                    }
                };
        return counted.named(part.name());
    }

    /** The term's own code, or the term step by step. */
    private Behaviour enacted(Process term, Party party) {
        Process settled = unfolding.settled(term);
        return (settled instanceof Process.Timed timed ? timed.process() : settled) instanceof Process.Foreign(Enacted code)
                ? code.behaviour(party)
                : new TermProcess(unfolding, term, party);
    }

    /** The neighbours end after the last process, in order: what was handed to them is still done. */
    private void ended(List<Party> parties) {
        if (--running == 0) {
            neighbours.forEach(Neighbour::close);
            parties.subList(parts.parts.size(), parties.size()).forEach(Party::close);
        }
    }

    private Composition composition() {
        if (neighbours.isEmpty()) {
            return parts.root;
        }
        var operands = new ArrayList<Composition>(List.of(parts.root));
        var alphabets = new ArrayList<>(List.of(EVERYTHING));
        for (Neighbour neighbour : neighbours) {
            operands.add(new Composition.One(parts.parts.size() + operands.size() - 1));
            alphabets.add(neighbour.events());
        }
        return new Composition.Alphabetised(new Composition.Operands(operands), new Composition.Owners(alphabets));
    }
}
