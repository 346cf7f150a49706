package org.cspcheck.runtime.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cspcheck.runtime.Kept;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.Waiting;
import org.cspcheck.runtime.channel.Guard;

/**
 * A place where all enrolled parties meet.
 *
 * <p>A party comes by {@link #sync}, or offers to come as a branch of an alternative, {@link #guard}; the barrier completes when all are
 * there, in one step.
 *
 * <p>Invariants. {@code waiting} holds the processes that came by {@code sync}, {@code offers} the guards whose alternatives wait; together
 * they are fewer than {@code enrolled}. A party does not wait twice: an alternative has one branch with the same barrier.
 */
public final class Barrier implements Waiting, Shared, Kept {
    private final Scheduler scheduler;
    private final String name;
    private final Set<Tasklet> waiting = new LinkedHashSet<>();
    private final Set<Offer> offers = new LinkedHashSet<>();
    private final int initial;
    private int enrolled;

    /** @param enrolled how many parties there are */
    public Barrier(String name, int enrolled) {
        this.scheduler = Scheduler.current();
        this.name = name;
        this.initial = enrolled;
        this.enrolled = scheduler.restored(name) instanceof Integer saved ? saved : enrolled;
        scheduler.keep(this);
        scheduler.made(this);
    }

    @Override
    public Object kept() {
        return enrolled == initial ? null : enrolled;
    }

    @Override
    public String name() {
        return name;
    }

    /** One party more. */
    public void enroll() {
        scheduler.interleave(this);
        enrolled++;
    }

    /** One party less; those who wait may have waited for this one alone. */
    public void resign() {
        scheduler.interleave(this);
        enrolled--;
        if (enrolled > 0 && waiting.size() + offers.size() >= enrolled) {
            complete();
        }
    }

    /** Waits until all parties are there. */
    public void sync() {
        scheduler.interleave(this);
        Tasklet self = scheduler.self();
        if (allOthersAreHere()) {
            complete();
        } else {
            waiting.add(self);
            scheduler.suspend(this, null);
        }
    }

    /** {@return a new guard: a branch that is taken when the barrier completes} */
    public Guard guard() {
        return new Offer();
    }

    private boolean allOthersAreHere() {
        return waiting.size() + offers.size() >= enrolled - 1;
    }

    private void complete() {
        scheduler.happened(name, null);
        var processes = List.copyOf(waiting);
        var guards = new ArrayList<>(offers);
        waiting.clear();
        offers.clear();
        processes.forEach(process -> scheduler.resume(process, null));
        guards.forEach(Offer::completed);
    }

    @Override
    public boolean abandon(Tasklet process) {
        waiting.remove(process);
        return true;
    }

    @Override
    public Collection<Tasklet> on(Tasklet process) {
        return List.of();
    }

    @Override
    public Object state() {
        return List.of(enrolled, List.copyOf(waiting), offers.stream().map(Offer::place).toList());
    }

    @Override
    public boolean noticed() {
        return false;
    }

    @Override
    public String toString() {
        return "sync " + name + " (" + (waiting.size() + offers.size()) + " of " + enrolled + " are there)";
    }

    private final class Offer extends Guard {
        @Override
        protected boolean ready() {
            return allOthersAreHere();
        }

        @Override
        protected void take() {
            complete();
        }

        @Override
        protected void enable() {
            offers.add(this);
        }

        @Override
        protected void disable() {
            offers.remove(this);
        }

        @Override
        protected Shared shared() {
            return Barrier.this;
        }

        private void completed() {
            fire();
        }

        @Override
        public String toString() {
            return Barrier.this.toString();
        }
    }
}
