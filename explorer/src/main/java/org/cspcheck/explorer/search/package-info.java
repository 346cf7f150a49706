/**
 * Breadth-first search of a transition system within a budget: the set of visited states, the levels, the limits.
 */
package org.cspcheck.explorer.search;
