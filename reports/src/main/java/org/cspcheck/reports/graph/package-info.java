/**
 * Transition graphs, in the languages of the tools that draw or read them.
 *
 * <p>{@link org.cspcheck.reports.graph.TransitionGraph} is found by the firing rules alone, breadth first, so its states are numbered the
 * same on each run and the start is 0; {@link org.cspcheck.reports.graph.GraphText} writes it.
 */
package org.cspcheck.reports.graph;
