package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Interned<Object, EventSet> sets = new Interned<>();
    private final Interned<List<Pair>, Renaming> renamings = new Interned<>();

    EventSets(Alphabet alphabet) {
        this.alphabet = alphabet;
    }

    /** {@return the set as one of events; the same object for the same form} */
    EventSet of(SetValue set, Span span) {
        return sets.of(set.form(), () -> new OfValues(set, span));
    }

    /** {@return everything but the set} */
    EventSet without(SetValue set, Span span) {
        EventSet excepted = of(set, span);
        return sets.of(List.of("all but", set.form()), () -> new AllBut(excepted, span));
    }

    Renaming renaming(List<Pair> pairs, Span span) {
        List<Pair> list = List.copyOf(pairs);
        return renamings.of(list, () -> new OfPairs(list, span));
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
        /** Its members, ascending; null where they are not listed. */
        private final int[] members;
        /** Of a set that is not listed, what was asked before: an open table of events, twice, and 1 more for members. */
        private volatile int[] known = {0, 0};

        private int asked;

        OfValues(SetValue set, Span span) {
            this.set = set;
            this.span = span;
            this.members = !(set instanceof SymbolicSet) && set.isFinite()
                    ? set.elements().stream().mapToInt(value -> Kinds.event(value, alphabet, span)).sorted().toArray()
                    : null;
        }

        /** Read without a lock: a thread that misses another's answer finds the same one again. */
        @Override
        public boolean contains(int event) {
            if (members != null) {
                return Arrays.binarySearch(members, event) >= 0;
            }
            int[] answers = known;
            int answer = answers[slot(answers, event)];
            return answer != 0 ? (answer & 1) == 1 : find(event);
        }

        private static int slot(int[] answers, int event) {
            int slot = event * 0x9E3779B9 >>> 1 & answers.length - 1;
            while (answers[slot] != 0 && answers[slot] >> 1 != event) {
                slot = slot + 1 & answers.length - 1;
            }
            return slot;
        }

        private synchronized boolean find(int event) {
            boolean member = set.contains(alphabet.value(event));
            int[] answers = known;
            if (answers[slot(answers, event)] == 0) {
                if (2 * ++asked > answers.length) {
                    int[] more = new int[2 * answers.length];
                    Arrays.stream(answers).filter(answer -> answer != 0).forEach(answer -> more[slot(more, answer >> 1)] = answer);
                    answers = more;
                }
                answers[slot(answers, event)] = event << 1 | (member ? 1 : 0);
                known = answers;
            }
            return member;
        }

        @Override
        public Optional<int[]> listed(int most) {
            if (members != null) {
                return members.length > most ? Optional.empty() : Optional.of(members.clone());
            }
            return set.hasMoreThan(most)
                    ? Optional.empty()
                    : Optional.of(set.elements().stream().mapToInt(alphabet::find).filter(event -> event != 0).sorted().toArray());
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
