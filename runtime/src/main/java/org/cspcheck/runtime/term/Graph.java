package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;

/**
 * A sequential process with all states that it reaches while the first of several ways is always taken.
 *
 * <pre>
 * form  ::= state*
 * state ::= KIND OWN OFFERS (event target)*      OWN: the state after its first own step, -1 if there is none; events in order
 * </pre>
 *
 * <p>Events stand in the form by their place among {@link #events}, so processes have the same form if they are the same but for the numbers of
 * their events. States are numbered in the order in which they are reached, which is always the same.
 */
final class Graph {
    static final int OWN = 1;
    static final int OFFERS = 2;
    static final int FIRST = 3;

    final List<Process> states;
    /** The visible events that it may offer, as {@link Alphabet#compare} has them. */
    final int[] events;

    final Form form;

    /** What is the same for all processes that differ in the numbers of their events alone. */
    record Form(int[] words) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Form that && Arrays.equals(words, that.words);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(words);
        }
    }

    private Graph(List<Process> states, int[] events, Form form) {
        this.states = states;
        this.events = events;
        this.form = form;
    }

    /** {@return the graph; null if it has more states and steps than {@code most}} */
    static Graph of(FiringRules rules, Alphabet alphabet, Process start, int most) {
        var states = new ArrayList<Process>();
        states.add(start);
        Map<Process, Integer> numbers = new HashMap<>();
        numbers.put(start, 0);
        int[] words = new int[16];
        int end = 0;
        for (int i = 0, size = 0; i < states.size(); i++) {
            Process at = states.get(i);
            List<Step> steps = rules.steps(at);
            size += 1 + steps.size();
            if (size > most) {
                return null;
            }
            if (words.length < end + FIRST + 2 * steps.size()) {
                words = Arrays.copyOf(words, 2 * (end + FIRST + 2 * steps.size()));
            }
            end = write(alphabet, at, steps, words, end, target -> {
                Integer known = numbers.putIfAbsent(target, states.size());
                if (known == null) {
                    states.add(target);
                }
                return known == null ? states.size() - 1 : known;
            });
        }
        int[] found = Arrays.copyOf(words, end);
        int[] events = events(alphabet, found);
        eachEvent(found, at -> found[at] = place(alphabet, events, found[at]));
        return new Graph(states, events, new Form(found));
    }

    private interface Numbering {
        int of(Process target);
    }

    private static int write(Alphabet alphabet, Process at, List<Step> steps, int[] words, int begin, Numbering numbers) {
        int own = -1;
        var first = new TreeMap<Integer, Process>(alphabet::compare);
        for (Step step : steps) {
            if (!step.isTau() && !step.isTick()) {
                first.putIfAbsent(step.event(), step.target());
            } else if (own < 0) {
                own = numbers.of(step.target());
            }
        }
        int end = begin;
        words[end++] = own >= 0 ? Places.OWN : at instanceof Process.Terminated ? Places.TERMINATED : Places.STABLE;
        words[end++] = own;
        words[end++] = first.size();
        for (Map.Entry<Integer, Process> offer : first.entrySet()) {
            words[end++] = offer.getKey();
            words[end++] = numbers.of(offer.getValue());
        }
        return end;
    }

    private static int[] events(Alphabet alphabet, int[] words) {
        var events = new TreeSet<Integer>();
        eachEvent(words, at -> events.add(words[at]));
        return Offer.ordered(alphabet, events.stream().mapToInt(event -> event).toArray());
    }

    /** {@return the place of an event among others in order; if it is not there, -1 less how many come before it} */
    static int place(Alphabet alphabet, int[] events, int event) {
        int low = 0;
        int high = events.length;
        while (low < high) {
            int middle = low + high >>> 1;
            int order = alphabet.compare(events[middle], event);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return -1 - low;
    }

    /** {@return how many words the state takes that begins here} */
    static int size(int[] words, int state) {
        return FIRST + 2 * words[state + OFFERS];
    }

    private static void eachEvent(int[] words, IntConsumer each) {
        for (int state = 0; state < words.length; state += size(words, state)) {
            for (int at = state + FIRST; at < state + size(words, state); at += 2) {
                each.accept(at);
            }
        }
    }
}
