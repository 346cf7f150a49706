/**
 * Transition systems as a search sees them: states are blocks of words, steps are computed a block at a time.
 *
 * <pre>
 * TransitionSystem = Layout, initial state, Expander for each worker, and the way back: describe(state) is the term
 * Successors       = for each state of the block, in order: (event, target words)*
 * </pre>
 *
 * <p>{@link org.cspcheck.explorer.system.TermSystem} numbers terms and works for every process; a network of sequential processes runs
 * as an {@link org.cspcheck.explorer.vector.VectorSystem}. Both have exactly the states and transitions of the firing rules, as many and as
 * often: every derivation of a step is one transition.
 */
package org.cspcheck.explorer.system;
