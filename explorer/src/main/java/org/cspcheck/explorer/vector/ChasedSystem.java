package org.cspcheck.explorer.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Fingerprint;
import org.cspcheck.explorer.system.Layout;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.explorer.vector.Rules.Rule;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.Process;

/**
 * A network in which parts are chased: {@code NODES [|take, fake|] chase(INTRUDER)}.
 *
 * <p>Alone, what is chased often has more states than could ever be counted, one for each set of things that an intruder may have heard; so it is no
 * component, and its own components are components of the network. A step is one of the network without the internal steps of chased
 * parts, which follow at once. Only where a part can still move inside, in the first state or where its internal steps go round in a circle, is
 * that a step by itself, and the part does nothing else.
 *
 * <p>States are terms one to one, and the steps are those of the firing rules.
 */
final class ChasedSystem implements TransitionSystem {
    private final Flattening network;
    private final List<Rule> rules;
    private final List<List<Rule>> inside;
    private final VectorSystem vectors;
    private final Packing packing;
    private final List<Chasing> chases;

    /** The components of each chased part. */
    private final List<BitSet> members = new ArrayList<>();

    private ChasedSystem(Flattening network) {
        Rules.Composed composed = Rules.composed(network);
        this.network = network;
        this.rules = composed.rules();
        this.inside = composed.chases();
        this.vectors = new VectorSystem(network, rules);
        this.packing = Packing.of(network.graphs());
        int[][] paths = new int[network.graphs().size()][];
        paths(network.root(), new int[0], paths);
        this.chases = inside.stream().map(taus -> Chasing.of(taus, network.graphs(), packing, paths)).toList();
    }

    private void paths(Part part, int[] path, int[][] paths) {
        switch (part) {
            case Part.Leaf(int component) -> paths[component] = path;
            case Part.Wrapped wrapped -> paths(wrapped.inner(), path, paths);
            case Part.Chased chased -> {
                paths(chased.inner(), path, paths);
                members.add(members(chased.inner()));
            }
            case Part.Group group -> {
                for (int i = 0; i < group.operands().size(); i++) {
                    int[] longer = Arrays.copyOf(path, path.length + 1);
                    longer[path.length] = i;
                    paths(group.operands().get(i), longer, paths);
                }
                if (group.control() != Part.NONE) {
                    paths[group.control()] = path;
                }
            }
        }
    }

    private static BitSet members(Part part) {
        var members = new BitSet();
        switch (part) {
            case Part.Leaf(int component) -> members.set(component);
            case Part.Wrapped wrapped -> members.or(members(wrapped.inner()));
            case Part.Chased chased -> members.or(members(chased.inner()));
            case Part.Group group -> group.operands().forEach(operand -> members.or(members(operand)));
        }
        return members;
    }

    /** {@return the network that this process is, in which something is chased; empty where it cannot be flattened} */
    static Optional<ChasedSystem> of(Leaves leaves, Process process, Budget budget) {
        try {
            return Flattening.of(leaves, process, true, Allowance.ofTerms(budget), budget).map(ChasedSystem::new);
        } catch (Rules.TooMany e) {
            return Optional.empty();
        }
    }

    @Override
    public Layout layout() {
        return packing.layout(true);
    }

    @Override
    public void initial(long[] into) {
        vectors.initial(into);
    }

    @Override
    public Process describe(long[] states, int at) {
        return vectors.describe(states, at);
    }

    @Override
    public OptionalLong fingerprint() {
        var fingerprint = new Fingerprint().add(vectors.fingerprint().orElseThrow());
        inside.forEach(taus -> taus.forEach(rule -> fingerprint.add(rule.components()).add(rule.labels())));
        return OptionalLong.of(fingerprint.value());
    }

    @Override
    public Expander expander() {
        return new ChasingExpander();
    }

    private final class ChasingExpander implements Expander {
        private final int words = packing.words();
        private final Expander stable = vectors.expander();
        private final Map<BitSet, Expander> others = new HashMap<>();
        private final List<Chasing.Pursuit> pursuits = chases.stream().map(chasing -> chasing.new Pursuit()).toList();
        private final Successors steps = new Successors(words);
        private final long[] state = new long[words];

        @Override
        public void expand(long[] states, int count, Successors out) {
            out.clear();
            for (int i = 0; i < count; i++) {
                System.arraycopy(states, i * words, state, 0, words);
                BitSet moving = moving();
                expander(moving).expand(state, 1, steps);
                for (int k = 0; k < steps.count; k++) {
                    out.add(steps.events[k], steps.states, k * words);
                    chase(out, moving);
                }
                moving.stream().forEach(part -> inside(part, out));
                out.endState();
            }
        }

        /** The parts that can still move inside. */
        private BitSet moving() {
            var moving = new BitSet();
            for (int part = 0; part < chases.size(); part++) {
                if (chases.get(part).first(state, 0) >= 0) {
                    moving.set(part);
                }
            }
            return moving;
        }

        private Expander expander(BitSet moving) {
            return moving.isEmpty() ? stable : others.computeIfAbsent(moving, ChasedSystem.this::without);
        }

        /** The last step reaches a state in which those parts are chased that were at rest before. */
        private void chase(Successors out, BitSet moving) {
            for (int part = 0; part < pursuits.size(); part++) {
                if (!moving.get(part)) {
                    pursuits.get(part).chase(state, 0, out.states, (out.count - 1) * words);
                }
            }
        }

        private void inside(int part, Successors out) {
            Chasing chasing = chases.get(part);
            out.add(Event.TAU, state, 0);
            int at = (out.count - 1) * words;
            chasing.take(chasing.first(state, 0), out.states, at);
            chasing.chase(out.states, at);
        }
    }

    /** What the network can do while some parts only move inside. */
    private Expander without(BitSet moving) {
        List<Rule> possible = new ArrayList<>(rules);
        possible.removeIf(rule -> moving.stream()
                .anyMatch(part -> IntStream.of(rule.components()).anyMatch(members.get(part)::get)));
        return new VectorSystem(network, possible).expander();
    }
}
