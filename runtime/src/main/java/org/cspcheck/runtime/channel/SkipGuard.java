package org.cspcheck.runtime.channel;

import org.cspcheck.runtime.Shared;

/** A branch that is always ready. */
final class SkipGuard extends Guard {
    @Override
    protected boolean ready() {
        return true;
    }

    @Override
    protected void take() {}

    @Override
    protected void enable() {}

    @Override
    protected void disable() {}

    @Override
    protected Shared shared() {
        return Shared.NOTHING;
    }

    @Override
    public String toString() {
        return "skip";
    }
}
