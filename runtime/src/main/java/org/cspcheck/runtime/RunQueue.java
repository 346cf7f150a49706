package org.cspcheck.runtime;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The circular run queue: one ring for each priority, the most urgent first.
 *
 * <p>Invariants. Bit p of {@code occupied} is set if and only if ring p has a process; ring 0, where nearly all are, needs no bit. Only the
 * processes of the most urgent occupied ring are candidates; candidate 0 has waited longest.
 */
final class RunQueue {
    static final int PRIORITIES = 32;

    private final Ring urgent = new Ring();
    private final Ring[] rings = new Ring[PRIORITIES];
    private int occupied;

    RunQueue() {
        rings[0] = urgent;
    }

    boolean isEmpty() {
        return urgent.length == 0 && occupied == 0;
    }

    private int mostUrgent() {
        return urgent.length > 0 ? 0 : Integer.numberOfTrailingZeros(occupied);
    }

    void add(Tasklet process) {
        if (process.priority == 0) {
            urgent.addLast(process);
        } else {
            ring(process.priority).addLast(process);
            occupied |= 1 << process.priority;
        }
    }

    /** Puts a process before all others of its priority. */
    void addFirst(Tasklet process) {
        ring(process.priority).addFirst(process);
        occupied |= 1 << process.priority & ~1;
    }

    /** {@return whether the most urgent of those who are ready are exactly as urgent as {@code process}} */
    boolean rivals(Tasklet process) {
        return !isEmpty() && mostUrgent() == process.priority;
    }

    List<Tasklet> candidates() {
        return rings[mostUrgent()];
    }

    /** Takes one of the candidates out; the others keep their order. */
    Tasklet take(int candidate) {
        int priority = mostUrgent();
        Tasklet process = rings[priority].take(candidate);
        noteIfEmpty(priority);
        return process;
    }

    /** Takes a process out, wherever it stands. */
    void remove(Tasklet process) {
        Ring ring = rings[process.priority];
        ring.take(ring.indexOf(process));
        noteIfEmpty(process.priority);
    }

    /** Takes out who has waited longest. */
    Tasklet takeFirst() {
        return urgent.length > 0 ? urgent.takeFirst() : takeLessUrgent();
    }

    private Tasklet takeLessUrgent() {
        int priority = mostUrgent();
        Tasklet process = rings[priority].takeFirst();
        noteIfEmpty(priority);
        return process;
    }

    private void noteIfEmpty(int priority) {
        if (rings[priority].length == 0) {
            occupied &= ~(1 << priority);
        }
    }

    private Ring ring(int priority) {
        Ring ring = rings[priority];
        return ring != null ? ring : open(priority);
    }

    private Ring open(int priority) {
        var ring = new Ring();
        rings[priority] = ring;
        return ring;
    }

    /** Elements are at {@code head}, {@code head + 1}, ... modulo the power of two that is the array's length. */
    private static final class Ring extends AbstractList<Tasklet> {
        private Tasklet[] places = new Tasklet[16];
        private int head;
        private int length;

        @Override
        public int size() {
            return length;
        }

        @Override
        public Tasklet get(int index) {
            return places[at(Objects.checkIndex(index, length))];
        }

        private int at(int index) {
            return (head + index) & (places.length - 1);
        }

        public void addLast(Tasklet process) {
            if (length == places.length) {
                grow();
            }
            places[head + length++ & places.length - 1] = process;
        }

        public void addFirst(Tasklet process) {
            if (length == places.length) {
                grow();
            }
            head = at(-1);
            places[head] = process;
            length++;
        }

        private void grow() {
            Tasklet[] larger = Arrays.copyOf(places, 2 * length);
            System.arraycopy(places, 0, larger, length, head);
            Arrays.fill(larger, 0, head, null);
            places = larger;
        }

        Tasklet takeFirst() {
            Tasklet taken = places[head];
            places[head] = null;
            head = head + 1 & places.length - 1;
            length--;
            return taken;
        }

        Tasklet take(int index) {
            Tasklet taken = places[at(index)];
            for (int i = index; i > 0; i--) {
                places[at(i)] = places[at(i - 1)];
            }
            places[head] = null;
            head = at(1);
            length--;
            return taken;
        }
    }
}
