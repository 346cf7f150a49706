package org.cspcheck.runtime.boundary;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.cspcheck.runtime.Poisoned;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.Waiting;
import org.cspcheck.runtime.channel.In;
import org.cspcheck.runtime.channel.InputGuard;

/**
 * A channel from other threads into the network.
 *
 * <p>Other threads call {@link #send} and {@link #close}, which wait on nothing of the network but free places; processes read it like any
 * channel. While it is open, a network that waits is not deadlocked.
 *
 * <p>Invariants. {@code places} counts the values that may still be sent before one is read; the other fields are the scheduler's. Readers
 * wait only while {@code values} is empty. It counts as one opening of the scheduler until it is closed.
 */
public final class Inlet<T> implements In<T>, Waiting {
    private static final Object POISON = new Object();

    private final Scheduler scheduler;
    private final String name;
    private final boolean told;
    private final Semaphore places;
    private final ArrayDeque<T> values = new ArrayDeque<>();
    private final Set<Tasklet> readers = new LinkedHashSet<>();
    private final Set<Arrival> guards = new LinkedHashSet<>();
    private volatile boolean closed;
    private boolean ended;

    /** @param capacity how many values may be on their way */
    public Inlet(String name, int capacity) {
        this(name, capacity, true);
    }

    private Inlet(String name, int capacity, boolean told) {
        this.scheduler = Scheduler.current();
        this.name = name;
        this.told = told;
        this.places = new Semaphore(capacity);
        scheduler.open();
    }

    /** {@return an inlet whose values are no events of the network's own: another process makes events of them} */
    public static <T> Inlet<T> silent(String name, int capacity) {
        return new Inlet<>(name, capacity, false);
    }

    // ---- for other threads ----

    /**
     * Sends a value; waits while there is no place for it.
     *
     * @throws Poisoned if it is closed, or the network does not read it any more
     */
    public void send(T value) throws InterruptedException {
        Objects.requireNonNull(value, "null is not a value to communicate");
        requireOpen();
        places.acquire();
        requireOpen();
        scheduler.post(() -> arrive(value));
    }

    private void requireOpen() {
        if (closed) {
            throw new Poisoned(name);
        }
    }

    /** No more values will come: once those on their way are read, readers are told so by {@link Poisoned}. */
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        places.release(Integer.MAX_VALUE / 2);
        scheduler.post(this::end);
    }

    // ---- between two turns ----

    private void arrive(T value) {
        if (ended) {
            return;
        }
        if (!readers.isEmpty()) {
            Tasklet reader = readers.iterator().next();
            readers.remove(reader);
            hand(value);
            scheduler.resume(reader, value);
            return;
        }
        for (Arrival guard : guards) {
            if (guard.waiting()) {
                hand(value);
                guard.arrived(value);
                return;
            }
        }
        values.add(value);
        guards.forEach(Arrival::stirred);
    }

    private void hand(T value) {
        places.release();
        tell(value);
    }

    private void tell(T value) {
        if (told) {
            scheduler.happened(name, value);
        }
    }

    private void end() {
        closed = true;
        if (ended) {
            return;
        }
        ended = true;
        scheduler.close();
        for (Tasklet reader : readers) {
            scheduler.resume(reader, POISON);
        }
        readers.clear();
        for (Arrival guard : new ArrayList<>(guards)) {
            if (guard.waiting()) {
                guard.arrived(null);
            } else {
                guard.stirred();
            }
        }
    }

    // ---- for processes ----

    @Override
    @SuppressWarnings("unchecked")
    public T read() {
        scheduler.interleave();
        Tasklet self = scheduler.self();
        if (!values.isEmpty() || ended) {
            return take();
        }
        readers.add(self);
        Object message = scheduler.suspend(this, null);
        if (message == POISON) {
            throw new Poisoned(name);
        }
        return (T) message;
    }

    private T take() {
        T value = values.poll();
        if (value == null) {
            throw new Poisoned(name);
        }
        hand(value);
        return value;
    }

    @Override
    public void poison() {
        scheduler.interleave();
        values.clear();
        places.release(Integer.MAX_VALUE / 2);
        end();
    }

    @Override
    public InputGuard<T> guard() {
        return new Arrival();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean abandon(Tasklet process) {
        readers.remove(process);
        return true;
    }

    @Override
    public List<Tasklet> on(Tasklet process) {
        return List.of();
    }

    @Override
    public boolean outside() {
        return true;
    }

    @Override
    public String toString() {
        return "read " + name + " from outside";
    }

    private final class Arrival extends InputGuard<T> {
        private boolean poisoned;

        boolean waiting() {
            return waits();
        }

        void arrived(T value) {
            poisoned = value == null;
            received(value);
            fire();
        }

        void stirred() {
            stir();
        }

        @Override
        protected boolean ready() {
            return !values.isEmpty() || ended;
        }

        @Override
        protected void take() {
            received(Inlet.this.take());
        }

        @Override
        protected void finish() {
            if (poisoned) {
                throw new Poisoned(name);
            }
        }

        @Override
        protected void enable() {
            guards.add(this);
        }

        @Override
        protected void disable() {
            guards.remove(this);
        }

        @Override
        protected boolean lasting() {
            return true;
        }

        @Override
        protected boolean outside() {
            return true;
        }

        @Override
        public String toString() {
            return Inlet.this.toString();
        }
    }
}
