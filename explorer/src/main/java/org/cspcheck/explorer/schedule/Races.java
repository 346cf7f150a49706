package org.cspcheck.explorer.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What happened before what in the present run, and so which steps could have come in the other order.
 *
 * <p>A step comes after those that it does not commute with, and after those that its process could not have gone on without. Two steps of
 * different processes race if they do not commute, nothing comes between them, and the later process could have gone on before the earlier
 * one did. Then somebody with whom a run can begin in which they come in the other order must be planned where the earlier one was taken:
 * a source set (Abdulla, Aronis, Jonsson, Sagonas, <i>Source sets: a foundation for optimal dynamic partial order reduction</i>, JACM
 * 64(4), 2017).
 *
 * <p>Why no run is lost: docs/internals/schedules.md.
 */
final class Races {
    /** A process of the present run. */
    static final class Party extends Course.Known {
        private int[] after = new int[3];
        private int count;

        Party(int number) {
            super(number);
        }

        /** It could not go on before this step. */
        void follows(int step) {
            if (count == after.length) {
                after = Arrays.copyOf(after, 2 * count);
            }
            after[count++] = step;
        }

        /** It has taken this step. */
        void took(int step) {
            count = 0;
            follows(step);
        }
    }

    private final List<Decision> steps = new ArrayList<>();
    private int[] found = new int[8];

    int size() {
        return steps.size();
    }

    void clear() {
        steps.clear();
    }

    void add(Decision step) {
        steps.add(step);
    }

    void removeLast() {
        steps.removeLast();
    }

    /**
     * The step was taken for the first time, or does something else than before.
     *
     * @param mover whose step it is; null if it is a timer's
     * @param reversible whether it could have come earlier than the step before, if that was another process's
     */
    void taken(int number, Party mover, boolean reversible) {
        Decision step = steps.get(number);
        step.partner = step.thing >= 0 && step.awaited >= 0 ? partner(number, step) : -1;
        long[] past = new long[(number >> 6) + 1];
        step.past = past;
        if (step.isIdle()) {
            if (number > 0) {
                include(past, number - 1);
            }
            return;
        }
        for (int i = 0; mover != null && i < mover.count; i++) {
            include(past, mover.after[i]);
        }
        int races = 0;
        for (int earlier = last(past, false, number - 1); earlier >= 0; earlier = last(past, false, earlier - 1)) {
            Decision other = steps.get(earlier);
            if (ordered(other, step)) {
                if (reversible && !other.ofTimers() && (step.ofTimers() || other.priority == step.priority) && other.process() != step.process()) {
                    if (races == found.length) {
                        found = Arrays.copyOf(found, 2 * races);
                    }
                    found[races++] = earlier;
                }
                include(past, earlier);
            }
        }
        for (int i = 0; i < races; i++) {
            reverse(found[i], number);
        }
    }

    private static boolean ordered(Decision earlier, Decision later) {
        if (earlier.isIdle() || earlier.process() == later.process()) {
            return !earlier.isIdle();
        }
        return !earlier.comes && !later.comes && (earlier.priority != later.priority || !earlier.used.commutes(later.used));
    }

    /** The operation at the other side that the step's process cannot go on without. */
    private int partner(int number, Decision step) {
        int back = step.awaited;
        for (int i = number - 1; i >= 0; i--) {
            Decision other = steps.get(i);
            if (other.thing == step.thing && other.side != step.side) {
                if (back-- == 0) {
                    return i;
                }
            } else if (other.thing != step.thing && !other.used.commutes(step.used)) {
                return -1; // it used the thing as a whole
            }
        }
        return -1;
    }

    /** Plans for the later step to come before the earlier one, unless that is planned. */
    private void reverse(int earlier, int later) {
        Decision at = steps.get(earlier);
        if (at.plansAll()) {
            return;
        }
        long[] past = steps.get(later).past;
        int awake = -1;
        boolean someone = false;
        for (int i = earlier + 1; i <= later; i++) {
            Decision first = steps.get(i);
            if ((i == later || has(past, i)) && !first.ofTimers() && last(first.past, true, i - 1) <= earlier) {
                someone = true;
                int candidate = at.candidate(first.process());
                if (candidate >= 0 && at.isPlanned(candidate)) {
                    return;
                } else if (candidate >= 0 && awake < 0 && !at.sleeps(first.process())) {
                    awake = candidate;
                }
            }
        }
        if (awake >= 0) {
            at.plan(awake);
        } else if (someone) {
            at.planAll();
        }
    }

    // ---- sets of steps

    private void include(long[] past, int step) {
        long[] before = steps.get(step).past;
        for (int i = 0; i < before.length; i++) {
            past[i] |= before[i];
        }
        past[step >> 6] |= 1L << step;
    }

    /** {@return the last step up to {@code from} that is in the set, or that is not; -1 if there is none} */
    private static int last(long[] set, boolean in, int from) {
        if (from < 0) {
            return -1;
        }
        int word = from >> 6;
        long bits = (in ? set[word] : ~set[word]) & -1L >>> 63 - (from & 63);
        while (bits == 0 && word > 0) {
            word--;
            bits = in ? set[word] : ~set[word];
        }
        return bits == 0 ? -1 : (word << 6) + 63 - Long.numberOfLeadingZeros(bits);
    }

    private static boolean has(long[] set, int step) {
        return (set[step >> 6] >> step & 1) != 0;
    }
}
