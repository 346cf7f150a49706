package org.cspcheck.runtime.channel;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;

/** The guards of a registered alternative that became ready, and may still be. */
sealed interface Stirred {
    void add(Guard guard);

    void remove(Guard guard);

    /** {@return the first that holds and is ready; null if there is none} Forgets those that are not ready. */
    Guard first();

    /** Adds all that hold and are ready to {@code ready}, and forgets those that are not ready. */
    void collect(List<Guard> ready);

    /** First come, first served. */
    record Queued(ArrayDeque<Guard> queue) implements Stirred {
        Queued() {
            this(new ArrayDeque<>());
        }

        @Override
        public void add(Guard guard) {
            queue.add(guard);
        }

        @Override
        public void remove(Guard guard) {
            if (queue.peek() == guard) {
                queue.poll();
            } else {
                queue.remove(guard);
            }
        }

        @Override
        public Guard first() {
            for (Guard guard = queue.peek(); guard != null; guard = queue.peek()) {
                if (!guard.ready()) {
                    guard.listed = false;
                    queue.poll();
                } else if (guard.holds()) {
                    return guard;
                } else {
                    return firstBehind();
                }
            }
            return null;
        }

        /** The one at the head is ready and its precondition does not hold. */
        private Guard firstBehind() {
            for (Iterator<Guard> guards = queue.iterator(); guards.hasNext(); ) {
                Guard guard = guards.next();
                if (!guard.ready()) {
                    guard.listed = false;
                    guards.remove();
                } else if (guard.holds()) {
                    return guard;
                }
            }
            return null;
        }

        @Override
        public void collect(List<Guard> ready) {
            for (Iterator<Guard> guards = queue.iterator(); guards.hasNext(); ) {
                Guard guard = guards.next();
                if (!guard.ready()) {
                    guard.listed = false;
                    guards.remove();
                } else if (guard.holds()) {
                    ready.add(guard);
                }
            }
        }
    }

    /** In the order of the branches. */
    record Sorted(Guard[] guards, BitSet numbers) implements Stirred {
        Sorted(Guard[] guards) {
            this(guards, new BitSet(guards.length));
        }

        @Override
        public void add(Guard guard) {
            numbers.set(guard.index());
        }

        @Override
        public void remove(Guard guard) {
            numbers.clear(guard.index());
        }

        @Override
        public Guard first() {
            for (int i = numbers.nextSetBit(0); i >= 0; i = numbers.nextSetBit(i + 1)) {
                if (!guards[i].ready()) {
                    guards[i].listed = false;
                    numbers.clear(i);
                } else if (guards[i].holds()) {
                    return guards[i];
                }
            }
            return null;
        }

        @Override
        public void collect(List<Guard> ready) {
            Guard first = first();
            if (first != null) {
                ready.add(first);
            }
        }
    }
}
