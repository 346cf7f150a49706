package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Links;
import org.cspcheck.model.event.Renaming;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.Completions;
import org.cspcheck.model.value.Compound;
import org.cspcheck.model.value.Dots;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.model.value.SymbolicSet;
import org.cspcheck.model.value.Value;

/** Sets, renamings and links of values as the operators of processes take them: asked by event number, the answers kept. */
final class EventSets {
    /** One pair {@code from <- to} or {@code from <-> to}; either side may have open fields. */
    record Pair(Value from, Value to) {}

    private final Alphabet alphabet;
    private final Map<Object, EventSet> sets = new HashMap<>();
    private final Map<List<Pair>, Renaming> renamings = new HashMap<>();

    EventSets(Alphabet alphabet) {
        this.alphabet = alphabet;
    }

    /** {@return the set as one of events; the same object for the same form} */
    EventSet of(SetValue set, Span span) {
        Object form = set.form();
        EventSet known = sets.get(form);
        if (known == null) {
            known = new OfValues(set, span);
            sets.put(form, known);
        }
        return known;
    }

    /** {@return everything but the set} */
    EventSet without(SetValue set, Span span) {
        EventSet excepted = of(set, span);
        return sets.computeIfAbsent(List.of("all but", set.form()), form -> new AllBut(excepted, span));
    }

    Renaming renaming(List<Pair> pairs, Span span) {
        return renamings.computeIfAbsent(List.copyOf(pairs), list -> new OfPairs(list, span));
    }

    /** {@return all complete pairs} An event linked to two others is a mistake: which one moves would be left open. */
    Links links(List<Pair> pairs, Span span) {
        var links = new ArrayList<Links.Link>();
        var lefts = new HashMap<Integer, Integer>();
        var rights = new HashMap<Integer, Integer>();
        for (Pair pair : pairs) {
            for (Value from : Completions.of(pair.from())) {
                Value to = image(pair, from, span);
                var link = new Links.Link(Kinds.event(from, alphabet, span), Kinds.event(to, alphabet, span));
                Integer left = lefts.putIfAbsent(link.left(), link.right());
                Integer right = rights.putIfAbsent(link.right(), link.left());
                if (left != null && left != link.right() || right != null && right != link.left()) {
                    Value twice = left != null && left != link.right() ? from : to;
                    throw Faults.of("CSP0617", span, Faults.show(twice) + " is linked twice",
                            "each event of one side is linked with at most one of the other", "rename first: P[[a <- a1, a <- a2]]");
                }
                links.add(link);
            }
        }
        return new Links(links);
    }

    /** What {@code event} becomes by a pair whose left side it completes. */
    private static Value image(Pair pair, Value event, Span span) {
        try {
            return event.equals(pair.from()) ? pair.to() : Dots.dot(pair.to(), Completions.missing(pair.from(), event));
        } catch (Dots.OutsideFieldException fault) {
            throw Faults.outsideField(span, fault);
        }
    }

    private final class OfValues implements EventSet {
        private final SetValue set;
        private final Span span;
        private volatile byte[] known = new byte[64];

        OfValues(SetValue set, Span span) {
            this.set = set;
            this.span = span;
            if (!(set instanceof SymbolicSet) && set.isFinite()) {
                set.elements().forEach(value -> Kinds.event(value, alphabet, span));
            }
        }

        /** Read without a lock: a thread that misses another's answer finds the same one again. */
        @Override
        public boolean contains(int event) {
            byte[] answers = known;
            if (event >= answers.length || answers[event] == 0) {
                answers = find(event);
            }
            return answers[event] == 1;
        }

        private synchronized byte[] find(int event) {
            if (event >= known.length) {
                known = Arrays.copyOf(known, Math.max(event + 1, known.length * 2));
            }
            known[event] = (byte) (set.contains(alphabet.value(event)) ? 1 : 2);
            return known;
        }

        @Override
        public int[] members() {
            try {
                return set.elements().stream().mapToInt(value -> Kinds.event(value, alphabet, span)).sorted().toArray();
            } catch (SetValue.InfiniteSetException fault) {
                throw Faults.infiniteSet(span, fault);
            }
        }

        @Override
        public String toString() {
            return set.toString();
        }
    }

    private record AllBut(EventSet set, Span span) implements EventSet {
        @Override
        public boolean contains(int event) {
            return !set.contains(event);
        }

        @Override
        public int[] members() {
            throw Faults.infinite(span, "all events but " + set);
        }
    }

    private final class OfPairs implements Renaming {
        private final List<Pair> pairs;
        private final Map<Symbol, List<Pair>> byChannel = new HashMap<>();
        private final Span span;
        private final Map<Integer, int[]> known = new HashMap<>();

        OfPairs(List<Pair> pairs, Span span) {
            this.pairs = pairs;
            this.span = span;
            for (Pair pair : pairs) {
                byChannel.computeIfAbsent(channel(pair.from(), span), symbol -> new ArrayList<>()).add(pair);
                channel(pair.to(), span);
            }
        }

        private static Symbol channel(Value value, Span span) {
            if (value instanceof Compound compound && compound.symbol().kind() == Symbol.Kind.CHANNEL) {
                return compound.symbol();
            }
            throw Faults.notAnEvent(span, value);
        }

        @Override
        public synchronized int[] images(int event) {
            return known.computeIfAbsent(event, this::find);
        }

        private int[] find(int event) {
            var value = (Compound) alphabet.value(event);
            int[] images = byChannel.getOrDefault(value.symbol(), List.of()).stream()
                    .filter(pair -> Completions.isPrefix(pair.from(), value))
                    .mapToInt(pair -> Kinds.event(image(pair, value, span), alphabet, span))
                    .sorted()
                    .distinct()
                    .toArray();
            return images.length == 0 ? new int[] {event} : images;
        }

        @Override
        public String toString() {
            return pairs.toString();
        }
    }
}
