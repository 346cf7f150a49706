package org.cspcheck.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The pending timers, sorted by deadline: a heap with four children to each node.
 *
 * <p>Invariants. No timer is before its parent; {@code heap[t.place] == t} for each pending timer t; a timer outside has a negative place.
 */
final class TimerQueue {
    private static final int CHILDREN = 4;

    private Timer[] heap = new Timer[16];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    Timer first() {
        return heap[0];
    }

    void add(Timer timer) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        up(timer, size++);
    }

    void remove(Timer timer) {
        int hole = timer.place;
        if (hole < 0) {
            return;
        }
        timer.place = -1;
        Timer last = heap[--size];
        heap[size] = null;
        if (last != timer) {
            down(last, hole);
            if (last.place == hole) {
                up(last, hole);
            }
        }
    }

    private void up(Timer timer, int place) {
        while (place > 0) {
            int parent = (place - 1) / CHILDREN;
            if (!timer.before(heap[parent])) {
                break;
            }
            put(heap[parent], place);
            place = parent;
        }
        put(timer, place);
    }

    private void down(Timer timer, int place) {
        while (true) {
            int first = place * CHILDREN + 1;
            if (first >= size) {
                break;
            }
            int least = first;
            for (int child = first + 1; child < Math.min(first + CHILDREN, size); child++) {
                if (heap[child].before(heap[least])) {
                    least = child;
                }
            }
            if (!heap[least].before(timer)) {
                break;
            }
            put(heap[least], place);
            place = least;
        }
        put(timer, place);
    }

    private void put(Timer timer, int place) {
        heap[place] = timer;
        timer.place = place;
    }

    /** {@return the timers up to a deadline, the earliest first} */
    List<Timer> due(long deadline) {
        var due = new ArrayList<Timer>();
        collect(0, deadline, due);
        due.sort(Comparator.comparingLong(Timer::when).thenComparingLong(timer -> timer.order));
        return due;
    }

    private void collect(int place, long deadline, List<Timer> due) {
        if (place >= size || heap[place].when() > deadline) {
            return;
        }
        due.add(heap[place]);
        for (int child = 1; child <= CHILDREN; child++) {
            collect(place * CHILDREN + child, deadline, due);
        }
    }
}
