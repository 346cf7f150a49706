package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.Arrays;
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
    private Unfolding unfolding;
    private Parts parts;
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
        unfolding = new Unfolding(rules);
        rules.settle(term);
        parts = new Parts(term);
        running = parts.parts.size();
        processes = new TermProcess[running];
        codes = new Enacted.Code[running];
        agreement = new Agreement(alphabet, composition());
        parties = new ArrayList<>();
        for (Parts.Part part : parts.parts) {
            parties.add(agreement.add(part.name(), EVERYTHING));
        }
        for (Neighbour neighbour : neighbours) {
            parties.add(agreement.add(neighbour.name(), neighbour.events()));
        }
        from.ifPresent(this::requireSameParts);
        var all = new ArrayList<Behaviour>();
        for (int i = 0; i < parts.parts.size(); i++) {
            all.add(process(i));
        }
        if (isAlone() && loop()) {
            return;
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

    /** Whether nobody but the terms takes part, and nobody decides or looks at single processes. */
    private boolean isAlone() {
        Scheduler scheduler = Scheduler.current();
        return neighbours.isEmpty() && scheduler.alwaysFirst() && !scheduler.probed() && Arrays.stream(processes).allMatch(Objects::nonNull);
    }

    /** Runs the tables; {@return whether all processes have ended} The processes take over where it stopped. */
    private boolean loop() {
        int n = processes.length;
        LocalState[] starts = Arrays.stream(processes).map(process -> unfolding.of(process.state())).toArray(LocalState[]::new);
        int[] last = parties.stream().mapToInt(Party::last).toArray();
        var loop = new TermLoop(agreement, alphabet, parts.parts.stream().map(Parts.Part::name).toList(), starts, last);
        boolean ended = loop.run();
        for (int i = 0; i < n; i++) {
            processes[i].at(loop.state(i));
            parties.get(i).performed(loop.last(i));
        }
        return ended;
    }

    private Behaviour process(int number) {
        Parts.Part part = parts.parts.get(number);
        Behaviour process = enacted(number, part.term(), parties.get(number));
        Behaviour counted = neighbours.isEmpty()
                ? process
                : () -> {
                    try {
                        process.run();
                    } finally {
                        ended();
                    }
                };
        return counted.named(part.name());
    }

    /** The term's own code, or the term step by step. */
    private Behaviour enacted(int number, Process part, Party party) {
        Process settled = unfolding.settled(part);
        if ((settled instanceof Process.Timed timed ? timed.process() : settled) instanceof Process.Foreign(Enacted code)) {
            from.ifPresent(saved -> party.performed(saved.positions().get(number).last()));
            codes[number] = code.code(party, from.map(saved -> saved.positions().get(number).code()).orElse(List.of()));
            return codes[number];
        }
        if (from.isPresent()) {
            Checkpoint.Position position = from.get().positions().get(number);
            settled = Checkpoint.follow(rules, settled, position);
            party.performed(position.last());
        }
        processes[number] = new TermProcess(unfolding, settled, party);
        return processes[number];
    }

    /** {@return how many events there were so far, hidden ones too} For the scheduler's thread. */
    public long steps() {
        return agreement == null ? 0 : agreement.performed();
    }

    // ---- saving

    private void requireSameParts(Checkpoint saved) {
        for (int i = 0; i < parts.parts.size(); i++) {
            if (saved.positions().size() != parts.parts.size() || !saved.positions().get(i).name().equals(parts.parts.get(i).name())) {
                throw Checkpoint.changed("it has other processes");
            }
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
            if (agreement == null) {
                saved.completeExceptionally(new IllegalStateException("the network has not begun"));
                return;
            }
            agreement.rest();
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

    private Checkpoint checkpoint() {
        var positions = new ArrayList<Checkpoint.Position>();
        for (int i = 0; i < processes.length; i++) {
            Parts.Part part = parts.parts.get(i);
            if (codes[i] != null) {
                positions.add(new Checkpoint.Position(part.name(), List.of(), parties.get(i).last(), codes[i].position()));
                continue;
            }
            List<Integer> path = Checkpoint.path(rules, part.name(), unfolding.settled(part.term()), processes[i].state());
            positions.add(new Checkpoint.Position(part.name(), path, parties.get(i).last()));
        }
        List<String> events = IntStream.range(Event.FIRST_VISIBLE, alphabet.bound()).mapToObj(alphabet::name).toList();
        return new Checkpoint(events, positions);
    }

    /** The neighbours end after the last process, in order: what was handed to them is still done. */
    private void ended() {
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
