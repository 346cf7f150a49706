package org.cspcheck.runtime.library;

import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.Timer;
import org.cspcheck.runtime.Waiting;

/** A process that waits for a time. */
final class Sleep implements Waiting, Runnable {
    private final Scheduler scheduler;
    private final Tasklet sleeper;
    private final Timer timer;

    private Sleep(Scheduler scheduler, long when) {
        this.scheduler = scheduler;
        this.sleeper = scheduler.self();
        this.timer = scheduler.alarm(when, sleeper.name(), this);
    }

    static void until(long when) {
        Scheduler scheduler = Scheduler.current();
        scheduler.rests();
        scheduler.suspend(new Sleep(scheduler, when), null);
    }

    static void forTime(long nanos) {
        Scheduler scheduler = Scheduler.current();
        scheduler.rests();
        scheduler.suspend(new Sleep(scheduler, scheduler.deadline(nanos)), null);
    }

    @Override
    public void run() {
        scheduler.resume(sleeper, null);
    }

    @Override
    public boolean abandon(Tasklet process) {
        scheduler.cancel(timer);
        return true;
    }

    @Override
    public boolean outside() {
        return true;
    }

    @Override
    public boolean noticed() {
        return false;
    }

    @Override
    public String toString() {
        return "sleep";
    }
}
