package org.cspcheck.runtime.carrier;

import java.util.concurrent.locks.LockSupport;

/**
 * Virtual threads that pass a baton.
 *
 * <p>Invariants. Whoever holds the baton runs, everyone else is parked; the baton is held by the driving thread or by one fiber. Only the
 * holder calls {@link Dispatch#next()} and only the holder passes the baton on. {@code turn} is true from the moment the baton is passed to a
 * fiber until that fiber gives it up; writing it is what makes the holder's work visible to the next. A stray unpark does no harm: each
 * waits until its own {@code turn}.
 */
final class BatonCarrier implements Carrier {
    private final Baton driver = new Baton(null);
    private Dispatch dispatch;

    /** A fiber, or the driving thread when it has no body. */
    private static final class Baton extends Fiber {
        private final Runnable body;
        private volatile boolean turn;

        Baton(Runnable body) {
            this.body = body;
        }

        void await() {
            while (!turn) {
                LockSupport.park(this);
            }
        }
    }

    @Override
    public Fiber fiber(Runnable body) {
        return new Baton(body);
    }

    @Override
    public void drive(Dispatch dispatch) {
        this.dispatch = dispatch;
        driver.thread = Thread.currentThread();
        giveUp(driver);
    }

    @Override
    public void suspend(Fiber self) {
        giveUp((Baton) self);
    }

    private void giveUp(Baton self) {
        self.turn = false;
        Baton next = (Baton) dispatch.next();
        if (next == null) {
            next = driver;
        }
        if (next == self) {
            self.turn = true;
            return;
        }
        pass(next);
        self.await();
    }

    private void pass(Baton next) {
        next.turn = true;
        if (next.thread == null) {
            next.thread = Thread.ofVirtual().unstarted(() -> runToTheEnd(next));
            next.thread.start();
        } else {
            LockSupport.unpark(next.thread);
        }
    }

    private void runToTheEnd(Baton self) {
        self.body.run();
        Baton next = (Baton) dispatch.next();
        pass(next == null ? driver : next);
    }

    @Override
    public boolean sharesThread() {
        return false;
    }

    @Override
    public String name() {
        return "baton";
    }
}
