/**
 * Visiting less: systems with fewer states that give the same answer.
 *
 * <pre>
 * Aim            ::= Deadlocks | Behaviour | Occurrence of events      what the reduced system has in common with the whole
 * ReducedSystem    = the network, but in each state only the steps of the rules of a stubborn set
 * stubborn set     = rules such that what the others do neither enables nor disables nor gets in the way of one of them
 * </pre>
 *
 * <p>The set is a function of the state alone: of its local states ({@link org.cspcheck.explorer.reduce.Standing}), of which rules share components
 * ({@link org.cspcheck.explorer.reduce.Dependencies}), and of which local steps every cycle of tau contains ({@link
 * org.cspcheck.explorer.reduce.Cycles}). So a reduced system is a system like any other: searched in any order, by any number of workers, expanded again
 * when a path is rebuilt. {@link org.cspcheck.explorer.reduce.StubbornSets} picks a small set. The theorems are in {@code
 * docs/internals/reduction.md}.
 */
package org.cspcheck.explorer.reduce;
