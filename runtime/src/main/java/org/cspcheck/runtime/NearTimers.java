package org.cspcheck.runtime;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The earliest of the timers that were far, sorted at once and then handed out one by one.
 *
 * <p>Deadlines are sorted as numbers, each with its timer's place below it, which the JDK does without looking at a timer and, where it can, several at a
 * time.
 *
 * <p>Invariants. Those from {@code next} to {@code end} are in order of their deadlines, {@code whens}, and then of their setting. One that was taken back
 * stays, and is not NEAR any more; {@code live} counts the others.
 */
final class NearTimers {
    private static final Comparator<Timer> BY_DEADLINE = Comparator.comparingLong(Timer::when).thenComparingLong(timer -> timer.order);

    private Timer[] unsorted = new Timer[16];
    private Timer[] timers = new Timer[16];
    private long[] whens = new long[16];
    private int next;
    private int end;
    private int live;

    int size() {
        return live;
    }

    /** One of those to be sorted; there is nobody else. */
    void add(Timer timer, long when) {
        if (end == whens.length) {
            unsorted = Arrays.copyOf(unsorted, 2 * end);
            timers = Arrays.copyOf(timers, 2 * end);
            whens = Arrays.copyOf(whens, 2 * end);
        }
        unsorted[end] = timer;
        whens[end++] = when;
        timer.place = Timer.NEAR;
        live++;
    }

    void sort() {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = 0; i < end; i++) {
            least = Math.min(least, whens[i]);
            most = Math.max(most, whens[i]);
        }
        int bits = 32 - Integer.numberOfLeadingZeros(end);
        if (most - least < 0 || most - least >= 1L << 63 - bits) {
            sortFarApart();
        } else if (end > 0) {
            sortTogether(least, bits);
        }
        Arrays.fill(unsorted, 0, end, null);
    }

    private void sortFarApart() {
        Arrays.sort(unsorted, 0, end, BY_DEADLINE);
        for (int i = 0; i < end; i++) {
            timers[i] = unsorted[i];
            whens[i] = timers[i].when();
        }
    }

    private void sortTogether(long least, int bits) {
        for (int i = 0; i < end; i++) {
            whens[i] = whens[i] - least << bits | i;
        }
        Arrays.sort(whens, 0, end);
        for (int i = 0; i < end; i++) {
            timers[i] = unsorted[(int) whens[i] & (1 << bits) - 1];
            whens[i] = (whens[i] >> bits) + least;
        }
        for (int i = 0; i < end;) {
            int first = i++;
            while (i < end && whens[i] == whens[first]) {
                i++;
            }
            if (i > first + 1) {
                Arrays.sort(timers, first, i, BY_DEADLINE);
            }
        }
    }

    /** {@return the earliest; null if there is none} */
    Timer first() {
        while (next < end && timers[next].place != Timer.NEAR) {
            timers[next++] = null;
        }
        if (next == end) {
            next = 0;
            end = 0;
        }
        return timers[next];
    }

    /** Takes a timer back that is here. */
    void remove(Timer timer) {
        timer.place = Timer.NOWHERE;
        live--;
    }

    /** Hands over those from this deadline on. */
    void giveUp(long deadline, Taker taker) {
        while (end > next && whens[end - 1] >= deadline) {
            Timer timer = timers[--end];
            timers[end] = null;
            if (timer.place == Timer.NEAR) {
                live--;
                taker.take(timer, timer.when());
            }
        }
    }

    /** Shows those with deadlines up to this one. */
    void upTo(long deadline, Taker taker) {
        for (int i = next; i < end && whens[i] <= deadline; i++) {
            if (timers[i].place == Timer.NEAR) {
                taker.take(timers[i], whens[i]);
            }
        }
    }

    /** Who is handed timers. */
    interface Taker {
        void take(Timer timer, long when);
    }
}
