package org.cspcheck.explorer.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.Process;

/** A system whose events are hidden or renamed, where they cannot be inside it: above {@link PrioritySystem}. */
public final class RelabelSystem implements TransitionSystem {
    private static final int[] HIDDEN = {Event.TAU};

    private final TransitionSystem inner;
    private final IntFunction<int[]> labels;
    private final UnaryOperator<Process> around;

    private RelabelSystem(TransitionSystem inner, IntFunction<int[]> labels, UnaryOperator<Process> around) {
        this.inner = inner;
        this.labels = labels;
        this.around = around;
    }

    public static RelabelSystem hiding(TransitionSystem inner, Process.Hide hide) {
        return new RelabelSystem(
                inner,
                event -> hide.hidden().contains(event) ? HIDDEN : new int[] {event},
                process -> new Process.Hide(process, hide.hidden()));
    }

    public static RelabelSystem renaming(TransitionSystem inner, Process.Rename rename) {
        return new RelabelSystem(inner, rename.renaming()::images, process -> new Process.Rename(process, rename.renaming()));
    }

    @Override
    public Layout layout() {
        return new Layout(inner.layout().words(), inner.layout().bits(), true);
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
        return inner.isInOrder();
    }

    @Override
    public Process describe(long[] states, int at) {
        return around(inner.describe(states, at));
    }

    private Process around(Process process) {
        return process instanceof Process.Terminated ? process : around.apply(process);
    }

    /** A set may be evaluated as it is asked, and other workers ask too. */
    private synchronized int[] labels(int event) {
        return labels.apply(event);
    }

    @Override
    public Account account(Walk walk) {
        long[] first = new long[layout().words()];
        initial(first);
        var original = new Walk(originals(first, walk.path()), originals(walk.end(this), walk.loop()), walk.refusing());
        return inner.account(original).around(walk, this::around);
    }

    /** The steps with the events they have inside. */
    private List<Walk.Hop> originals(long[] start, List<Walk.Hop> hops) {
        Expander expander = inner.expander();
        Successors steps = new Successors(inner.layout().words());
        var found = new ArrayList<Walk.Hop>();
        long[] state = start;
        for (Walk.Hop hop : hops) {
            expander.expand(state, 1, steps);
            found.add(new Walk.Hop(original(steps, hop), hop.state()));
            state = hop.state();
        }
        return found;
    }

    private int original(Successors steps, Walk.Hop hop) {
        int words = steps.words;
        for (int k = 0; k < steps.count; k++) {
            int event = steps.events[k];
            if (Arrays.equals(steps.states, k * words, (k + 1) * words, hop.state(), 0, words)
                    && (Event.isVisible(event) ? Arrays.stream(labels.apply(event)).anyMatch(image -> image == hop.event()) : event == hop.event())) {
                return event;
            }
        }
        throw new IllegalStateException("a step was lost");
    }

    @Override
    public Expander expander() {
        Expander expander = inner.expander();
        Successors all = new Successors(inner.layout().words());
        Map<Integer, int[]> known = new HashMap<>();
        return (states, count, out) -> {
            expander.expand(states, count, all);
            out.clear();
            for (int i = 0; i < count; i++) {
                for (int k = all.from(i); k < all.to(i); k++) {
                    if (!Event.isVisible(all.events[k])) {
                        out.add(all.events[k], all.states, k * all.words);
                        continue;
                    }
                    for (int image : known.computeIfAbsent(all.events[k], this::labels)) {
                        out.add(image, all.states, k * all.words);
                    }
                }
                out.endState();
            }
        };
    }
}
