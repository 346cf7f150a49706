package org.cspcheck.explorer.compress;

import java.util.Optional;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.model.process.Compression;

/** Makes graphs smaller: one method for each compression. Where one would take more than it saves, a weaker one is used. */
public final class Compressor {
    private final Budget budget;

    public Compressor(Budget budget) {
        this.budget = budget;
    }

    /** {@return the graph compressed as asked for} It has the same traces, stable failures and divergences. */
    public Compressed compress(Graph graph, Compression compression) {
        return switch (compression) {
            case EXPLICATE -> Compressed.unchanged(graph);
            case STRONG_BISIMULATION -> strong(graph);
            case TAU_LOOP_FACTOR -> graph.isSilentSomewhere() ? TauLoops.factored(graph) : Compressed.unchanged(graph);
            case DELAY_BISIMULATION -> silent(graph, factored -> WeakBisimulation.quotient(factored, true, budget));
            case WEAK_BISIMULATION -> silent(graph, factored -> WeakBisimulation.quotient(factored, false, budget));
            case DIAMOND -> silent(graph, factored -> Diamond.of(factored, budget));
            case NORMAL -> factored(graph, factored -> Determinised.of(factored, budget).or(() -> Diamond.of(factored, budget)));
            case MODEL_COMPRESS -> {
                Compressed diamond = compress(graph, Compression.DIAMOND);
                yield diamond.then(compress(diamond.graph(), Compression.DELAY_BISIMULATION));
            }
        };
    }

    private Compressed strong(Graph graph) {
        return Quotient.strong(graph, Bisimulation.classes(graph, Bisimulation.byTermination(graph), budget));
    }

    /** A compression of a graph whose loops of tau are single states. */
    private interface Silencing {
        Optional<Compressed> of(Graph factored);
    }

    private Compressed silent(Graph graph, Silencing silencing) {
        return graph.isSilentSomewhere() ? factored(graph, silencing) : strong(graph); // without tau there is no more to leave out
    }

    private Compressed factored(Graph graph, Silencing silencing) {
        Compressed small = strong(graph);
        Compressed factored = small.then(TauLoops.factored(small.graph()));
        Compressed result = silencing.of(factored.graph()).map(factored::then).orElse(factored);
        return result.then(strong(result.graph()));
    }
}
