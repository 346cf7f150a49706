package org.cspcheck.model.event;

import java.util.Arrays;
import java.util.Optional;

/**
 * A set of visible events; two sets that are equal as values have the same members.
 *
 * <p>Membership is all that synchronising and hiding need, so a set may be infinite or have members that no process has performed yet.
 */
public interface EventSet {
    /** {@return whether the visible event is a member} */
    boolean contains(int event);

    /**
     * {@return all members, ascending}
     *
     * @throws org.cspcheck.model.source.SpecificationException if there are infinitely many
     */
    int[] members();

    /** {@return the members among the events that were ever met, ascending, if it is known that there are no more than {@code most}} */
    default Optional<int[]> listed(int most) {
        return Optional.empty();
    }

    /** {@return whether an operand of a parallel that has terminated lets some event happen without it, as it lets time pass} */
    default boolean letsTimePass() {
        return false;
    }

    /** {@return whether this is such an event} */
    default boolean passes(int event) {
        return false;
    }

    /** {@return the set of these events} */
    static EventSet of(int... events) {
        int[] sorted = Arrays.stream(events).sorted().distinct().toArray();
        return new Listed(sorted);
    }

    /** The set of no events. */
    EventSet EMPTY = of();

    /** A set given by its members. */
    final class Listed implements EventSet {
        private final int[] members;

        private Listed(int[] members) {
            this.members = members;
        }

        @Override
        public boolean contains(int event) {
            return Arrays.binarySearch(members, event) >= 0;
        }

        @Override
        public int[] members() {
            return members.clone();
        }

        @Override
        public Optional<int[]> listed(int most) {
            return members.length > most ? Optional.empty() : Optional.of(members());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Listed that && Arrays.equals(members, that.members);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(members);
        }

        @Override
        public String toString() {
            return Arrays.toString(members);
        }
    }
}
