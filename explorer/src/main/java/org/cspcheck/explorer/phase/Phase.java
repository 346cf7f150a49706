package org.cspcheck.explorer.phase;

import java.util.List;
import java.util.Map;
import org.cspcheck.explorer.vector.VectorSystem;
import org.cspcheck.model.process.Process;

/** A part of a system's life in which its states are laid out in one way. */
sealed interface Phase {
    /** What a step is, seen from outside. */
    record Passage(int event, int phase, boolean keeping) {}

    /** {@return the settled term that the phase begins with} */
    Process first();

    /** A state by itself. */
    record Point(Process first, List<Passage> steps) implements Phase {}

    /** A network that runs inside layers, the innermost first. */
    final class Running implements Phase {
        final VectorSystem network;
        final List<Layer> layers;

        /** Steps that are possible whatever the network does. */
        final List<Passage> own;

        private final int least;
        private final Passage[][] passages;

        /** @param passages of each event that the network can perform */
        Running(VectorSystem network, List<Layer> layers, Map<Integer, List<Passage>> passages, List<Passage> own) {
            this.network = network;
            this.layers = layers;
            this.own = own;
            this.least = passages.keySet().stream().mapToInt(event -> event).min().orElse(0);
            int most = passages.keySet().stream().mapToInt(event -> event).max().orElse(0);
            this.passages = new Passage[Math.addExact(most - least, 1)][];
            passages.forEach((event, list) -> this.passages[event - least] = list.toArray(Passage[]::new));
        }

        /** {@return what a step of the network with this event is outside: one for each image} */
        Passage[] passages(int event) {
            return passages[event - least];
        }

        /** {@return the whole, when the network is this term} */
        Process around(Process inner) {
            Process whole = inner;
            for (Layer layer : layers) {
                whole = layer.around(whole);
            }
            return whole;
        }

        Process at(long[] vector) {
            return around(network.describe(vector, 0));
        }

        @Override
        public Process first() {
            long[] vector = new long[network.layout().words()];
            network.initial(vector);
            return at(vector);
        }
    }
}
