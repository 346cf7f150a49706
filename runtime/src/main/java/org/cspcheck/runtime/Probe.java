package org.cspcheck.runtime;

import java.util.List;

/**
 * Follows a run from inside, for exploration: what each turn uses, and what each process gets to know.
 *
 * <p>A process does what follows from what it got to know; so what it knows since the head of its loop, with the value at that head, is its
 * state. Production has no probe and pays one comparison with null.
 */
public interface Probe {
    /** It is to be decided who goes on; also when there is one candidate and the oracle is not asked. */
    void deciding(List<Tasklet> candidates);

    /**
     * It is to be decided whether a timer fires; also when there is one answer and the oracle is not asked.
     *
     * @param ready who may go on if none does: of these it is decided next
     */
    void timing(ChoicePoint.TimerOrder order, List<Tasklet> ready);

    /** Where timers race, a process that is new or was resumed comes to its next operation, and nobody is asked. */
    void coming(Tasklet process);

    /** A process begins; its parent, null for the first of a network, starts it. */
    void started(Tasklet process, Tasklet parent);

    /** A process that waited can go on, by what the running one does, or a timer. */
    void resumed(Tasklet process);

    /** The running process, or a timer when none runs, uses this. */
    void touched(Shared what);

    /** The running process uses one side of this. */
    void touched(Shared.Side what);

    /** The process gets to know this. */
    void learned(Tasklet process, Object what);

    /** A thing for several processes was made by the running one. */
    void made(Shared what);

    /** What a process knows about itself, rather than from others. */
    interface Loops {
        /** A loop over a value begins inside of what the process does. */
        void entered(Tasklet process);

        /** The value is all that the process knows, beside what it knew when the loop was entered. */
        void atHead(Tasklet process, Object value);

        /** The loop has ended. */
        void left(Tasklet process);
    }

    Loops loops();
}
