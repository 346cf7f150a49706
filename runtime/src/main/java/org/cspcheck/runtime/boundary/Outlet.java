package org.cspcheck.runtime.boundary;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.cspcheck.runtime.Poisoned;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.Waiting;

/**
 * A channel from the network to another thread, which receives from it.
 *
 * <p>Invariants. {@code room} counts the values that may still be written before the other thread receives one; writers wait only while it is
 * zero. A writer that waits counts as an opening, since the outside will let it go on. The queue is the only thing that threads share.
 */
public final class Outlet<T> implements Waiting {
    private static final Object END = new Object();

    private final Scheduler scheduler;
    private final String name;
    private final boolean told;
    private final BlockingQueue<Object> values = new LinkedBlockingQueue<>();
    private final Set<Tasklet> writers = new LinkedHashSet<>();
    private volatile boolean refused;
    private int room;
    private boolean ended;

    public Outlet(String name, int capacity) {
        this(name, capacity, true);
    }

    /** {@return an outlet whose values are no events of the network's own: another process makes them of events} */
    public static <T> Outlet<T> silent(String name, int capacity) {
        return new Outlet<>(name, capacity, false);
    }

    private Outlet(String name, int capacity, boolean told) {
        this.scheduler = Scheduler.current();
        this.name = name;
        this.told = told;
        this.room = capacity;
    }

    /** Hands a value to the outside; waits while it has not received those before. */
    public void write(T value) {
        Objects.requireNonNull(value, "null is not a value to communicate");
        scheduler.interleave();
        Tasklet self = scheduler.self();
        requireOpen();
        if (room == 0) {
            writers.add(self);
            scheduler.open();
            scheduler.suspend(this, value);
            if (refused) {
                throw new Poisoned(name);
            }
        } else {
            room--;
            hand(value);
        }
    }

    private void hand(Object value) {
        if (told) {
            scheduler.happened(name, value);
        }
        values.add(value);
    }

    private void requireOpen() {
        if (ended || refused) {
            throw new Poisoned(name);
        }
    }

    /** No more values will be written. */
    public void poison() {
        if (!ended) {
            ended = true;
            values.add(END);
        }
    }

    /** For another thread: waits for a value; {@return it, or nothing if there will be no more} */
    @SuppressWarnings("unchecked")
    public Optional<T> receive() throws InterruptedException {
        Object value = values.take();
        if (value == END) {
            values.add(END);
            return Optional.empty();
        }
        scheduler.post(this::received);
        return Optional.of((T) value);
    }

    /** For another thread: whether {@link #receive} would wait. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** For another thread: it will not receive any more; writers are told so by {@link Poisoned}. */
    public void close() {
        refused = true;
        scheduler.post(() -> {
            while (!writers.isEmpty()) {
                letOneGoOn();
            }
        });
    }

    private void received() {
        if (writers.isEmpty()) {
            room++;
        } else {
            hand(writers.iterator().next().carried());
            letOneGoOn();
        }
    }

    private void letOneGoOn() {
        Tasklet writer = writers.iterator().next();
        writers.remove(writer);
        scheduler.close();
        scheduler.resume(writer, null);
    }

    @Override
    public boolean abandon(Tasklet process) {
        if (writers.remove(process)) {
            scheduler.close();
        }
        return true;
    }

    @Override
    public boolean outside() {
        return true;
    }

    @Override
    public String toString() {
        return "write " + name + " to the outside";
    }
}
