package org.cspcheck.runtime.channel;

import java.util.Collection;
import java.util.List;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.Tasklet;

/**
 * One branch of an alternative, as the thing that it waits for knows it.
 *
 * <p>A guard of any kind can be written outside of this package: it says whether it could be taken, takes itself, and is told when its
 * alternative waits. The other side calls {@link #fire} to take it while it {@link #waits}, and, if the guard is lasting, {@link #stir} when
 * it could be taken from now on.
 */
public abstract class Guard {
    private Alternative alternative;
    private int index;
    private boolean holds = true;
    private boolean registered;
    /** Whether a registered alternative has it among those that were stirred. */
    boolean listed;
    /** Whether a registered alternative asks it at each selection. */
    boolean asked;

    final void join(Alternative alternative, int index, boolean registered) {
        if (this.alternative != null) {
            throw new IllegalStateException("this guard belongs to an alternative already; each branch needs its own");
        }
        this.alternative = alternative;
        this.index = index;
        this.registered = registered;
    }

    final int index() {
        return index;
    }

    /** {@return whether its alternative keeps it enabled between selections} */
    final boolean registered() {
        return registered;
    }

    final void holds(boolean precondition) {
        holds = precondition;
    }

    final boolean holds() {
        return holds;
    }

    /** A registered guard with registered ones at the other end: neither side announces that it waits, so both ask. */
    final void couple(End opposite) {
        for (Guard other : opposite.guards()) {
            if (other.registered) {
                other.alternative.ask(other);
                alternative.ask(this);
            }
        }
    }

    // ---- what each kind of guard says ----

    /** A selection by {@code process} begins. For lasting guards: the first. */
    protected void begin(Tasklet process) {}

    /** {@return whether it could be taken at once} */
    protected abstract boolean ready();

    /** Takes it; called only while it is ready, by the alternative's process. */
    protected abstract void take();

    /** The other side has taken it, and the alternative's process goes on: the last word, which may be an exception. */
    protected void finish() {}

    /**
     * A selection by {@code process} begins, and others may go first: time may {@link #elapse} it meanwhile, until it is disabled.
     *
     * @return whether time fires it at all
     */
    protected boolean countDown(Tasklet process) {
        return false;
    }

    /** The alternative is about to wait: announces the guard to the other side. For lasting guards of a registered alternative: once. */
    protected abstract void enable();

    /** The alternative does not wait any more. */
    protected abstract void disable();

    /** {@return whether it stirs, so that a registered alternative need not ask it at each selection} */
    protected boolean lasting() {
        return false;
    }

    /** {@return the processes that are known to be able to fire it; empty if none is known} */
    protected Collection<Tasklet> on(Tasklet process) {
        return end() == null ? List.of() : end().on(process);
    }

    /** {@return whether time or the outside may fire it} */
    protected boolean outside() {
        return false;
    }

    /** {@return what it uses} Unless it says, that may be anything, and exploration takes it so. */
    protected Shared shared() {
        return Shared.ANYTHING;
    }

    /** {@return what its process gets to know by its being taken, beside that; null for nothing} */
    protected Object outcome() {
        return null;
    }

    /** {@return whose branch it is, which, and whether it waits: for {@link Shared#state}} */
    public final Object place() {
        return List.of(alternative.owner(), index, waits());
    }

    /** {@return the end of a channel that it waits at; null for other guards} */
    End end() {
        return null;
    }

    // ---- what the other side calls ----

    /** {@return whether the other side may take it now} */
    protected final boolean waits() {
        return holds && alternative.isWaiting();
    }

    /** The other side takes it: the alternative goes on with this branch. Only while it {@link #waits}. */
    protected final void fire() {
        alternative.fire(this);
    }

    /** Its time has come. */
    protected final void elapse() {
        alternative.elapse(this);
    }

    /** The other side became ready; for lasting guards. */
    protected final void stir() {
        alternative.stir(this);
    }
}
