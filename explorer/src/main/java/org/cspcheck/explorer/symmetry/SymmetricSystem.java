package org.cspcheck.explorer.symmetry;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.cspcheck.explorer.system.Layout;
import org.cspcheck.explorer.system.Quotient;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.explorer.system.Walk;
import org.cspcheck.explorer.vector.Network;
import org.cspcheck.explorer.vector.VectorSystem;
import org.cspcheck.model.process.Process;

/** A network in which every state is replaced by its representative. */
public final class SymmetricSystem implements Quotient {
    private final VectorSystem whole;
    private final Network network;
    private final Symmetry symmetry;

    private SymmetricSystem(VectorSystem whole, Network network, Symmetry symmetry) {
        this.whole = whole;
        this.network = network;
        this.symmetry = symmetry;
    }

    /**
     * {@return the network with symmetric states merged; empty where nothing is seen to be symmetric}
     *
     * @param watched the visible events that are asked about; only what keeps this set counts as symmetric
     */
    public static Optional<SymmetricSystem> of(VectorSystem whole, IntPredicate watched) {
        Network network = whole.network();
        Structure structure = Structure.of(network, watched);
        if (structure == null) {
            return Optional.empty();
        }
        Symmetry symmetry = Detection.of(structure);
        return symmetry.isTrivial() ? Optional.empty() : Optional.of(new SymmetricSystem(whole, network, symmetry));
    }

    @Override
    public Layout layout() {
        return whole.layout();
    }

    @Override
    public void initial(long[] into) {
        whole.initial(into);
        new Representatives().replace(into, 0);
    }

    @Override
    public Expander expander() {
        Expander inner = whole.expander();
        var own = new Representatives();
        return (states, count, out) -> {
            inner.expand(states, count, out);
            own.replace(out);
        };
    }

    @Override
    public Process describe(long[] states, int at) {
        return whole.describe(states, at);
    }

    @Override
    public TransitionSystem whole() {
        return whole;
    }

    @Override
    public List<Walk.Hop> run(List<Walk.Hop> path) {
        return new Unfolding(whole, network, symmetry.representing(network.components())).run(path);
    }

    /** For one thread. */
    private final class Representatives {
        private final Symmetry.Representing representing = symmetry.representing(network.components());
        private final int[] locals = new int[network.components()];

        void replace(Successors steps) {
            for (int k = 0; k < steps.count; k++) {
                replace(steps.states, k * steps.words);
            }
        }

        void replace(long[] states, int at) {
            read(network, states, at, locals);
            write(network, locals, representing.of(locals), states, at);
        }
    }

    static void read(Network network, long[] states, int at, int[] locals) {
        for (int c = 0; c < locals.length; c++) {
            locals[c] = network.local(states, at, c);
        }
    }

    /** Moves each component from what it is to what it is to be. */
    static void write(Network network, int[] locals, int[] others, long[] states, int at) {
        for (int c = 0; c < locals.length; c++) {
            if (others[c] != locals[c]) {
                network.move(states, at, c, locals[c], others[c]);
            }
        }
    }
}
