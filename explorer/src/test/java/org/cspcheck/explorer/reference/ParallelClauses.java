package org.cspcheck.explorer.reference;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntBinaryOperator;
import org.cspcheck.explorer.reference.Denotation.Behaviours;
import org.cspcheck.explorer.reference.Denotation.InexactException;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Links;

/**
 * The denotational clauses of the parallel operators: pairs of traces are merged, and each merged trace refuses what the two refuse together.
 *
 * <p>The tick belongs to every interface: a merged trace ticks when both of its parts do.
 */
final class ParallelClauses {
    /** Pairs of traces that are worth looking at. */
    private static final int LARGEST = 100_000;

    private ParallelClauses() {}

    static Denotation interfaceParallel(List<Denotation> operands, EventSet together, int bound, boolean strict) {
        int joint = Refusals.bits(together) | Refusals.TICK;
        return operands.stream()
                .reduce((p, q) -> merge(
                        p, q, bound, strict,
                        (y, z) -> (y | z) & joint | y & z & ~joint,
                        (s, t, each) -> agreeing(s, t, together, Trace.EMPTY, each)))
                .orElseThrow();
    }

    /** Two by two; what several operands have done has the union of their alphabets. */
    static Denotation alphabetised(List<Denotation> operands, List<EventSet> alphabets, int bound, boolean strict) {
        Denotation result = operands.getFirst();
        int left = Refusals.bits(alphabets.getFirst());
        for (int i = 1; i < operands.size(); i++) {
            int right = Refusals.bits(alphabets.get(i));
            result = alphabetised(result, left, operands.get(i), right, bound, strict);
            left |= right;
        }
        return result;
    }

    private static Denotation alphabetised(Denotation p, int a, Denotation q, int b, int bound, boolean strict) {
        EventSet shared = set(a & b);
        int left = a | Refusals.TICK;
        int right = b | Refusals.TICK;
        return merge(p, q, bound, strict, (y, z) -> y & left | z & right | ~(left | right) & Refusals.SETS - 1, (s, t, each) -> {
            if (s.isOver(set(a)) && t.isOver(set(b))) {
                agreeing(s, t, shared, Trace.EMPTY, each);
            }
        });
    }

    private static EventSet set(int bits) {
        return EventSet.of(java.util.stream.IntStream.rangeClosed(Letters.A, Letters.D)
                .filter(letter -> (bits & Refusals.bit(letter)) != 0)
                .toArray());
    }

    /** Stable where neither can move alone inside and no linked pair is possible; linked events are seen by nobody. */
    static Denotation linked(Denotation p, Denotation q, Links links, int bound, boolean strict) {
        int notLinkedLeft = 0;
        int notLinkedRight = 0;
        for (int letter = Letters.A; letter <= Letters.D; letter++) {
            notLinkedLeft |= links.linksLeft(letter) ? 0 : Refusals.bit(letter);
            notLinkedRight |= links.linksRight(letter) ? 0 : Refusals.bit(letter);
        }
        int left = notLinkedLeft;
        int right = notLinkedRight;
        IntBinaryOperator refused = (y, z) -> {
            boolean moves = links.pairs().stream()
                    .anyMatch(l -> (y & Refusals.bit(l.left())) == 0 && (z & Refusals.bit(l.right())) == 0);
            return moves ? -1 : (y | ~left) & (z | ~right) & Refusals.VISIBLE | (y | z) & Refusals.TICK;
        };
        return merge(p, q, bound, strict, refused, (s, t, each) -> linking(s, t, links, Trace.EMPTY, each));
    }

    /** All ways in which two traces without a tick make one. */
    private interface Merging {
        void merge(Trace s, Trace t, Consumer<Trace> each);
    }

    private static Denotation merge(
            Denotation p, Denotation q, int bound, boolean strict, IntBinaryOperator refused, Merging merging) {
        if ((long) p.failures().size() * q.failures().size() > LARGEST) {
            throw new InexactException("too many pairs of traces");
        }
        Behaviours result = new Behaviours(bound, strict).madeOf(p, q);
        p.failures().forEach((s, f) -> q.failures().forEach((t, g) -> {
            if (s.ticks() && t.ticks()) {
                merging.merge(s.butLast(), t.butLast(), u -> result.refuses(u.plus(Event.TICK), Refusals.ALL));
            } else if (!s.ticks() && !t.ticks()) {
                boolean diverges = p.divergesAfter(s) || q.divergesAfter(t);
                merging.merge(s, t, u -> {
                    result.refuses(u, Refusals.combine(f, g, refused));
                    if (diverges) {
                        result.diverges(u);
                    }
                });
            }
        }));
        return result.denotation();
    }

    private static void agreeing(Trace s, Trace t, EventSet together, Trace done, Consumer<Trace> each) {
        if (s.isEmpty() && t.isEmpty()) {
            each.accept(done);
            return;
        }
        if (!s.isEmpty() && !together.contains(s.first())) {
            agreeing(s.rest(), t, together, done.plus(s.first()), each);
        }
        if (!t.isEmpty() && !together.contains(t.first())) {
            agreeing(s, t.rest(), together, done.plus(t.first()), each);
        }
        if (!s.isEmpty() && !t.isEmpty() && s.first() == t.first() && together.contains(s.first())) {
            agreeing(s.rest(), t.rest(), together, done.plus(s.first()), each);
        }
    }

    private static void linking(Trace s, Trace t, Links links, Trace done, Consumer<Trace> each) {
        if (s.isEmpty() && t.isEmpty()) {
            each.accept(done);
            return;
        }
        if (!s.isEmpty() && !links.linksLeft(s.first())) {
            linking(s.rest(), t, links, done.plus(s.first()), each);
        }
        if (!t.isEmpty() && !links.linksRight(t.first())) {
            linking(s, t.rest(), links, done.plus(t.first()), each);
        }
        if (!s.isEmpty() && !t.isEmpty() && links.pairs().contains(new Links.Link(s.first(), t.first()))) {
            linking(s.rest(), t.rest(), links, done, each);
        }
    }
}
