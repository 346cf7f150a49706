package org.cspcheck.runtime;

import java.util.concurrent.locks.LockSupport;

/** The time of a network, in nanoseconds since its scheduler was made. */
public interface Clock {
    long now();

    /** Waits until {@code when}, or a little less, or until the calling thread is unparked. */
    void await(long when);

    /** {@return whether time passes only in {@link #await}} */
    boolean virtual();

    /** {@return the clock on the wall, from now on} */
    static Clock real() {
        long start = System.nanoTime();
        return new Clock() {
            @Override
            public long now() {
                return System.nanoTime() - start;
            }

            @Override
            public void await(long when) {
                long left = when - now();
                if (left > 0) {
                    LockSupport.parkNanos(this, left);
                }
            }

            @Override
            public boolean virtual() {
                return false;
            }
        };
    }

    /** {@return a clock that shows {@code time} now, and goes on as another one does} */
    static Clock from(long time, Clock clock) {
        long ahead = time - clock.now();
        return new Clock() {
            @Override
            public long now() {
                return clock.now() + ahead;
            }

            @Override
            public void await(long when) {
                clock.await(when - ahead);
            }

            @Override
            public boolean virtual() {
                return clock.virtual();
            }
        };
    }

    /** {@return a clock that jumps to the next deadline as soon as nobody has anything to do} */
    static Clock simulated() {
        return new Clock() {
            private long now;

            @Override
            public long now() {
                return now;
            }

            @Override
            public void await(long when) {
                now = Math.max(now, when);
            }

            @Override
            public boolean virtual() {
                return true;
            }
        };
    }
}
