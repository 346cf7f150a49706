/**
 * Running networks: one scheduler, every choice a value.
 *
 * <pre>
 * Scheduler   = run queue, timer queue, and the primitives: suspend, resume, choose, select, interleave, timer, post
 * Processors  = the schedulers of one run, one a thread; they share nothing and post to each other
 * Saved       = where each process stands, what channels hold, the time; on it networks go on in another JVM
 * Tasklet     = a process as the scheduler knows it: NEW | READY | RUNNING | WAITING | ENDED
 * Waiting     = what a suspended process waits for
 * ChoicePoint ::= QueueOrder | AltSelection | TimerOrder | InternalChoice | UserChoice     decided while a network runs
 *               | NextStep                                                                 which step a term takes, run by itself
 * Oracle      = ChoicePoint -> number of an alternative
 * Ending      ::= Terminated | Failed | Deadlocked | Livelocked | Stopped
 * Run         = a process term, the firing rules, an oracle; no scheduler
 * </pre>
 *
 * <p>Every decision is a value: the scheduler asks its {@link org.cspcheck.runtime.Oracle} at each {@link org.cspcheck.runtime.ChoicePoint}
 * and does as it says. A policy, a seed, a recording and a search differ in the oracle alone. Alternative 0 is always what the default policy
 * would do, so a schedule is known by where it deviates from zeros; and an oracle that only ever says 0 is never asked, and costs nothing.
 *
 * <p>Invariants of a running network. One process runs at a time. It runs until it suspends, and others can see what it does only at
 * communications; there ({@link org.cspcheck.runtime.Scheduler#interleave}) the oracle may let another go first, so that every order of
 * communications is some sequence of answers. Under a simulated clock the answers determine the run.
 *
 * <p>Read on in {@code channel} (channels, alternatives), {@code library} (PAR, barriers, sleep: what processes say), {@code carrier} (stacks).
 */
package org.cspcheck.runtime;
