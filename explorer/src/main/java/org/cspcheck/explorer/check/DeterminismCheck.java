package org.cspcheck.explorer.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.cspcheck.explorer.normal.Acceptances;
import org.cspcheck.explorer.normal.NormalForm;
import org.cspcheck.explorer.search.Exploration.Finding;
import org.cspcheck.explorer.search.LimitReached;
import org.cspcheck.explorer.search.Search;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.verdict.Counterexample.Kind;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.SemanticModel;

/**
 * Determinism: no event can be both performed and refused after one trace; in FD no divergence either.
 *
 * <p>Most processes that are deterministic have no tau, no tick beside another event and one target for each event, which a plain search
 * sees. Where that fails the normal form decides: each node, in breadth-first order.
 */
public final class DeterminismCheck {
    private final Subject subject;
    private final SemanticModel model;

    public DeterminismCheck(Subject subject, SemanticModel model) {
        this.subject = subject;
        this.model = model;
    }

    public Answer deterministic() {
        try (Search search = Search.deciding(subject.plain(subject.isInOrder(false), () -> DeterminismCheck::plainlyChoosing), subject.budget())) {
            if (search.run().isEmpty()) {
                return Answer.holds();
            }
        }
        try {
            return byNormalForm();
        } catch (LimitReached e) {
            subject.budget().unkept("a normal form of the process itself decides, which is made in memory");
            throw e;
        }
    }

    /** A finding where the state alone leaves open what happens next. */
    private static Finding plainlyChoosing(long[] states, int source, Successors steps) {
        int from = steps.from(source);
        int to = steps.to(source);
        for (int k = from; k < to; k++) {
            int event = steps.events[k];
            boolean open = event == Event.TAU || event == Event.TICK && to - from > 1;
            for (int other = from; other < k && !open; other++) {
                open = steps.events[other] == event && !sameTarget(steps, other, k);
            }
            if (open) {
                return new Finding(Kind.NONDETERMINISM, source, event);
            }
        }
        return null;
    }

    private static boolean sameTarget(Successors steps, int one, int other) {
        int words = steps.words;
        return Arrays.equals(
                steps.states, one * words, (one + 1) * words, steps.states, other * words, (other + 1) * words);
    }

    private Answer byNormalForm() {
        NormalForm form = new NormalForm(subject.system(), model, subject.budget());
        Walk walk = new Walk(form);
        for (int i = 0; i < walk.queue.size(); i++) {
            int node = walk.queue.get(i);
            count(form, walk);
            if (form.isDivergent(node)) {
                return new Answer.Fails(along(walk, node).toDivergence());
            }
            int event = undecided(form, node);
            if (event != Finding.NO_EVENT) {
                TraceCheck runs = along(walk, node);
                return new Answer.Fails(
                        Evidence.of(Kind.NONDETERMINISM, runs.toOffer(event), event).beside(runs.toRefusal(event)));
            }
            for (int next : form.initials(node)) {
                walk.reach(form.after(node, next), node, next);
            }
        }
        count(form, walk);
        return Answer.holds();
    }

    private void count(NormalForm form, Walk walk) {
        var explored = new Outcome.Statistics(
                subject.budget().within(form.states()), form.transitions(), walk.depth(walk.queue.size() - 1));
        subject.budget().explored(explored);
        subject.budget().states(form.states());
        subject.budget().pulse(form.states(), form.transitions(), explored.depth(), 0, Optional::empty);
    }

    private TraceCheck along(Walk walk, int node) {
        return new TraceCheck(subject, walk.traceTo(node));
    }

    /** The first event that is possible at a node and missing in one of its acceptances. */
    private static int undecided(NormalForm form, int node) {
        for (int event : form.initials(node)) {
            for (int[] acceptance : form.acceptances(node)) {
                if (!Acceptances.contains(acceptance, new int[] {event})) {
                    return event;
                }
            }
        }
        return Finding.NO_EVENT;
    }

    /** Nodes in breadth-first order, each with the step that first led to it. */
    private static final class Walk {
        final List<Integer> queue = new ArrayList<>();
        private final List<int[]> arrivals = new ArrayList<>();

        Walk(NormalForm form) {
            reach(form.start(), form.start(), Event.TAU);
        }

        void reach(int node, int parent, int event) {
            while (arrivals.size() <= node) {
                arrivals.add(null);
            }
            if (arrivals.get(node) == null) {
                arrivals.set(node, new int[] {parent, event, queue.isEmpty() ? 0 : arrivals.get(parent)[2] + 1});
                queue.add(node);
            }
        }

        int depth(int position) {
            return arrivals.get(queue.get(position))[2];
        }

        List<Integer> traceTo(int node) {
            var trace = new ArrayList<Integer>();
            for (int at = node; at != queue.get(0); at = arrivals.get(at)[0]) {
                trace.add(arrivals.get(at)[1]);
            }
            Collections.reverse(trace);
            return trace;
        }
    }
}
