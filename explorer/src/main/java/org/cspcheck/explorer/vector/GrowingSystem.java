package org.cspcheck.explorer.vector;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.system.Layout;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.model.process.Process;

/**
 * A network some components of which are explored only as far as the others let them: chased ones.
 *
 * <p>The network inside has, in the place of such a component, a graph whose first state has a step with each label the component could ever do, and
 * whose other states say which of them was taken. So a step of that network tells what it asks of the component, whatever the operators
 * make of its events. The component's real state is a number behind the words of the network; if it has no step with that label there is no
 * step, and in the words it is back at its first state.
 */
final class GrowingSystem implements TransitionSystem {
    private final Flattening network;
    private final VectorSystem inner;
    private final Packing packing;
    private final List<Flattening.Growing> growing;
    private final int words;

    private GrowingSystem(Flattening network, VectorSystem inner) {
        this.network = network;
        this.inner = inner;
        this.packing = inner.packing();
        this.growing = network.growing();
        this.words = packing.words();
    }

    /** {@return the network that this process is; empty where nothing in it is chased, or it cannot be flattened for another reason} */
    static Optional<TransitionSystem> of(Leaves leaves, Process process, Budget budget) {
        try {
            return Flattening.growing(leaves, process, budget)
                    .map(network -> new GrowingSystem(network, VectorSystem.composed(network, budget)));
        } catch (Rules.TooMany e) {
            return Optional.empty();
        }
    }

    @Override
    public Layout layout() {
        return new Layout(words + growing.size(), 31, true);
    }

    @Override
    public void initial(long[] into) {
        Arrays.fill(into, 0, words + growing.size(), 0);
    }

    @Override
    public boolean isInOrder() {
        return true;
    }

    @Override
    public Process describe(long[] states, int at) {
        return VectorSystem.term(network.root(), new VectorSystem.Locals() {
            @Override
            public Process term(int component) {
                for (int g = 0; g < growing.size(); g++) {
                    if (growing.get(g).component() == component) {
                        return growing.get(g).leaf().term((int) states[at + words + g]);
                    }
                }
                return network.graphs().get(component).term(packing.local(states, at, component));
            }

            @Override
            public boolean isTerminated(int control) {
                return packing.local(states, at, control) == 1;
            }
        });
    }

    @Override
    public Expander expander() {
        return new Growth();
    }

    private final class Growth implements Expander {
        private final Expander expander = inner.expander();
        private final Successors asked = new Successors(words);
        private final long[] target = new long[words + growing.size()];
        private long[] block = new long[words];

        @Override
        public void expand(long[] states, int count, Successors out) {
            if (block.length < count * words) {
                block = new long[count * words];
            }
            int width = target.length;
            for (int i = 0; i < count; i++) {
                System.arraycopy(states, i * width, block, i * words, words);
            }
            expander.expand(block, count, asked);
            out.clear();
            for (int i = 0; i < count; i++) {
                for (int k = asked.from(i); k < asked.to(i); k++) {
                    System.arraycopy(asked.states, k * words, target, 0, words);
                    System.arraycopy(states, i * width + words, target, words, growing.size());
                    grow(0, asked.events[k], out);
                }
                out.endState();
            }
        }

        /** Every combination of what the growing components from this one on can do that were asked. */
        private void grow(int g, int event, Successors out) {
            if (g == growing.size()) {
                out.add(event, target, 0);
                return;
            }
            int component = growing.get(g).component();
            int told = packing.local(target, 0, component);
            if (told == 0) {
                grow(g + 1, event, out);
                return;
            }
            int place = words + g;
            long before = target[place];
            long difference = packing.difference(component, told, 0);
            target[packing.word()[component]] ^= difference;
            for (int next : growing.get(g).leaf().targets((int) before, told)) {
                target[place] = next;
                grow(g + 1, event, out);
            }
            target[place] = before;
            target[packing.word()[component]] ^= difference;
        }
    }
}
