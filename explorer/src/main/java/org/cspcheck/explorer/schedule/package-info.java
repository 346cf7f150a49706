/**
 * Every order in which a network of Java code can run, explored on the real scheduler.
 *
 * <pre>
 * Schedules    = a network, how time passes, bounds; the way in
 * Exploration  = what was found: whether that was all, the simplest run of each kind of fault, verdicts
 * Story        = one run: its choices, who did what, how it ended
 * SourceSets   = engine: every run, up to the order of steps that commute
 * Decision     = a choice point of a run, and who is to be tried there
 * Races        = which steps could have come in the other order
 * Footprint    = what a step uses
 * Closure      = engine: every state; closes cycles; gives a StateGraph
 * Course       = leads one run after the other through a scheduler: its oracle and its probe
 * Histories    = what processes know, hence what a state is
 * Traces       = the graph as a process, for trace refinement against a CSPm process
 * Shrinking    = the fewest deviations from the default order that still go wrong
 * Unrepeatable = the code does something else when it is run again
 * </pre>
 *
 * <p>Invariants. A run is determined by the answers at its choice points; each run that is repeated is compared with what it did before, choice
 * point by choice point. Nothing is called free of faults unless every order was explored: {@link
 * org.cspcheck.explorer.schedule.Exploration#gaveUp} says why not. Every fault is shown by a run that was led again before.
 *
 * <p>Why steps commute and what a state is: docs/internals/schedules.md. For users: docs/runtime.md, "Every order".
 */
package org.cspcheck.explorer.schedule;
