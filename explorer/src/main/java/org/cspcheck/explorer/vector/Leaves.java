package org.cspcheck.explorer.vector;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cspcheck.explorer.compress.Compressor;
import org.cspcheck.explorer.profile.Stages;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.model.process.Compression;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Profile;

/** The graphs of components, each explored and minimised once: the checks of a script ask about the same components again and again. */
public final class Leaves {
    private static final int MOST_STATES = 4_000_000;

    private final FiringRules rules;
    private final boolean minimising;
    private final Map<Key, LeafGraph> known = new HashMap<>();
    private long states;

    /** @param minimising whether components are made smaller: by strong bisimulation, and as scripts ask for; without, they are as the terms are */
    public Leaves(FiringRules rules, boolean minimising) {
        this.rules = rules;
        this.minimising = minimising;
    }

    FiringRules rules() {
        return rules;
    }

    /** {@return whether components are made smaller} */
    boolean isMinimising() {
        return minimising;
    }

    /** What a graph is for: a network, one with priority around it, or one in which something is chased. */
    private enum Use {
        PLAIN,
        EXACT,
        ORDERED
    }

    /** What a graph was made of: a settled term, or a compression of an unsettled one. */
    private record Key(Process process, Use use) {}

    /**
     * {@return the graph of a settled term; empty if it is larger than allowed}
     *
     * @param name what people call the component
     */
    Optional<LeafGraph> graph(Process process, Supplier<String> name, Allowance allowance, Budget budget) {
        var key = new Key(process, Use.EXACT);
        LeafGraph graph = known.get(key);
        if (graph == null) {
            Compression compression = minimising ? Compression.STRONG_BISIMULATION : Compression.EXPLICATE;
            try (Stages.OpenComponent component = opened(name, compression, budget)) {
                graph = compressed(LeafGraph.explore(rules::steps, process, allowance, budget), compression, component, budget);
            }
            remember(key, graph);
        }
        return Optional.ofNullable(graph);
    }

    /** {@return the graph of a settled term as it is, its steps in the order in which a chase takes them; empty if it is larger than allowed} */
    Optional<LeafGraph> ordered(Process process, Supplier<String> name, Allowance allowance, Budget budget) {
        var key = new Key(process, Use.ORDERED);
        LeafGraph graph = known.get(key);
        if (graph == null) {
            try (Stages.OpenComponent component = opened(name, Compression.EXPLICATE, budget)) {
                graph = compressed(LeafGraph.explore(rules::inOrder, process, allowance, budget), Compression.EXPLICATE, component, budget);
            }
            remember(key, graph);
        }
        return Optional.ofNullable(graph);
    }

    private static Stages.OpenComponent opened(Supplier<String> name, Compression compression, Budget budget) {
        return budget.stages().component(name, compression == Compression.EXPLICATE ? "" : compression.word());
    }

    /** The graph made smaller; null if there is none. */
    private static LeafGraph compressed(LeafGraph graph, Compression compression, Stages.OpenComponent component, Budget budget) {
        if (graph == null) {
            return null;
        }
        LeafGraph smaller = graph.compressed(new Compressor(budget).compress(graph.graph(), compression));
        component.complete(
                new Profile.Size(graph.states(), graph.graph().transitions(), smaller.states(), smaller.graph().transitions()));
        return smaller;
    }

    /**
     * {@return the graph of a compressed process; empty if the process alone is larger than allowed}
     *
     * @param exact whether only strong bisimulation will do
     * @param name what people call the component
     */
    Optional<LeafGraph> compressed(Process.Compress compress, boolean exact, Supplier<String> name, Budget budget) {
        var key = new Key(compress, exact ? Use.EXACT : Use.PLAIN);
        LeafGraph graph = known.get(key);
        if (graph == null) {
            boolean weaker = exact && compress.compression() != Compression.EXPLICATE;
            Compression compression = weaker ? Compression.STRONG_BISIMULATION : compress.compression();
            try (Stages.OpenComponent component = opened(name, compression, budget)) {
                graph = compressed(whole(compress.process(), exact, budget).orElse(null), compression, component, budget);
            }
            remember(key, graph);
        }
        return Optional.ofNullable(graph);
    }

    private Optional<LeafGraph> whole(Process process, boolean exact, Budget budget) {
        Allowance allowance = Allowance.ofCompression(budget);
        Optional<TransitionSystem> network = new Composition(this, budget).of(process, exact);
        return network.isPresent()
                ? Optional.ofNullable(LeafGraph.explore(network.get(), allowance, budget))
                : Optional.ofNullable(LeafGraph.explore(rules::steps, rules.settle(process), Allowance.ofTerms(budget), budget));
    }

    private void remember(Key key, LeafGraph graph) {
        if (graph == null) {
            return;
        }
        states += graph.states();
        if (states > MOST_STATES) {
            known.clear();
            states = graph.states();
        }
        known.put(key, graph);
    }
}
