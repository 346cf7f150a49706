/**
 * Networks below sequential operators: a system that goes through phases.
 *
 * <pre>
 * Phase    ::= Point term                        one state, its steps found by the firing rules
 *            | Running network Layer..           a network, and what stands around it, from the inside out
 * Layer    ::= ; P | /\ P | [|A|> P | \ A | [[R]]
 * Passage    = event, phase, keeping             what a step of the network is outside; the network goes on if it is kept, otherwise the phase begins
 * state      = (phase, vector of its network)
 * </pre>
 *
 * <p>{@code SETUP ; (A ||| B) /\ shutdown -> SKIP} has a point for each state of {@code SETUP}, a phase in which the network runs, and the points
 * after. FDR does the same by formats of its supercombinators. {@link org.cspcheck.explorer.phase.Phases} finds the phases, {@link
 * org.cspcheck.explorer.phase.PhasedSystem} takes the steps, {@link org.cspcheck.explorer.phase.Retelling} leads from a walk back to terms.
 *
 * <p>Each state stands for one term and has the steps of that term. A term may have several states, where one phase begins in what another
 * phase comes to: then there are more states than terms, and verdicts are the same.
 */
package org.cspcheck.explorer.phase;
