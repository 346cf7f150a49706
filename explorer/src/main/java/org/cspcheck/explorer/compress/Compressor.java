package org.cspcheck.explorer.compress;

import java.util.Optional;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.model.process.Compression;
import org.cspcheck.model.verdict.Profile.Stage;

/** Makes graphs smaller: one method for each compression. Where one would take more than it saves, a weaker one is used. */
public final class Compressor {
    /** More entries than this, for which a closure over taus needs some 500 MB, are more than it is worth. */
    private static final long MOST = 60_000_000;

    private final long most;
    private final Budget budget;

    public Compressor(Budget budget) {
        this(MOST, budget);
    }

    /** @param most entries that a closure over taus may have; where it would have more, branching bisimulation is all that is done */
    Compressor(long most, Budget budget) {
        this.most = most;
        this.budget = budget;
    }

    /** {@return the graph compressed as asked for} It has the same traces, stable failures and divergences. */
    public Compressed compress(Graph graph, Compression compression) {
        try (var _ = budget.stages().enter(Stage.MINIMISING)) {
            return compressed(graph, compression);
        }
    }

    private Compressed compressed(Graph graph, Compression compression) {
        return switch (compression) {
            case EXPLICATE -> Compressed.unchanged(graph);
            case STRONG_BISIMULATION -> strong(graph);
            case TAU_LOOP_FACTOR -> graph.isSilentSomewhere() ? TauLoops.factored(graph) : Compressed.unchanged(graph);
            case DELAY_BISIMULATION -> silent(graph, factored -> WeakBisimulation.quotient(factored, true, most, budget));
            case WEAK_BISIMULATION -> silent(graph, factored -> WeakBisimulation.quotient(factored, false, most, budget));
            case DIAMOND -> silent(graph, factored -> Diamond.of(factored, most, budget));
            case NORMAL -> factored(graph, factored -> Determinised.of(factored, most, budget).or(() -> Diamond.of(factored, most, budget)));
            case MODEL_COMPRESS -> {
                Compressed diamond = compressed(graph, Compression.DIAMOND);
                yield diamond.then(compressed(diamond.graph(), Compression.DELAY_BISIMULATION));
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

    /** Respected by all that follows, and found without listing what taus lead to; mostly it leaves little of a network. */
    private Compressed branching(Compressed factored) {
        Graph graph = factored.graph();
        return factored.then(Quotient.silent(graph, Bisimulation.branching(graph, budget), TauLoops.cyclic(graph)));
    }

    private Compressed factored(Graph graph, Silencing silencing) {
        Compressed factored = branching(TauLoops.factored(graph));
        Compressed result = silencing.of(factored.graph()).map(factored::then).orElse(factored);
        return result.then(strong(result.graph()));
    }
}
