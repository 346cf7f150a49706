package org.cspcheck.runtime;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The circular run queue: one ring for each priority, the most urgent first.
 *
 * <p>Invariants. Bit p of {@code occupied} is set if and only if ring p has a process. Only the processes of the most urgent occupied ring
 * are candidates; candidate 0 has waited longest.
 */
final class RunQueue {
    static final int PRIORITIES = 32;

    private final Ring[] rings = new Ring[PRIORITIES];
    private int occupied;

    boolean isEmpty() {
        return occupied == 0;
    }

    void add(Tasklet process) {
        ring(process.priority).addLast(process);
        occupied |= 1 << process.priority;
    }

    /** Puts a process before all others of its priority. */
    void addFirst(Tasklet process) {
        ring(process.priority).addFirst(process);
        occupied |= 1 << process.priority;
    }

    /** {@return whether the most urgent of those who are ready are exactly as urgent as {@code process}} */
    boolean rivals(Tasklet process) {
        return occupied != 0 && Integer.numberOfTrailingZeros(occupied) == process.priority;
    }

    List<Tasklet> candidates() {
        return rings[Integer.numberOfTrailingZeros(occupied)];
    }

    /** Takes one of the candidates out; the others keep their order. */
    Tasklet take(int candidate) {
        int priority = Integer.numberOfTrailingZeros(occupied);
        Ring ring = rings[priority];
        Tasklet process = ring.take(candidate);
        if (ring.length == 0) {
            occupied &= ~(1 << priority);
        }
        return process;
    }

    /** Takes a process out, wherever it stands. */
    void remove(Tasklet process) {
        Ring ring = rings[process.priority];
        ring.take(ring.indexOf(process));
        if (ring.length == 0) {
            occupied &= ~(1 << process.priority);
        }
    }

    /** Takes out who has waited longest. */
    Tasklet takeFirst() {
        int priority = Integer.numberOfTrailingZeros(occupied);
        Ring ring = rings[priority];
        Tasklet process = ring.takeFirst();
        if (ring.length == 0) {
            occupied &= ~(1 << priority);
        }
        return process;
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
