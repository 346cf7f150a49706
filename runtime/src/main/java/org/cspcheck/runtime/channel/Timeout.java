package org.cspcheck.runtime.channel;

import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.Timer;

/** A branch that is ready from a time on. */
final class Timeout extends Guard {
    private final Scheduler scheduler;
    private final long time;
    private final boolean absolute;
    private long deadline;
    private Timer timer;
    private String owner;

    /** @param time a time on the network's clock if absolute, else counted from the beginning of each selection */
    Timeout(Scheduler scheduler, long time, boolean absolute) {
        this.scheduler = scheduler;
        this.time = time;
        this.absolute = absolute;
    }

    @Override
    protected void begin(Tasklet process) {
        if (timer == null) {
            deadline = absolute ? time : scheduler.deadline(time);
            owner = process.name();
        }
    }

    @Override
    protected boolean ready() {
        return absolute ? time <= scheduler.present() : time <= 0;
    }

    @Override
    protected void take() {}

    @Override
    protected boolean countDown(Tasklet process) {
        begin(process);
        timer = scheduler.alarm(Math.max(deadline, scheduler.deadline(0)), owner, this::elapse);
        return true;
    }

    @Override
    protected void enable() {
        if (timer == null) {
            timer = scheduler.alarm(deadline, owner, this::elapse);
        }
    }

    @Override
    protected void disable() {
        if (timer != null) {
            scheduler.cancel(timer);
            timer = null;
        }
    }

    @Override
    protected boolean outside() {
        return true;
    }

    @Override
    protected Shared shared() {
        return Shared.NOTHING;
    }

    @Override
    public String toString() {
        return "timeout";
    }
}
