/**
 * Smaller graphs with the same behaviour.
 *
 * <pre>
 * Graph      = states, steps (label, target), the state after termination
 * Compressed = Graph, and for each of its states one of the original that it stands for
 * </pre>
 *
 * <p>{@link org.cspcheck.explorer.compress.Compressor} has one method for each compression that scripts know. All of them keep the traces,
 * the stable failures and the divergences (with what happens after a divergence), which every operator of CSP but priority and
 * {@code chase} respects; so a component may be replaced by its compressed graph in every check. Strong bisimulation is respected by priority as
 * well. docs/internals/compressions.md says why each is right.
 *
 * <p>A tau of a state to itself stands for divergence. Graphs whose loops of tau are such single steps are called <em>factored</em>.
 */
package org.cspcheck.explorer.compress;
