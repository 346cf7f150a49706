package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.library.Csp;

/**
 * A term as a network: one process for each sequential process below its parallel operators.
 *
 * <p>Its events happen whenever all that take part offer them; neighbours take part in those of their channels.
 */
public final class TermNetwork implements Behaviour {
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

    private final FiringRules rules;
    private final Alphabet alphabet;
    private final Process term;
    private final List<Neighbour> neighbours;
    private final Optional<Checkpoint> from;
    /** Of a network of terms alone, while none of its processes has a stack; null before and otherwise. */
    private Tables tables;
    /** The rest is of a network whose processes have stacks. */
    private Unfolding unfolding;

    private Parts parts;
    private List<String> names;
    private Agreement agreement;
    private List<Party> parties;
    private TermProcess[] processes;
    private Enacted.Code[] codes;
    private int running;

    /** @param from where the processes stand when it begins; empty for their own beginnings */
    public TermNetwork(FiringRules rules, Alphabet alphabet, Process term, List<Neighbour> neighbours, Optional<Checkpoint> from) {
        this.rules = rules;
        this.alphabet = alphabet;
        this.term = term;
        this.neighbours = neighbours;
        this.from = from;
    }

    /** {@return a behaviour that runs {@code term}, alone in the world} */
    public static Behaviour of(FiringRules rules, Alphabet alphabet, Process term) {
        return of(rules, alphabet, term, List.of());
    }

    /** {@return a behaviour that runs {@code term} among neighbours, and ends when the term has terminated} */
    public static Behaviour of(FiringRules rules, Alphabet alphabet, Process term, List<Neighbour> neighbours) {
        return new TermNetwork(rules, alphabet, term, neighbours, Optional.empty());
    }

    @Override
    public void run() {
        new FiringRules().settle(term);
        tables = isPlain() ? tables() : null;
        if (tables == null || !tables.run()) {
            runAsProcesses();
        }
    }

    /** Whether nobody but the terms takes part, and nobody decides or looks at single processes. */
    private boolean isPlain() {
        Scheduler scheduler = Scheduler.current();
        return neighbours.isEmpty() && scheduler.alwaysFirst() && !scheduler.probed();
    }

    /** {@return the network as tables; null if one of its processes has code of its own} */
    private Tables tables() {
        var terms = new Parts(term);
        from.ifPresent(saved -> requireSameParts(saved, terms.names()));
        var once = new FiringRules();
        boolean coded = terms.terms.stream().anyMatch(part -> code(once.settle(part)).isPresent());
        return coded ? null : Tables.of(rules, alphabet, terms, from);
    }

    private void runAsProcesses() {
        unfolding = new Unfolding(rules, alphabet);
        parts = new Parts(term);
        names = parts.names();
        running = parts.terms.size();
        processes = new TermProcess[running];
        codes = new Enacted.Code[running];
        agreement = new Agreement(alphabet, composition());
        parties = new ArrayList<>();
        names.forEach(name -> parties.add(agreement.add(name, EVERYTHING)));
        for (Neighbour neighbour : neighbours) {
            parties.add(agreement.add(neighbour.name(), neighbour.events()));
        }
        from.ifPresent(saved -> requireSameParts(saved, names));
        var all = new ArrayList<Behaviour>();
        for (int i = 0; i < names.size(); i++) {
            all.add(process(i));
        }
        takeOver();
        for (int i = 0; i < neighbours.size(); i++) {
            Neighbour neighbour = neighbours.get(i);
            Party party = parties.get(names.size() + i);
            Behaviour serving = () -> {
                Scheduler.current().self().serve();
                neighbour.run(party);
            };
            all.add(serving.named(neighbour.name()));
        }
        Csp.par(all);
    }

    /** From the tables, if they ran. */
    private void takeOver() {
        if (tables != null) {
            agreement.performed(tables.performed());
            if (tables.resting()) {
                agreement.rest();
            }
            tables = null;
        }
    }

    private Behaviour process(int number) {
        Behaviour process = enacted(number, parts.terms.get(number), parties.get(number));
        Behaviour counted = neighbours.isEmpty()
                ? process
                : () -> {
                    try {
                        process.run();
                    } finally {
                        ended();
                    }
                };
        return counted.named(names.get(number));
    }

    /** The term's own code, or the term step by step. */
    private Behaviour enacted(int number, Process part, Party party) {
        Process settled = unfolding.settled(part);
        Optional<Enacted> code = code(settled);
        if (code.isPresent()) {
            from.ifPresent(saved -> party.performed(saved.positions().get(number).last()));
            codes[number] = code.get().code(party, from.map(saved -> saved.positions().get(number).code()).orElse(List.of()));
            return codes[number];
        }
        Tables.Position position = tables != null ? tables.position(rules, alphabet, parts, from, number) : Tables.start(rules, parts, from, number);
        party.performed(position.last());
        processes[number] = new TermProcess(unfolding, position.state(), party);
        return processes[number];
    }

    private static Optional<Enacted> code(Process settled) {
        return (settled instanceof Process.Timed timed ? timed.process() : settled) instanceof Process.Foreign(Enacted code)
                ? Optional.of(code)
                : Optional.empty();
    }

    /** {@return how many events there were so far, hidden ones too} For the scheduler's thread. */
    public long steps() {
        return agreement != null ? agreement.performed() : tables != null ? tables.performed() : 0;
    }

    // ---- saving

    private static void requireSameParts(Checkpoint saved, List<String> names) {
        if (!saved.positions().stream().map(Checkpoint.Position::name).toList().equals(names)) {
            throw Checkpoint.changed("it has other processes");
        }
    }

    /**
     * Lets every process come to rest between two steps and tells where they stand; the network does not go on afterwards.
     *
     * <p>From any thread, while the network runs.
     */
    public CompletableFuture<Checkpoint> save(Scheduler scheduler) {
        var saved = new CompletableFuture<Checkpoint>();
        scheduler.post(() -> {
            if (agreement == null && tables == null) {
                saved.completeExceptionally(new IllegalStateException("the network has not begun"));
                return;
            }
            rest();
            scheduler.whenQuiet(() -> {
                try {
                    saved.complete(checkpoint());
                } catch (RuntimeException e) {
                    saved.completeExceptionally(e);
                }
                scheduler.stop();
            });
        });
        return saved;
    }

    private void rest() {
        if (agreement != null) {
            agreement.rest();
        } else {
            tables.rest();
        }
    }

    private Checkpoint checkpoint() {
        var positions = new ArrayList<Checkpoint.Position>();
        for (int i = 0; i < processes.length; i++) {
            if (codes[i] != null) {
                positions.add(new Checkpoint.Position(names.get(i), List.of(), parties.get(i).last(), codes[i].position()));
                continue;
            }
            List<Integer> path = Checkpoint.path(rules, names.get(i), unfolding.settled(parts.terms.get(i)), processes[i].state());
            positions.add(new Checkpoint.Position(names.get(i), path, parties.get(i).last()));
        }
        List<String> events = IntStream.range(Event.FIRST_VISIBLE, alphabet.bound()).mapToObj(alphabet::name).toList();
        return new Checkpoint(events, positions);
    }

    /** The neighbours end after the last process, in order: what was handed to them is still done. */
    private void ended() {
        if (--running == 0) {
            neighbours.forEach(Neighbour::close);
            parties.subList(names.size(), parties.size()).forEach(Party::close);
        }
    }

    private Composition composition() {
        if (neighbours.isEmpty()) {
            return parts.root;
        }
        var operands = new ArrayList<Composition>(List.of(parts.root));
        var alphabets = new ArrayList<>(List.of(EVERYTHING));
        for (Neighbour neighbour : neighbours) {
            operands.add(new Composition.One(names.size() + operands.size() - 1));
            alphabets.add(neighbour.events());
        }
        return new Composition.Alphabetised(new Composition.Operands(operands), new Composition.Owners(alphabets));
    }
}
