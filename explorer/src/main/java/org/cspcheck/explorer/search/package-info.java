/**
 * Breadth-first search within a budget.
 *
 * <pre>
 * Exploration = Layout, initial state, Examiner for each worker
 * Examiner    = steps of a block of states, and the first finding among them
 * Search      = VisitedSet (what was met) + Frontier (two levels) + Trail (how each state was reached) + Pipeline
 * Pipeline    = Rounds on their way through four stages, whose tasks a Team of workers shares
 * Spill       = what leaves memory for the disk, and Checkpoints
 * Budget      = limits on states, depth, bytes, time; cancellation; progress
 * </pre>
 *
 * <p>States have an order, that of discovery by a search that takes one state after the other, and the search is the same on every run and for
 * every number of workers. Only two levels of states are kept; the {@link org.cspcheck.explorer.search.Trail} tells how each state was first
 * reached, in about a byte and a half, and the path to a finding is rebuilt from it. A search that meets a limit
 * throws {@link org.cspcheck.explorer.search.LimitReached}; tables ask the budget <em>before</em> they grow.
 */
package org.cspcheck.explorer.search;
