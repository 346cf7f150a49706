package org.cspcheck.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The pending timers by deadline: those that were far until lately in order ({@link NearTimers}), those that were set since and are not far in a heap
 * with four children to each node, the others in tiers ({@link FarTimers}).
 *
 * <p>Invariants. No timer of the heap is before its parent, and none of these or of the near ones is after a far one; {@code heap[t.place] == t} and {@code whens[t.place]} is its
 * deadline, so that looking for the least of four touches no timer. A timer that is near, far or not pending says so in its {@code place}.
 */
final class TimerQueue {
    private static final int CHILDREN = 4;
    private static final int MOST = 4096;

    private Timer[] heap = new Timer[16];
    private long[] whens = new long[16];
    private int size;
    /** So many in the heap are too many. */
    private int most = MOST;
    private final NearTimers near = new NearTimers();
    private final FarTimers far = new FarTimers();

    boolean isEmpty() {
        return size == 0 && near.size() == 0 && far.isEmpty();
    }

    int size() {
        return size + near.size() + far.size();
    }

    /** {@return the earliest; null if there is none} */
    Timer first() {
        Timer first = near.first();
        if (first == null && size == 0 && !far.isEmpty()) {
            far.takeEarliest(near::add);
            near.sort();
            most = MOST;
            first = near.first();
        }
        return size == 0 || first != null && isBefore(first, heap[0]) ? first : heap[0];
    }

    private static boolean isBefore(Timer one, Timer other) {
        return one.when() < other.when() || one.when() == other.when() && one.order < other.order;
    }

    void add(Timer timer) {
        if (far.holds(timer.when())) {
            far.add(timer);
        } else {
            addToHeap(timer);
            if (size > most) {
                sendSomeFar();
            }
        }
    }

    private void addToHeap(Timer timer) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
            whens = Arrays.copyOf(whens, 2 * size);
        }
        up(timer, timer.when(), size++);
    }

    /** About half of the heap, the later ones. */
    private void sendSomeFar() {
        long pivot = FarTimers.middle(whens[0], whens[size >> 1], whens[size - 1]);
        Timer[] all = Arrays.copyOf(heap, size);
        Arrays.fill(heap, 0, size, null);
        size = 0;
        far.begin(pivot);
        for (Timer timer : all) {
            if (timer.when() >= pivot) {
                far.add(timer);
            } else {
                addToHeap(timer);
            }
        }
        near.giveUp(pivot, (timer, when) -> far.add(timer));
        most = Math.max(MOST, 2 * size);
    }

    void remove(Timer timer) {
        if (timer.place == Timer.FAR) {
            far.remove(timer);
        } else if (timer.place == Timer.NEAR) {
            near.remove(timer);
        } else if (timer.place != Timer.NOWHERE) {
            removeFromHeap(timer);
        }
    }

    private void removeFromHeap(Timer timer) {
        int hole = timer.place;
        timer.place = Timer.NOWHERE;
        Timer last = heap[--size];
        long when = whens[size];
        heap[size] = null;
        if (last != timer) {
            down(last, when, hole);
            if (last.place == hole) {
                up(last, when, hole);
            }
        }
    }

    private void up(Timer timer, long when, int from) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) / CHILDREN;
            if (whens[parent] < when || whens[parent] == when && heap[parent].order < timer.order) {
                break;
            }
            put(heap[parent], whens[parent], place);
            place = parent;
        }
        put(timer, when, place);
    }

    private void down(Timer timer, long when, int from) {
        int place = from;
        while (true) {
            int first = place * CHILDREN + 1;
            if (first >= size) {
                break;
            }
            int least = first;
            for (int child = first + 1; child < Math.min(first + CHILDREN, size); child++) {
                if (before(child, least)) {
                    least = child;
                }
            }
            if (when < whens[least] || when == whens[least] && timer.order < heap[least].order) {
                break;
            }
            put(heap[least], whens[least], place);
            place = least;
        }
        put(timer, when, place);
    }

    private boolean before(int one, int other) {
        return whens[one] < whens[other] || whens[one] == whens[other] && heap[one].order < heap[other].order;
    }

    private void put(Timer timer, long when, int place) {
        heap[place] = timer;
        whens[place] = when;
        timer.place = place;
    }

    /** {@return the timers up to a deadline, the earliest first} */
    List<Timer> due(long deadline) {
        var due = new ArrayList<Timer>();
        collect(0, deadline, due);
        near.upTo(deadline, (timer, when) -> due.add(timer));
        far.upTo(deadline, (timer, when) -> due.add(timer));
        due.sort(Comparator.comparingLong(Timer::when).thenComparingLong(timer -> timer.order));
        return due;
    }

    private void collect(int place, long deadline, List<Timer> due) {
        if (place >= size || whens[place] > deadline) {
            return;
        }
        due.add(heap[place]);
        for (int child = 1; child <= CHILDREN; child++) {
            collect(place * CHILDREN + child, deadline, due);
        }
    }
}
