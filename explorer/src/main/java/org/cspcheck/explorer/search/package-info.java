/**
 * Breadth-first search within a budget.
 *
 * <pre>
 * Exploration = Layout, initial state, Examiner for each worker
 * Examiner    = steps of a block of states, and the first finding among them
 * Search      = VisitedSet (what was met) + StateStore (the same states in the order they were met, level after level)
 * Budget      = limits on states, depth, bytes, time; cancellation; progress
 * </pre>
 *
 * <p>States are numbered in the order of discovery, so a level is a stretch of the store, and the search is the same on every run. No
 * predecessors are kept: the path to a finding is rebuilt from the levels, by a second pass over those before it. A search that meets a limit
 * throws {@link org.cspcheck.explorer.search.LimitReached}; tables ask the budget <em>before</em> they grow.
 */
package org.cspcheck.explorer.search;
