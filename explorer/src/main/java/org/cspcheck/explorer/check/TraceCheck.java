package org.cspcheck.explorer.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.cspcheck.explorer.check.Evidence.Leg;
import org.cspcheck.explorer.normal.Acceptances;
import org.cspcheck.explorer.normal.Divergences;
import org.cspcheck.explorer.search.Exploration.Finding;
import org.cspcheck.explorer.search.Exploration.Notes;
import org.cspcheck.explorer.search.Search;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.model.verdict.Counterexample.Kind;
import org.cspcheck.model.verdict.SemanticModel;

/** Whether a trace can happen (T), and whether the process can be kept from it (F, FD). Pairs of a position in the trace and a state. */
public final class TraceCheck {
    private final Subject subject;
    private final int[] trace;

    public TraceCheck(Subject subject, List<Integer> trace) {
        this.subject = subject;
        this.trace = trace.stream().mapToInt(Integer::intValue).toArray();
    }

    public Answer hasTrace(SemanticModel model) {
        if (model == SemanticModel.T) {
            return exists(true);
        }
        Optional<Divergences> divergences = model == SemanticModel.FD ? subject.divergences() : Optional.empty();
        Optional<Evidence> refusal = first(new Along((position, states, source, steps) -> {
            if (position < trace.length && refuses(steps, source, trace[position])) {
                return new Finding(Kind.REFUSAL, source, trace[position]);
            }
            boolean loops = divergences.isPresent() && Subject.loops(divergences.get(), states, source, steps);
            return loops ? new Finding(Kind.DIVERGENCE, source, Finding.NO_EVENT) : null;
        }), true);
        Answer existence = exists(false);
        return existence instanceof Answer.Holds && refusal.isPresent() ? new Answer.Fails(refusal.get()) : existence;
    }

    private Answer exists(boolean decides) {
        var most = new AtomicInteger();
        Along toTheEnd = new Along((position, states, source, steps) -> {
            if (position > most.get()) {
                most.accumulateAndGet(position, Math::max);
            }
            return position == trace.length ? new Finding(Kind.RUN, source, Finding.NO_EVENT) : null;
        }, new Farthest(most));
        Optional<Evidence> run = first(toTheEnd, decides);
        if (run.isPresent()) {
            return new Answer.Holds(run);
        }
        return new Answer.Fails(farthest(most.get()));
    }

    /** The way to the first state that has seen most of the trace. */
    private Evidence farthest(int most) {
        return arrival((position, states, source, steps) ->
                position == most ? new Finding(Kind.NO_SUCH_RUN, source, trace[position]) : null);
    }

    /** {@return a path with the trace to a state with this event} */
    List<Leg> toOffer(int event) {
        return arrival((position, states, source, steps) ->
                position == trace.length && Subject.has(steps, source, event)
                        ? new Finding(Kind.TRACE, source, event)
                        : null).path();
    }

    /** {@return a path with the trace to a state that refuses this event} */
    List<Leg> toRefusal(int event) {
        return arrival((position, states, source, steps) ->
                position == trace.length && refuses(steps, source, event)
                        ? new Finding(Kind.REFUSAL, source, event)
                        : null).path();
    }

    /** {@return a path with the trace to a cycle of tau} */
    Evidence toDivergence() {
        Divergences divergences = subject.divergences().orElseThrow();
        return arrival((position, states, source, steps) ->
                position == trace.length && Subject.loops(divergences, states, source, steps)
                        ? new Finding(Kind.DIVERGENCE, source, Finding.NO_EVENT)
                        : null);
    }

    private Evidence arrival(PositionJudge judge) {
        return first(new Along(judge), false).orElseThrow(() -> new IllegalStateException("a run that exists was not found"));
    }

    private Optional<Evidence> first(Along observer, boolean decides) {
        Product product = new Product(subject, observer, subject.isInOrder(true), trace.length + 1);
        try (Search search = search(product, decides)) {
            return search.run().map(found -> evidence(product, search, found));
        }
    }

    private Search search(Product product, boolean decides) {
        return decides ? Search.deciding(product, subject.budget()) : Search.explaining(product, subject.budget());
    }

    private Evidence evidence(Product product, Search search, Search.Found found) {
        return subject.evidence(found.kind(), Projection.of(subject, product, search.pathTo(found)), found.event());
    }

    private static boolean refuses(Successors steps, int source, int event) {
        int[] offered = Acceptances.of(steps.events, steps.from(source), steps.to(source));
        return offered != null && Arrays.binarySearch(offered, event) < 0;
    }

    /** Looks at a state that was reached by the first events of the trace. */
    private interface PositionJudge {
        Finding judge(int position, long[] states, int source, Successors steps);
    }

    /** How much of the trace was seen. */
    private record Farthest(AtomicInteger most) implements Notes {
        @Override
        public long[] taken() {
            return new long[] {most.get()};
        }

        @Override
        public boolean read(long[] taken) {
            most.set((int) taken[0]);
            return true;
        }
    }

    /** Follows the trace; its nodes are positions in it. */
    private final class Along implements Observer {
        private final PositionJudge judge;
        private final Notes notes;

        Along(PositionJudge judge) {
            this(judge, Notes.NONE);
        }

        Along(PositionJudge judge, Notes notes) {
            this.judge = judge;
            this.notes = notes;
        }

        @Override
        public int start() {
            return 0;
        }

        @Override
        public int after(int position, int event) {
            return position < trace.length && trace[position] == event ? position + 1 : PRUNED;
        }

        @Override
        public boolean isOpen(int position) {
            return true;
        }

        @Override
        public Finding judge(int position, long[] states, int source, Successors steps) {
            return judge.judge(position, states, source, steps);
        }

        @Override
        public Notes notes() {
            return notes;
        }
    }
}
