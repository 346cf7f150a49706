package org.cspcheck.explorer.check;

import java.util.Optional;
import org.cspcheck.explorer.search.Exploration;
import org.cspcheck.explorer.system.Commutation;
import org.cspcheck.explorer.system.Commutation.Effect;
import org.cspcheck.explorer.system.Layout;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.verdict.Counterexample.Kind;

/**
 * Pairs of a state and an observer's node.
 *
 * <p>The node sits in the bits of the last word that the state leaves free, or in a word of its own. How many nodes there will be is not
 * known before: where they outgrow the free bits, {@link Exploration.Outgrown} is thrown, and whoever searches begins again with the word.
 */
final class Product implements Exploration {
    /** Few enough for most specifications. */
    static final int SOME = 1 << 12;

    static final int ANY = Integer.MAX_VALUE;

    private final Subject subject;
    private final TransitionSystem system;
    private final Observer observer;
    private final boolean inOrder;
    private final int inner;
    private final int words;
    private final int shift;
    private final int most;

    /**
     * @param inOrder whether pairs must be examined one after the other
     * @param nodes how many there may be
     */
    Product(Subject subject, Observer observer, boolean inOrder, int nodes) {
        Layout layout = subject.system().layout();
        this.inOrder = inOrder;
        boolean own = 63 - layout.bits() < 32 - Integer.numberOfLeadingZeros(nodes);
        this.subject = subject;
        this.system = subject.system();
        this.observer = observer;
        this.inner = layout.words();
        this.words = own ? inner + 1 : inner;
        this.shift = own ? 0 : layout.bits();
        this.most = 63 - shift >= 31 ? Integer.MAX_VALUE : (1 << 63 - shift) - 1;
    }

    @Override
    public Layout layout() {
        return new Layout(words, 63, true);
    }

    @Override
    public boolean isInOrder() {
        return inOrder;
    }

    @Override
    public void initial(long[] into) {
        system.initial(into);
        if (words > inner) {
            into[inner] = 0;
        }
        into[words - 1] |= (long) observer.start() << shift;
    }

    @Override
    public Optional<Meaning> meaning() {
        return subject.meaning(inOrder, observer.notes());
    }

    @Override
    public Optional<Commutation> commutation() {
        return system.commutation();
    }

    /** {@return the node of the pair at this place} */
    int node(long[] pairs, int at) {
        return (int) (pairs[at + words - 1] >>> shift);
    }

    /** Copies the state of the pair at this place. */
    void state(long[] pairs, int at, long[] into, int to) {
        System.arraycopy(pairs, at, into, to, inner);
        if (words == inner) {
            into[to + inner - 1] &= (1L << shift) - 1;
        }
    }

    @Override
    public Examiner examiner() {
        TransitionSystem.Expander expander = system.expander();
        Successors steps = new Successors(inner);
        return new Examiner() {
            private long[] states = new long[0];

            @Override
            public Finding examine(long[] pairs, int count, Successors out) {
                if (states.length < count * inner) {
                    states = new long[count * inner];
                }
                for (int i = 0; i < count; i++) {
                    state(pairs, i * words, states, i * inner);
                }
                expander.expand(states, count, steps);
                out.clear();
                for (int i = 0; i < count; i++) {
                    Finding finding = pair(i, node(pairs, i * words), states, out);
                    if (finding != null) {
                        return finding;
                    }
                }
                return null;
            }

            private Finding pair(int i, int node, long[] block, Successors out) {
                if (observer.isOpen(node)) {
                    for (int k = steps.from(i); k < steps.to(i); k++) {
                        int event = steps.events[k];
                        int next = event == Event.TAU ? node : observer.after(node, event);
                        if (next >= 0) {
                            add(event, k, next, move(steps.moves[k], event, node, next), out);
                        } else if (next == Observer.FORBIDDEN) {
                            return new Finding(Kind.TRACE, i, event);
                        }
                    }
                }
                out.endState();
                return observer.judge(node, block, i, steps);
            }

            /** From a node that is not open nothing goes on, so a step to it can't have come first. */
            private int move(int step, int event, int node, int next) {
                if (event == Event.TAU) {
                    return step;
                }
                if (next == node) {
                    return Commutation.seen(step, Effect.SAME_NODE);
                }
                return observer.isOpen(next) ? Commutation.seen(step, Effect.OTHER_NODE) : Commutation.NONE;
            }

            private void add(int event, int k, int node, int move, Successors out) {
                if (node > most) {
                    throw new Outgrown();
                }
                out.ensure(1);
                int at = out.count * words;
                System.arraycopy(steps.states, k * inner, out.states, at, inner);
                if (words > inner) {
                    out.states[at + inner] = 0;
                }
                out.states[at + words - 1] |= (long) node << shift;
                out.moves[out.count] = move;
                out.events[out.count++] = event;
            }
        };
    }
}
