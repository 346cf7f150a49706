package org.cspcheck.runtime;

import java.util.List;

/**
 * The timers of a scheduler: fires those that are due, between two turns.
 *
 * <p>Invariants. Under the default order timers fire by deadline, and of two with one deadline the one set first. Otherwise each firing is a
 * choice point, as long as some timer is within {@code race} of now or of the earliest: which fires first, or none while a process is ready. They
 * wait until everybody who comes has come ({@link Dispatcher}); and those of processes that stand back, which the default order never asks, are last.
 * The clock on the wall is read once in {@value #TURNS_BETWEEN_READINGS} turns, and after each wait.
 */
final class Deadlines {
    /** How many turns may pass before timers are compared with a clock on the wall. */
    private static final int TURNS_BETWEEN_READINGS = 64;

    private final Scheduler scheduler;
    private final Clock clock;
    private final long race;
    private final TimerQueue queue = new TimerQueue();
    private long set;
    private int untilReading;

    Deadlines(Scheduler scheduler, Clock clock, long race) {
        this.scheduler = scheduler;
        this.clock = clock;
        this.race = race;
    }

    Timer set(long when, String what, Runnable action, Tasklet setter, boolean alarm) {
        var timer = new Timer(when, set++, what, action, setter, alarm);
        queue.add(timer);
        scheduler.dispatcher.busyBetween();
        return timer;
    }

    void cancel(Timer timer) {
        queue.remove(timer);
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** {@return whether deadlines that are near to each other are in no order} */
    boolean race() {
        return race > 0 && clock.virtual();
    }

    /** {@return the pending timers, the earliest first} */
    List<Timer> pending() {
        return queue.isEmpty() ? List.of() : queue.due(Long.MAX_VALUE);
    }

    /** Waits for the first deadline, or a little less, or until the calling thread is unparked. */
    void awaitFirst() {
        clock.await(queue.first().when());
    }

    /** The next turn is compared with the clock. */
    void readClockNext() {
        untilReading = 0;
    }

    /** {@return whether it is time to look at the clock, now that a turn begins} */
    boolean due() {
        return !queue.isEmpty() && (--untilReading < 0 || clock.virtual());
    }

    /** {@return whether a timer could fire now, under a clock on which time passes only by that} */
    boolean mayFire() {
        return clock.virtual() && !racing(clock.now(), false).isEmpty();
    }

    /** Fires what is due. */
    void fire() {
        untilReading = TURNS_BETWEEN_READINGS;
        long now = clock.now();
        if (scheduler.alwaysFirst()) {
            while (!queue.isEmpty() && queue.first().when() <= now) {
                fire(queue.first());
            }
        } else {
            fireByChoice(now);
        }
    }

    private void fireByChoice(long start) {
        long now = start;
        while (!scheduler.dispatcher.someoneComes()) {
            boolean orProcesses = scheduler.dispatcher.someoneIsReady();
            List<Timer> due = racing(now, !orProcesses);
            if (due.isEmpty()) {
                return;
            }
            Timer next = due.getFirst();
            var order = new ChoicePoint.TimerOrder(due, orProcesses, next.when() > now || next.overtakes());
            scheduler.dispatcher.timing(order);
            Timer first = order.fires(order.alternatives() == 1 ? 0 : scheduler.ask(order));
            if (first == null) {
                return;
            }
            if (first.when() > now) {
                clock.await(first.when());
                now = clock.now();
            }
            fire(first);
        }
    }

    /**
     * The timers that may fire now: those within {@code race} of now, or of the earliest if that is late, or if nothing else can happen and it is
     * as near.
     */
    private List<Timer> racing(long now, boolean quiet) {
        if (queue.isEmpty() || queue.first().when() > after(now)) {
            return List.of();
        }
        long from = queue.first().when();
        List<Timer> due = queue.due(after(quiet ? from : Math.min(now, from)));
        return due.stream().anyMatch(Timer::overtakes) ? Timer.overtakingLast(due) : due;
    }

    private long after(long time) {
        return time + Math.min(race, Long.MAX_VALUE - Math.max(time, 0));
    }

    private void fire(Timer timer) {
        queue.remove(timer);
        scheduler.fires(timer);
    }
}
