package org.cspcheck.runtime.channel;

import org.cspcheck.runtime.Poisoned;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.Tasklet;

/** A branch that writes to a channel; the same as {@link ChannelInput}, at the other end. */
final class ChannelOutput<T> extends OutputGuard<T> implements Poisonable {
    private final Medium<T> medium;
    private boolean poisoned;

    ChannelOutput(Medium<T> medium) {
        this.medium = medium;
    }

    /** {@return what a reader takes while the alternative waits} */
    T offered() {
        return value();
    }

    @Override
    End end() {
        return medium.writing();
    }

    @Override
    protected boolean ready() {
        return medium.writable();
    }

    @Override
    protected void take() {
        medium.writeNow(value());
    }

    @Override
    protected Object outcome() {
        return poisoned ? Medium.POISON : null;
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
        medium.writing().enable(this, medium.reading());
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
