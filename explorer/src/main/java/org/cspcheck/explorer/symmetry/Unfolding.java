package org.cspcheck.explorer.symmetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cspcheck.explorer.symmetry.Symmetry.Mapping;
import org.cspcheck.explorer.symmetry.Symmetry.Representing;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.explorer.system.TransitionSystem.Expander;
import org.cspcheck.explorer.system.Walk;
import org.cspcheck.explorer.vector.Network;

/**
 * A path of representatives as a run of the network.
 *
 * <p>Let m0 map the first state to its representative r0, and m(k+1) the target t(k+1) of a step of r(k) to the next representative. Then m0' .. mk' t(k+1),
 * where m' is the inverse of m, is the target of a step of m0' .. m(k-1)' t(k): automorphisms map steps to steps.
 */
final class Unfolding {
    private final TransitionSystem whole;
    private final Network network;
    private final Representing representing;
    private final Expander expander;
    private final Successors steps;
    private final List<Mapping> mappings = new ArrayList<>();

    Unfolding(TransitionSystem whole, Network network, Representing representing) {
        this.whole = whole;
        this.network = network;
        this.representing = representing;
        this.expander = whole.expander();
        this.steps = new Successors(network.words());
    }

    List<Walk.Hop> run(List<Walk.Hop> path) {
        long[] state = new long[network.words()];
        whole.initial(state);
        mappings.add(representing.mapping(locals(state)));
        long[] representative = represented(state);
        var run = new ArrayList<Walk.Hop>();
        for (Walk.Hop hop : path) {
            long[] target = stepTo(hop.state(), representative);
            long[] next = undone(target);
            run.add(new Walk.Hop(event(state, next), next));
            mappings.add(representing.mapping(locals(target)));
            state = next;
            representative = hop.state();
        }
        return run;
    }

    /** The target of the first step of a representative that the next one stands for. */
    private long[] stepTo(long[] next, long[] representative) {
        expander.expand(representative, 1, steps);
        for (int k = 0; k < steps.count; k++) {
            if (Arrays.equals(represented(target(k)), next)) {
                return target(k);
            }
        }
        throw new IllegalStateException("a step was lost between representatives");
    }

    private int event(long[] state, long[] next) {
        expander.expand(state, 1, steps);
        for (int k = 0; k < steps.count; k++) {
            if (Arrays.equals(target(k), next)) {
                return steps.events[k];
            }
        }
        throw new IllegalStateException("a step of a representative is none of a state that it stands for");
    }

    private long[] target(int step) {
        return Arrays.copyOfRange(steps.states, step * steps.words, (step + 1) * steps.words);
    }

    private int[] locals(long[] state) {
        int[] locals = new int[network.components()];
        SymmetricSystem.read(network, state, 0, locals);
        return locals;
    }

    private long[] represented(long[] state) {
        int[] locals = locals(state);
        return written(state, locals, representing.of(locals));
    }

    private long[] undone(long[] state) {
        int[] before = locals(state);
        int[] locals = before;
        for (int i = mappings.size() - 1; i >= 0; i--) {
            locals = representing.undo(mappings.get(i), locals);
        }
        return written(state, before, locals);
    }

    private long[] written(long[] state, int[] locals, int[] others) {
        long[] written = state.clone();
        SymmetricSystem.write(network, locals, others, written, 0);
        return written;
    }
}
