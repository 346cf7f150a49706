package org.cspcheck.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.verdict.Counterexample.TakenStep;

/**
 * The steps of a run as they are told: each one, or with hidden steps drawn together and long repetitions told once.
 *
 * <pre>
 * story  ::= passage*
 * passage ::= Moment | Again times moment+ | Skipped steps
 * </pre>
 *
 * <p>Steps are counted from 1; the passages cover all steps, in order, none twice.
 */
sealed interface Story {
    /** Passages of the longest story that is told whole. */
    int LONGEST = 60;

    /** A repetition is told once if that saves so many lines. */
    int WORTH = 4;

    /** Moments of the longest round looked for. */
    int LONGEST_ROUND = 40;

    /** One step, or several hidden ones in a row. {@code hidden}: the events inside, as far as they are known. */
    record Moment(int first, int last, Optional<String> event, List<String> hidden, List<String> processes) implements Story {
        boolean sameAs(Moment other) {
            return last - first == other.last - other.first
                    && event.equals(other.event)
                    && hidden.equals(other.hidden)
                    && processes.equals(other.processes);
        }
    }

    /** The same moments, one round after another; the first round is given. */
    record Again(int times, List<Moment> round, int last) implements Story {}

    /** Steps that are left out for length. */
    record Skipped(int first, int last) implements Story {}

    /** {@return every step for itself} */
    static List<Story> full(List<TakenStep> steps) {
        return List.copyOf(moments(steps, false));
    }

    /** {@return the story with hidden steps drawn together, repetitions told once, and the middle of what is still long left out} */
    static List<Story> changes(List<TakenStep> steps) {
        return shortened(folded(moments(steps, true)));
    }

    private static List<Moment> moments(List<TakenStep> steps, boolean drawTogether) {
        var moments = new ArrayList<Moment>();
        for (int i = 0; i < steps.size(); ) {
            int end = i + 1;
            while (drawTogether && isHidden(steps.get(i)) && end < steps.size() && isHidden(steps.get(end))) {
                end++;
            }
            moments.add(moment(steps.subList(i, end), i + 1));
            i = end;
        }
        return moments;
    }

    private static Moment moment(List<TakenStep> steps, int first) {
        Optional<String> event = Optional.of(steps.getFirst().event()).filter(name -> !name.equals("tau"));
        List<String> hidden = steps.stream().flatMap(step -> step.hidden().stream()).toList();
        List<String> processes = steps.stream().flatMap(step -> step.processes().stream()).distinct().toList();
        return new Moment(first, first + steps.size() - 1, event, hidden, processes);
    }

    private static boolean isHidden(TakenStep step) {
        return step.event().equals("tau");
    }

    /** Greedy from the left: at each place the round that saves most lines, if it saves at least {@code WORTH}. */
    private static List<Story> folded(List<Moment> moments) {
        var story = new ArrayList<Story>();
        for (int i = 0; i < moments.size(); ) {
            int best = 0;
            int saved = WORTH - 1;
            for (int length = 1; length <= Math.min(LONGEST_ROUND, (moments.size() - i) / 2); length++) {
                int saving = (times(moments, i, length) - 1) * length;
                if (saving > saved) {
                    best = length;
                    saved = saving;
                }
            }
            if (best == 0) {
                story.add(moments.get(i++));
            } else {
                int times = saved / best + 1;
                int end = i + times * best;
                story.add(new Again(times, List.copyOf(moments.subList(i, i + best)), moments.get(end - 1).last()));
                i = end;
            }
        }
        return story;
    }

    private static int times(List<Moment> moments, int start, int length) {
        int at = start + length;
        while (at < moments.size() && moments.get(at).sameAs(moments.get(at - length))) {
            at++;
        }
        return (at - start) / length;
    }

    private static List<Story> shortened(List<Story> story) {
        if (story.size() <= LONGEST) {
            return story;
        }
        int tail = LONGEST / 3;
        int head = LONGEST - tail;
        var kept = new ArrayList<Story>(story.subList(0, head));
        kept.add(new Skipped(last(story.get(head - 1)) + 1, first(story.get(story.size() - tail)) - 1));
        kept.addAll(story.subList(story.size() - tail, story.size()));
        return kept;
    }

    private static int first(Story passage) {
        return switch (passage) {
            case Moment moment -> moment.first();
            case Again again -> again.round().getFirst().first();
            case Skipped skipped -> skipped.first();
        };
    }

    private static int last(Story passage) {
        return switch (passage) {
            case Moment moment -> moment.last();
            case Again again -> again.last();
            case Skipped skipped -> skipped.last();
        };
    }
}
