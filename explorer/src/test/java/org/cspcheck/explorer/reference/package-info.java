/**
 * A second opinion: what processes mean, decided slowly by code that shares nothing with the product.
 *
 * <pre>
 * Process --FiringRules---> TransitionSystem --+
 * Process --OperatorTable-> TransitionSystem --+--> Determinised --> ReferenceChecker: a verdict
 *                                              +--> Denotation, up to a length
 * Process --DenotationalSemantics------------------> Denotation, up to a length
 * </pre>
 *
 * <p>{@link org.cspcheck.explorer.reference.OperatorTable} transcribes the steps of the operators a second time; {@link
 * org.cspcheck.explorer.reference.DenotationalSemantics} has no steps at all: it computes traces, failures and divergences of a term from
 * those of its operands, by the clauses of Roscoe, <i>Understanding Concurrent Systems</i>, chapters 10 to 12. {@link
 * org.cspcheck.explorer.reference.Processes} makes the random terms all of them have to agree on, and {@link
 * org.cspcheck.explorer.reference.ScriptText} writes a term that they do not agree on as a CSPm script.
 *
 * <p>Vocabulary: a <em>letter</em> is one of the four visible events a, b, c, d of these tests; a <em>family</em> is a set of refusals that
 * contains the subsets of its members.
 */
package org.cspcheck.explorer.reference;
