package org.cspcheck.explorer.system;

import java.util.BitSet;
import java.util.OptionalLong;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.PriorityOrder;
import org.cspcheck.model.process.Process;

/** A system whose steps are cut where a step that beats them is possible: {@code prioritise} at the root of a network. */
public final class PrioritySystem implements TransitionSystem {
    private final TransitionSystem inner;
    private final PriorityOrder order;

    public PrioritySystem(TransitionSystem inner, PriorityOrder order) {
        this.inner = inner;
        this.order = order;
    }

    @Override
    public Layout layout() {
        return inner.layout();
    }

    @Override
    public void initial(long[] into) {
        inner.initial(into);
    }

    @Override
    public OptionalLong fingerprint() {
        return inner.fingerprint();
    }

    @Override
    public boolean isInOrder() {
        return inner.isInOrder() || !(order instanceof PriorityOrder.TauPriority);
    }

    @Override
    public Process describe(long[] states, int at) {
        return around(inner.describe(states, at));
    }

    @Override
    public Account account(Walk walk) {
        return inner.account(walk).around(walk, this::around);
    }

    private Process around(Process process) {
        return process instanceof Process.Terminated ? process : new Process.Prioritise(process, order);
    }

    @Override
    public Expander expander() {
        Expander expander = inner.expander();
        Successors all = new Successors(inner.layout().words());
        Blocking blocking =
                switch (order) {
                    case PriorityOrder.TauPriority tau -> new CutBySilence(tau);
                    case PriorityOrder general -> new ByComparison(general);
                };
        return (states, count, out) -> {
            expander.expand(states, count, all);
            out.clear();
            for (int i = 0; i < count; i++) {
                blocking.open(all, i);
                for (int k = all.from(i); k < all.to(i); k++) {
                    if (!blocking.blocks(all.events[k])) {
                        out.add(all.events[k], all.states, k * all.words);
                    }
                }
                out.endState();
            }
        };
    }

    /** Which events of one state are cut. */
    private interface Blocking {
        void open(Successors all, int source);

        boolean blocks(int event);
    }

    private static final class CutBySilence implements Blocking {
        private final PriorityOrder.TauPriority order;
        private final BitSet asked = new BitSet();
        private final BitSet cut = new BitSet();
        private boolean silent;

        CutBySilence(PriorityOrder.TauPriority order) {
            this.order = order;
        }

        @Override
        public void open(Successors all, int source) {
            silent = false;
            for (int k = all.from(source); k < all.to(source) && !silent; k++) {
                silent = !Event.isVisible(all.events[k]);
            }
        }

        @Override
        public boolean blocks(int event) {
            return silent && Event.isVisible(event) && isCut(event);
        }

        private boolean isCut(int event) {
            if (!asked.get(event)) {
                asked.set(event);
                synchronized (order) { // a set may be evaluated as it is asked, and other workers ask too
                    cut.set(event, order.cut().contains(event));
                }
            }
            return cut.get(event);
        }
    }

    private static final class ByComparison implements Blocking {
        private final PriorityOrder order;
        private Successors all;
        private int source;

        ByComparison(PriorityOrder order) {
            this.order = order;
        }

        @Override
        public void open(Successors successors, int state) {
            all = successors;
            source = state;
        }

        @Override
        public boolean blocks(int event) {
            for (int k = all.from(source); k < all.to(source); k++) {
                if (order.beats(all.events[k], event)) {
                    return true;
                }
            }
            return false;
        }
    }
}
