/**
 * The types of CSPm: mistakes that show without evaluating.
 *
 * <p>Inference is Hindley and Milner's, over the strongly connected components of definitions, with general types for each use and three
 * classes (Eq, Ord, Set). What is peculiar to CSPm is the dot.
 *
 * <pre>
 * type       ::= Int | Bool | Char | Proc | Event | datatype | &lt;type> | {type} | (type, ..) | (| type => type |) | (type, ..) -> type
 *              | type. .. => type        a channel or constructor that still takes fields     Partial
 *              | type.type. ..           values joined by dots, none of which takes another   Dotted
 *              | variable                                                                     Variable, Rigid
 * constraint ::= e1.e2. .. is a type     a chain of dots                                      Chain
 *              | {|e|}, productions(e), extensions(e), e &lt;- e
 * </pre>
 *
 * <p>A chain of dots can be worked out from the left when it is known what takes fields. Until then it is a constraint that waits; it
 * becomes part of the scheme of a definition and is asked again at each use. What is never decided is accepted.
 *
 * <p>Invariants:
 * <ul>
 *   <li>No valid script is refused: an error is told only where it holds for every way in which the open types could be closed.
 *   <li>What is said of a definition is said once: others that use a definition with a mistake may use it as anything.
 * </ul>
 *
 * <p>Start at {@link org.cspcheck.specs.types.TypeCheck}, then read {@code Inference} (when which definition is worked out),
 * {@code Dots} and {@code Unifier}.
 */
package org.cspcheck.specs.types;
