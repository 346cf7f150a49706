package org.cspcheck.runtime.channel;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.runtime.Scheduler;

/**
 * A channel from one processor to another, in which values cross in batches: a buffer at each end, and posts between them.
 *
 * <p>Each end belongs to the processor that uses it first. What is written waits in the buffer of the writing end until half of that is full, or its
 * processor has nothing else to do, or a few turns have passed; then a batch crosses. The other way go credits, as many as places that
 * readers have emptied.
 *
 * <p>Invariants. {@code departures} and {@code credits} are the writing processor's, {@code arrivals} and {@code owed} the reading one's; the rest
 * is guarded by the lock. Values on their way and in {@code arrivals}, {@code credits} and {@code owed} together make up {@code half}: so a
 * batch that arrives always has room. A processor goes to wait only after it has sent off what it can ({@link Scheduler#soon}), so a value
 * that could reach a reader who waits is in a post.
 */
final class Link<T> implements Channel<T> {
    private final String name;
    private final int half;
    /** So many values, or credits, are sent off at once: while they cross, the other half of the buffer is worked on. */
    private final int batch;
    private final In<T> in = new Receiving();
    private final Out<T> out = new Sending();

    /** Of the writing processor. */
    private volatile Medium<T> departures;
    private int credits;
    private boolean scheduled;
    private boolean underway;
    private boolean closed;

    /** Of the reading processor. */
    private volatile Medium<T> arrivals;
    private int owed;
    private boolean paying;

    /** Under the lock: the two processors once they are known, and what crossed before. */
    private Scheduler writer;
    private Scheduler reader;
    private final List<Runnable> early = new ArrayList<>();
    private boolean refused;

    Link(String name, int capacity) {
        if (capacity < 2) {
            throw new IllegalArgumentException("capacity " + capacity + ": a link holds at least one value at each end");
        }
        this.name = name;
        this.half = capacity / 2;
        this.batch = Math.max(1, half / 2);
        this.credits = half;
    }

    @Override
    public In<T> in() {
        return in;
    }

    @Override
    public Out<T> out() {
        return out;
    }

    private static IllegalStateException elsewhere(String name, String verb) {
        return new IllegalStateException("the end of " + name + " to " + verb + " is used on another processor: give each processor a link of its own");
    }

    // ---- the writing processor

    private Medium<T> departures() {
        Scheduler here = Scheduler.current();
        Medium<T> known = departures;
        return known != null && known.scheduler() == here ? known : departuresAt(here);
    }

    private Medium<T> departuresAt(Scheduler here) {
        synchronized (this) {
            if (writer == null) {
                writer = here;
                departures = new Medium<>(here, name, Sharing.ANY_TO_ANY, new Store.Told<>(half, this::written, () -> {}), this::reading);
                if (refused) {
                    departures.poisonNow(false);
                }
            } else if (writer != here) {
                throw elsewhere(name, "write");
            }
            return departures;
        }
    }

    private void written() {
        if (underway) {
            return;
        } else if (departures.held() >= batch && credits > 0) {
            depart();
        } else {
            departSoon();
        }
    }

    private void departSoon() {
        if (!scheduled) {
            scheduled = true;
            writer.soon(() -> {
                scheduled = false;
                depart();
            });
        }
    }

    /** Sends off as much as there is room for. */
    private void depart() {
        underway = true;
        var values = new ArrayList<T>();
        while (credits > 0 && departures.held() > 0) {
            credits--;
            values.add(departures.carryOff());
        }
        underway = false;
        if (!values.isEmpty()) {
            toReader(() -> arrive(values));
        }
        if (departures.isPoisoned() && departures.held() == 0 && !closed) {
            closed = true;
            toReader(() -> arrivals.poisonNow(true));
        }
    }

    private void toReader(Runnable message) {
        synchronized (this) {
            if (reader == null) {
                early.add(message);
            } else {
                reader.post(message);
            }
        }
    }

    private void paid(int places) {
        credits += places;
        depart();
    }

    // ---- the reading processor

    private Medium<T> arrivals() {
        Scheduler here = Scheduler.current();
        Medium<T> known = arrivals;
        return known != null && known.scheduler() == here ? known : arrivalsAt(here);
    }

    private Medium<T> arrivalsAt(Scheduler here) {
        synchronized (this) {
            if (reader == null) {
                reader = here;
                arrivals = new Medium<>(here, name, Sharing.ANY_TO_ANY, new Store.Told<>(half, () -> {}, this::taken), this::writing);
                early.forEach(here::post);
                early.clear();
            } else if (reader != here) {
                throw elsewhere(name, "read");
            }
            return arrivals;
        }
    }

    private void arrive(List<T> values) {
        for (T value : values) {
            if (arrivals.isPoisoned()) {
                return;
            }
            if (arrivals.arrive(value)) {
                taken();
            }
        }
    }

    private void taken() {
        owed++;
        if (owed >= batch) {
            pay();
        } else if (!paying) {
            paying = true;
            reader.soon(this::pay);
        }
    }

    /** Tells the writing processor how many places are free again. */
    private void pay() {
        paying = false;
        int places = owed;
        owed = 0;
        if (places > 0) {
            toWriter(() -> paid(places));
        }
    }

    private void toWriter(Runnable message) {
        synchronized (this) {
            writer.post(message);
        }
    }

    private void refuse() {
        synchronized (this) {
            refused = true;
            if (writer != null) {
                writer.post(() -> departures.poisonNow(false));
            }
        }
    }

    // ---- who waits on whom

    private End reading() {
        return arrivals == null ? null : arrivals.reading();
    }

    private End writing() {
        return departures == null ? null : departures.writing();
    }

    private final class Sending implements Out<T> {
        @Override
        public void write(T value) {
            departures().out().write(value);
        }

        @Override
        public void poison() {
            departures().out().poison();
            departSoon();
        }

        @Override
        public OutputGuard<T> guard() {
            return departures().out().guard();
        }

        @Override
        public String name() {
            return name;
        }
    }

    private final class Receiving implements In<T> {
        @Override
        public T read() {
            return arrivals().in().read();
        }

        @Override
        public void poison() {
            arrivals().in().poison();
            refuse();
        }

        @Override
        public InputGuard<T> guard() {
            return arrivals().in().guard();
        }

        @Override
        public String name() {
            return name;
        }
    }
}
