package org.cspcheck.explorer.phase;

import java.util.Arrays;
import java.util.List;
import org.cspcheck.explorer.phase.Phase.Passage;
import org.cspcheck.explorer.system.Account;
import org.cspcheck.explorer.system.Layout;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.explorer.system.Walk;
import org.cspcheck.model.process.Process;

/** A process phase by phase: a state is the vector of the network that runs, with the number of the phase above the bits of its last word. */
public final class PhasedSystem implements TransitionSystem {
    private final List<Phase> phases;
    private final int words;
    private final int shift;
    private final int bits;

    PhasedSystem(List<Phase> phases) {
        this.phases = List.copyOf(phases);
        int number = Math.max(1, 32 - Integer.numberOfLeadingZeros(phases.size() - 1));
        int most = 1;
        int filled = 0;
        for (Phase phase : phases) {
            if (phase instanceof Phase.Running running) {
                Layout layout = running.network.layout();
                filled = layout.words() > most ? layout.bits() : layout.words() < most ? filled : Math.max(filled, layout.bits());
                most = Math.max(most, layout.words());
            }
        }
        boolean fits = filled + number < Long.SIZE;
        this.words = fits ? most : most + 1;
        this.shift = fits ? filled : 0;
        this.bits = shift + number;
    }

    @Override
    public Layout layout() {
        return new Layout(words, bits, true);
    }

    /** {@return how many phases there are} */
    public int phases() {
        return phases.size();
    }

    Phase phase(int number) {
        return phases.get(number);
    }

    @Override
    public void initial(long[] into) {
        begin(0, into, 0);
    }

    /** Writes the first state of a phase. */
    private void begin(int phase, long[] into, int at) {
        Arrays.fill(into, at, at + words, 0); // every component of a network begins at its state 0
        into[at + words - 1] = (long) phase << shift;
    }

    int number(long[] states, int at) {
        return (int) (states[at + words - 1] >>> shift);
    }

    /** {@return the state of the network that runs} */
    long[] vector(Phase.Running running, long[] states, int at) {
        long[] vector = new long[running.network.layout().words()];
        copy(states, at, vector, 0, vector.length);
        return vector;
    }

    private void copy(long[] states, int at, long[] vectors, int to, int length) {
        System.arraycopy(states, at, vectors, to, length);
        if (length == words) {
            vectors[to + length - 1] &= (1L << shift) - 1;
        }
    }

    /** Writes the state after a step of the network, or after one in which it stood still. */
    void follow(Passage passage, long[] vectors, int from, int length, long[] into, int at) {
        begin(passage.phase(), into, at);
        if (passage.keeping()) {
            for (int w = 0; w < length; w++) {
                into[at + w] |= vectors[from + w];
            }
        }
    }

    @Override
    public Process describe(long[] states, int at) {
        return switch (phases.get(number(states, at))) {
            case Phase.Point point -> point.first();
            case Phase.Running running -> running.at(vector(running, states, at));
        };
    }

    @Override
    public Account account(Walk walk) {
        return new Retelling(this, walk).account();
    }

    @Override
    public Expander expander() {
        return new PhaseExpander();
    }

    /** Expands states that stand together in one phase together. */
    private final class PhaseExpander implements Expander {
        /** By phase, made when they are needed. */
        private final Expander[] inside = new Expander[phases.size()];

        private final Successors[] steps = new Successors[phases.size()];

        /** What a new step leads to, before it is written. */
        private final long[] target = new long[words];

        private long[] vectors = new long[64];

        @Override
        public void expand(long[] states, int count, Successors out) {
            out.clear();
            int to;
            for (int from = 0; from < count; from = to) {
                int number = number(states, from * words);
                to = from + 1;
                while (to < count && number(states, to * words) == number) {
                    to++;
                }
                switch (phases.get(number)) {
                    case Phase.Point point -> point(point, to - from, out);
                    case Phase.Running running -> running(running, number, states, from, to, out);
                }
            }
        }

        private void point(Phase.Point point, int count, Successors out) {
            for (int i = 0; i < count; i++) {
                for (Passage passage : point.steps()) {
                    add(passage, vectors, 0, 0, out);
                }
                out.endState();
            }
        }

        private void running(Phase.Running running, int number, long[] states, int from, int to, Successors out) {
            if (inside[number] == null) {
                inside[number] = running.network.expander();
                steps[number] = new Successors(running.network.layout().words());
            }
            Successors inner = steps[number];
            int length = inner.words;
            if (vectors.length < (to - from) * length) {
                vectors = new long[2 * (to - from) * length];
            }
            for (int i = from; i < to; i++) {
                copy(states, i * words, vectors, (i - from) * length, length);
            }
            inside[number].expand(vectors, to - from, inner);
            for (int i = 0; i < to - from; i++) {
                for (int k = inner.from(i); k < inner.to(i); k++) {
                    for (Passage passage : running.passages(inner.events[k])) {
                        add(passage, inner.states, k * length, length, out);
                    }
                }
                for (Passage passage : running.own) {
                    add(passage, vectors, i * length, length, out);
                }
                out.endState();
            }
        }

        private void add(Passage passage, long[] vectors, int from, int length, Successors out) {
            follow(passage, vectors, from, length, target, 0);
            out.add(passage.event(), target, 0);
        }
    }
}
