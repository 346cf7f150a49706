package org.cspcheck.runtime.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.cspcheck.runtime.Kept;
import org.cspcheck.runtime.Poisoned;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.Tasklet;

/**
 * A channel of any kind: two ends, and a store between them.
 *
 * <p>Invariants. Processes wait to read only while the store is empty, and to write only while it does not accept. A value goes from hand to
 * hand in one step: there is no moment at which the writer has let go of it and no reader has it. Once poisoned, nobody waits at either
 * end.
 *
 * <p>Both ends work on one state, in the same step; so do the branches of alternatives at them, {@link ChannelInput} and {@link ChannelOutput}.
 */
final class Medium<T> implements Channel<T>, Shared, Kept {
    static final Object POISON = Mark.POISON;

    /** What those who wait get instead of a value. */
    private enum Mark { POISON }

    private final Scheduler scheduler;
    private final String name;
    private final Store<T> store;
    /** Whether it holds nothing, and whether it loses nothing: what the store says of itself, without asking it each time. */
    private final boolean direct;
    private final boolean losesNothing;
    private final Reading in;
    private final Writing out;
    /** Of one half of a link: who is at the end that belongs to the other half; null for a channel that is whole. */
    private final Supplier<End> far;
    /** Whether only a value and two processes can meet here: no store, no guards until now, not poisoned, and nobody decides or looks on. */
    private boolean plain;
    private boolean poisoned;

    Medium(Scheduler scheduler, String name, Sharing sharing, Store<T> store) {
        this(scheduler, name, sharing, store, null);
    }

    Medium(Scheduler scheduler, String name, Sharing sharing, Store<T> store, Supplier<End> far) {
        this.scheduler = scheduler;
        this.name = name;
        this.store = store;
        this.far = far;
        this.direct = store instanceof Store.None;
        this.losesNothing = store.losesNothing();
        this.plain = direct && scheduler.alwaysFirst() && !scheduler.probed();
        this.in = new Reading(sharing.readers);
        this.out = new Writing(sharing.writers);
        if (!direct) {
            scheduler.keep(this);
        }
        if (scheduler.restored(name) instanceof Content content) {
            content.values.forEach(value -> store.put(cast(value)));
            poisoned = content.poisoned;
            plain &= !poisoned;
        }
        scheduler.made(this);
    }

    /** What a channel holds, as it is saved. */
    private record Content(boolean poisoned, List<Object> values) {}

    @SuppressWarnings("unchecked") // a channel of this name held it
    private T cast(Object value) {
        return (T) value;
    }

    @Override
    public Object kept() {
        return poisoned || !store.isEmpty() ? new Content(poisoned, new ArrayList<>(store.values())) : null;
    }

    @Override
    public String name() {
        return name;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Supplier<End> far() {
        return far;
    }

    End reading() {
        return in;
    }

    End writing() {
        return out;
    }

    /** A guard waits at one of the ends. */
    void guarded() {
        plain = false;
    }

    boolean isPoisoned() {
        return poisoned;
    }

    int held() {
        return store.values().size();
    }

    int capacity() {
        return store.capacity();
    }

    @Override
    public In<T> in() {
        return in;
    }

    @Override
    public Out<T> out() {
        return out;
    }

    private Object unpoisoned(Object message) {
        if (message == POISON) {
            throw new Poisoned(name);
        }
        return message;
    }

    private Poisoned poisonLearned() {
        scheduler.learned(POISON);
        return new Poisoned(name);
    }

    @Override
    public Object state() {
        return List.of(poisoned, store.values(), in.state(), out.state());
    }

    /**
     * A reader and a writer come in either order with the same outcome, because values and those who wait stand in line; not so where a
     * full store loses values, or where branches of alternatives wait as well, or for one told to end, who does what can be done at once and
     * does not wait.
     */
    private Tasklet interleave(End side) {
        if (!losesNothing) {
            scheduler.interleave(this);
            return scheduler.self();
        }
        Tasklet self = scheduler.uses(side);
        if (scheduler.probed() && (in.waitingGuard() != null || out.waitingGuard() != null || self.isToEnd())) {
            scheduler.touch(this);
        }
        return self;
    }

    // ---- what can be done at once; the caller has looked whether it can ----

    boolean readable() {
        return out.someoneWaits() || poisoned || !direct && !store.isEmpty();
    }

    boolean writable() {
        return in.someoneWaits() || poisoned || !direct && store.accepts();
    }

    T readNow() {
        if (!direct && !store.isEmpty()) {
            T value = store.poll();
            scheduler.happened(name + ".take", value);
            refill();
            return value;
        }
        if (poisoned) {
            throw poisonLearned();
        }
        T value = takeFromWriter();
        scheduler.happened(name, value);
        return value;
    }

    /** A place in the store has become free: for the writer who has waited longest, or for whoever comes. */
    private void refill() {
        if (out.someoneWaits() && store.accepts()) {
            T value = takeFromWriter();
            scheduler.happened(name + ".put", value);
            store.put(value);
        } else {
            out.stirGuards();
        }
    }

    @SuppressWarnings("unchecked")
    private T takeFromWriter() {
        if (out.servesGuard()) {
            var guard = (ChannelOutput<T>) out.waitingGuard();
            out.served(guard);
            guard.fire();
            return guard.offered();
        }
        return takeFromProcess();
    }

    @SuppressWarnings("unchecked")
    private T takeFromProcess() {
        Tasklet writer = out.poll();
        T value = (T) writer.carried();
        scheduler.resume(writer, null);
        return value;
    }

    void writeNow(T value) {
        if (poisoned) {
            throw poisonLearned();
        }
        if (in.someoneWaits()) {
            giveToReader(value);
        } else {
            scheduler.happened(name + ".put", value);
            store.put(value);
            in.stirGuards();
        }
    }

    private void giveToReader(T value) {
        scheduler.happened(direct ? name : name + ".put", value);
        if (!direct) {
            scheduler.happened(name + ".take", value);
        }
        serve(value);
    }

    @SuppressWarnings("unchecked")
    private void serve(T value) {
        if (in.servesGuard()) {
            var guard = (ChannelInput<T>) in.waitingGuard();
            in.served(guard);
            guard.receive(value);
            guard.fire();
        } else {
            scheduler.resume(in.poll(), value);
        }
    }

    private void poisonAll(boolean keepsValues) {
        scheduler.interleave(this);
        scheduler.self();
        poisonNow(keepsValues);
    }

    /** By a process, or from the other half of a link between two turns. */
    void poisonNow(boolean keepsValues) {
        if (!keepsValues) {
            while (!store.isEmpty()) {
                store.poll();
            }
        }
        if (poisoned) {
            return;
        }
        poisoned = true;
        plain = false;
        scheduler.keep(this);
        poison(in);
        poison(out);
    }

    private void poison(End end) {
        for (Tasklet process = end.poll(); process != null; process = end.poll()) {
            scheduler.resume(process, POISON);
        }
        for (Guard guard : end.guards()) {
            if (guard.waits()) {
                ((Poisonable) guard).poison();
                guard.fire();
            }
            if (guard.registered()) {
                guard.stir(); // for the selections after this one
            }
        }
    }

    // ---- one half of a link, between two turns

    /** A value leaves for the other half; {@return it} */
    T carryOff() {
        T value = store.poll();
        refill();
        return value;
    }

    /** A value comes from the other half, for which there is room; {@return whether a reader has it already} */
    boolean arrive(T value) {
        if (in.someoneWaits()) {
            scheduler.happened(name + ".take", value);
            serve(value);
            return true;
        }
        store.put(value);
        in.stirGuards();
        return false;
    }

    /** The end to read from. */
    private final class Reading extends End implements In<T> {
        Reading(boolean shared) {
            super(Medium.this, shared);
        }

        @Override
        public T read() {
            if (!plain) {
                return readAnyhow();
            }
            Tasklet self = scheduler.uses(this);
            usedBy(self);
            if (!out.isEmpty()) {
                return handedOver();
            }
            join(self);
            return await();
        }

        private T handedOver() {
            T value = takeFromProcess();
            scheduler.happened(name, value);
            return value;
        }

        @SuppressWarnings("unchecked")
        private T await() {
            return (T) unpoisoned(scheduler.suspend(this, null));
        }

        private T readAnyhow() {
            Tasklet self = interleave(this);
            usedBy(self);
            if (readable()) {
                T value = readNow();
                scheduler.learned(value);
                return value;
            }
            join(self);
            out.stirGuards();
            return await();
        }

        @Override
        public void poison() {
            poisonAll(false);
        }

        @Override
        public InputGuard<T> guard() {
            return new ChannelInput<>(Medium.this);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        End opposite() {
            return out;
        }

        @Override
        String verb() {
            return "read";
        }
    }

    /** The end to write to. */
    private final class Writing extends End implements Out<T> {
        Writing(boolean shared) {
            super(Medium.this, shared);
        }

        @Override
        public void write(T value) {
            Objects.requireNonNull(value, "null is not a value to communicate");
            if (!plain) {
                writeAnyhow(value);
                return;
            }
            Tasklet self = scheduler.uses(this);
            usedBy(self);
            if (in.isEmpty()) {
                join(self);
                await(value);
            } else {
                scheduler.happened(name, value);
                scheduler.resume(in.poll(), value);
            }
        }

        private void await(T value) {
            unpoisoned(scheduler.suspend(this, value));
        }

        private void writeAnyhow(T value) {
            Tasklet self = interleave(this);
            usedBy(self);
            if (writable()) {
                writeNow(value);
                return;
            }
            join(self);
            in.stirGuards();
            await(value);
        }

        @Override
        public void poison() {
            poisonAll(true);
        }

        @Override
        public OutputGuard<T> guard() {
            return new ChannelOutput<>(Medium.this);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        End opposite() {
            return in;
        }

        @Override
        String verb() {
            return "write";
        }
    }
}
