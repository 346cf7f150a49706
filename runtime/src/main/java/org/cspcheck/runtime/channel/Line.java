package org.cspcheck.runtime.channel;

import java.util.Iterator;
import java.util.LinkedHashSet;

/**
 * Those who stand in line, first come first served; nobody stands in it twice.
 *
 * <p>Invariants. {@code first} is null if and only if the line is empty; {@code others} holds the rest in order, or is null while there was
 * never more than one. All operations take constant time.
 */
class Line<E> {
    private E first;
    private LinkedHashSet<E> others;

    final boolean isEmpty() {
        return first == null;
    }

    final int size() {
        return first == null ? 0 : others == null ? 1 : 1 + others.size();
    }

    final E first() {
        return first;
    }

    final void add(E element) {
        if (first == null) {
            first = element;
        } else if (first != element) {
            addBehind(element);
        }
    }

    private void addBehind(E element) {
        if (others == null) {
            others = new LinkedHashSet<>();
        }
        others.add(element);
    }

    final E poll() {
        E polled = first;
        first = null;
        if (others != null) {
            moveUp();
        }
        return polled;
    }

    final void remove(E element) {
        if (first == element) {
            poll();
        } else if (others != null) {
            others.remove(element);
        }
    }

    private void moveUp() {
        if (!others.isEmpty()) {
            Iterator<E> rest = others.iterator();
            first = rest.next();
            rest.remove();
        }
    }

    /** {@return the others after the first; null if there are none} */
    final Iterable<E> others() {
        return others == null || others.isEmpty() ? null : others;
    }
}
