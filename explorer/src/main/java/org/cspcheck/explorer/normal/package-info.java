/**
 * What an observer can tell of a transition system.
 *
 * <p>{@link org.cspcheck.explorer.normal.NormalForm} is the subset construction: a node is the set of all states that the process may be in
 * after one trace, closed under tau; it knows the events possible after the trace, the minimal acceptances (for each stable state the events
 * it offers; for each state that can tick just tick), and whether the process may diverge there. Nodes are made when they are asked for.
 * {@link org.cspcheck.explorer.normal.Divergences} finds the states on cycles of tau.
 */
package org.cspcheck.explorer.normal;
