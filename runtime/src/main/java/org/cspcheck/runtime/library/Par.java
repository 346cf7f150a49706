package org.cspcheck.runtime.library;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Failure;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.Waiting;

/**
 * Runs branches in parallel and ends when all have ended.
 *
 * <p>Invariants. The process that called waits until {@code running} is zero and not a moment less, even when it is told to end itself. The
 * first failure ends the other branches; it is thrown to the caller once they have ended.
 */
final class Par implements Waiting, Shared, Consumer<Tasklet> {
    private final Scheduler scheduler;
    private final Tasklet caller;
    private final Tasklet[] branches;
    /** Whether branches may be on other processors, whose state cannot be seen from here. */
    private final boolean placed;
    private int running;
    private Failure failure;

    private Par(Scheduler scheduler, int size, boolean placed) {
        this.placed = placed;
        this.scheduler = scheduler;
        this.caller = scheduler.self();
        this.branches = new Tasklet[size];
        this.running = size;
    }

    /** @param steps by how much each branch is less urgent than the one before */
    static void run(List<? extends Behaviour> behaviours, int steps) {
        if (behaviours.isEmpty()) {
            return;
        }
        Scheduler scheduler = Scheduler.current();
        var par = new Par(scheduler, behaviours.size(), false);
        for (int i = 0; i < par.branches.length; i++) {
            par.branches[i] = scheduler.start(i, behaviours.get(i), par.caller.priority() + i * steps, par);
        }
        par.await();
    }

    /** Branch i on processor i, round and round if there are more. */
    static void place(List<? extends Behaviour> behaviours) {
        Scheduler scheduler = Scheduler.current();
        if (scheduler.processors() == 1 || behaviours.isEmpty()) {
            run(behaviours, 0);
            return;
        }
        var par = new Par(scheduler, behaviours.size(), true);
        for (int i = 0; i < par.branches.length; i++) {
            Behaviour behaviour = behaviours.get(i);
            par.branches[i] = scheduler.place(i % scheduler.processors(), Behaviour.name(behaviour, Integer.toString(i)), behaviour, par);
        }
        par.await();
    }

    private void await() {
        scheduler.suspend(this, null);
        if (failure != null) {
            throw failure;
        }
    }

    /** A branch has ended. Two that end well do so in either order with the same outcome, so this uses nothing. */
    @Override
    public void accept(Tasklet branch) {
        running--;
        if (branch.failure() != null && failure == null) {
            scheduler.touch(Shared.EVERYTHING);
            failure = Failure.of(branch, branch.failure());
            endBranches();
        }
        if (running == 0) {
            scheduler.resume(caller, failure == null ? null : failure.getMessage());
        }
    }

    private void endBranches() {
        for (Tasklet branch : branches) {
            scheduler.end(branch);
        }
    }

    @Override
    public boolean abandon(Tasklet process) {
        endBranches();
        return false;
    }

    @Override
    public Collection<Tasklet> on(Tasklet process) {
        return Arrays.stream(branches).filter(branch -> branch.status() != Tasklet.Status.ENDED).toList();
    }

    @Override
    public boolean outside() {
        return placed;
    }

    @Override
    public boolean needsAll() {
        return true;
    }

    @Override
    public Object state() {
        return failure == null ? "" : failure.getMessage();
    }

    @Override
    public boolean noticed() {
        return false;
    }

    @Override
    public String toString() {
        return "end a PAR of " + branches.length;
    }
}
