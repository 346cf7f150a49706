/**
 * Networks as vectors of local states.
 *
 * <pre>
 * Part  ::= Leaf component                          a sequential process: its graph, explored once
 *         | Wrapped (hiding, renaming, time without timers) Part
 *         | Chased Part                             its internal steps follow at once
 *         | Group (parallel operator) Part..        with a control component if all of them can terminate
 * Rule  =   event, (component, label)*              these components move together, each by a step with its label
 * state =   the local states of all components, packed side by side
 * </pre>
 *
 * <p>{@link org.cspcheck.explorer.vector.Flattening} takes the parallel operators of a settled term apart, with the hiding and renaming
 * around them, down to the sequential processes ({@link org.cspcheck.explorer.vector.LeafGraph}); {@link
 * org.cspcheck.explorer.vector.Rules} composes what the operators say about events into rules; {@link
 * org.cspcheck.explorer.vector.RuleTable} files each rule under the local states of one component that it needs; {@link
 * org.cspcheck.explorer.vector.VectorSystem} takes the steps. Where components are not minimised, terms of the
 * firing rules and vectors correspond one to one, and every derivation of a step is one transition, so both ways count the same; where they are,
 * {@link org.cspcheck.explorer.vector.Telling} leads from a walk back to terms.
 *
 * <p>A network with chased parts is a {@link org.cspcheck.explorer.vector.ChasedSystem}; its steps are those of vectors with the internal moves of
 * {@link org.cspcheck.explorer.vector.Chasing} behind them.
 *
 * <p>Termination: a component's tick is a tau of the group around it. The group ticks when all its operands have terminated; that is a rule
 * of its control component, whose other partners stand still at their last state, which offers them the label {@link
 * org.cspcheck.explorer.vector.LeafGraph#DONE}.
 */
package org.cspcheck.explorer.vector;
