/**
 * Merging states that differ only in which of several equal processes does what.
 *
 * <pre>
 * Structure     = components, their local states and keys as vertices; steps and rules as relations between them
 * automorphism  = a permutation of the vertices that maps steps to steps and rules to rules of the same kind
 * Interchange   = blocks of components any two of which an automorphism swaps          all permutations; sorted
 * Turns         = a group of automorphisms that is small enough to be listed           the least image
 * Symmetry      = interchanges and turns, together
 * </pre>
 *
 * <p>{@link org.cspcheck.explorer.symmetry.Colours} tells vertices apart, {@link org.cspcheck.explorer.symmetry.Matching} guesses from the colours what an
 * automorphism could be, {@link org.cspcheck.explorer.symmetry.Structure} verifies each guess against all steps and all rules, and {@link
 * org.cspcheck.explorer.symmetry.Detection} makes a symmetry of those that are ones. {@link org.cspcheck.explorer.symmetry.SymmetricSystem} replaces every
 * state by one that stands for all it can be mapped to. Nothing is taken for symmetric because it looks so: an automorphism that was not
 * verified is not used. Why the answer stays the same is told in {@code docs/internals/symmetry.md}.
 */
package org.cspcheck.explorer.symmetry;
