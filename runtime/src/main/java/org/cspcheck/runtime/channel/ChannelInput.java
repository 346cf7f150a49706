package org.cspcheck.runtime.channel;

import org.cspcheck.runtime.Poisoned;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.Tasklet;

/** A branch that reads from a channel; the same as {@link ChannelOutput}, at the other end. */
final class ChannelInput<T> extends InputGuard<T> implements Poisonable {
    private final Medium<T> medium;
    private boolean poisoned;

    ChannelInput(Medium<T> medium) {
        this.medium = medium;
    }

    /** A writer hands over a value while the alternative waits. */
    void receive(T value) {
        received(value);
    }

    @Override
    End end() {
        return medium.reading();
    }

    @Override
    protected boolean ready() {
        return medium.readable();
    }

    @Override
    protected void take() {
        received(medium.readNow());
    }

    @Override
    protected Object outcome() {
        return poisoned ? Medium.POISON : value();
    }

    @Override
    public void poison() {
        poisoned = true;
    }

    @Override
    protected void finish() {
        if (poisoned) {
            throw new Poisoned(medium.name());
        }
    }

    @Override
    protected void begin(Tasklet process) {
        end().usedBy(process);
    }

    @Override
    protected void enable() {
        medium.reading().enable(this, medium.writing());
    }

    @Override
    protected void disable() {
        end().remove(this);
    }

    @Override
    protected boolean lasting() {
        return true;
    }

    @Override
    protected boolean outside() {
        return end().outside();
    }

    @Override
    protected Shared shared() {
        return medium;
    }

    @Override
    public String toString() {
        return end().toString();
    }
}
