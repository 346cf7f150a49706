package org.cspcheck.runtime;

/**
 * Something that several processes use, a channel or a barrier, and that lets exploration know what it holds.
 *
 * <p>Whoever implements this promises three things. {@link #state} is all that the outcome of later operations depends on. Each operation
 * names what it uses ({@link Scheduler#interleave(Shared)}, {@link Scheduler#touch}). What a process gets to know by an operation is the
 * message that it is resumed with, or is told by {@link Scheduler#learned}. A thing that makes no such promise works as well; exploration
 * then takes its operations to depend on all others, and cannot close cycles.
 */
public interface Shared {
    /** What an operation uses that does not say what it uses: anything. */
    Shared ANYTHING = new Shared() {
        @Override
        public Object state() {
            return "anything";
        }

        @Override
        public String toString() {
            return "something that does not say what it holds";
        }
    };

    /** What an operation uses that only its own process can see. */
    Shared NOTHING = new Shared() {
        @Override
        public Object state() {
            return "nothing";
        }

        @Override
        public String toString() {
            return "nothing";
        }
    };

    /** {@return what it holds, as a value: may contain lists, processes and other shared things; a view, read at once} */
    Object state();

    /** What an operation uses that concerns everybody: the passing of time, the end of a process that failed. */
    Shared EVERYTHING = new Shared() {
        @Override
        public Object state() {
            return "everything";
        }

        @Override
        public String toString() {
            return "everything";
        }
    };

    /** What a timer uses that lets the process go on that set it: time passes for all. */
    Shared TIME = new Shared() {
        @Override
        public Object state() {
            return "time";
        }

        @Override
        public String toString() {
            return "time";
        }
    };

    /**
     * One of the two sides of something shared, such as an end of a channel; processes may hand it to each other.
     *
     * <p>An operation that uses one side commutes with one that uses the other: done in either order, they leave the same state.
     */
    interface Side {
        Shared whole();

        /** {@return which side: 0 or 1} */
        int side();

        /**
         * {@return which operation at the other side one that comes to this side now is done after at the earliest: 0 for the last that came
         * there, 1 for the one before, ...; negative if it is none, is still to come, or is not known}
         *
         * <p>An earlier one there is safe, as it comes before that one anyway, and so is none: more runs are begun, and none is lost. A later one hides races.
         */
        default int awaited() {
            return -1;
        }
    }
}
