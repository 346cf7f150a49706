/**
 * Java processes as components of a checked network: one class runs in production and is explored.
 *
 * <pre>
 * Component  = the code: run(Events)
 * Events     = what it says: perform, receive, choice, choose, sleep, loop
 * Situation ::= Offers | Chooses | Finished | Failed         what the code is about to do when it waits
 * Trail      = how it came there: (loop head | answer)*, only what has happened since the heads of the loops that it is in
 * Story      = the trail of code in production, as words that outlive the program
 * Program    = a class, its arguments, and the states met so far
 * </pre>
 *
 * <p>The code sees {@link org.cspcheck.runtime.component.Events} and nothing else; behind that stand the {@code Turns}. In production these are
 * offers to the other parties of an agreement ({@code Enactment}). Under the explorer ({@code Execution}) each step of a state is found by
 * running the code again: from the innermost loop head on, with the answers that the trail recorded, up to the next thing it waits for. There
 * the run is given up.
 *
 * <p>Invariant. The same answers lead to the same situation. Every execution compares what the code offers with what it offered before, and
 * every state that is reached a second time must be in the same situation; a difference is a mistake of the code ({@code CSP0724}), which
 * used a clock, chance, or something that outlives the execution.
 */
package org.cspcheck.runtime.component;
