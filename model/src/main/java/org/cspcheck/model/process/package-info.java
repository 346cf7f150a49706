/**
 * Process terms and their meaning.
 *
 * <pre>
 * Process ::= STOP | SKIP | Omega | DIV | Prefix menu | RUN A | CHAOS A
 *           | P [] .. | P |~| .. | P [> Q | P [+A+] .. | P ; Q | P /\ Q | P /+A+\ Q | P [|A|> Q
 *           | P [|A|] .. | P [A||B] .. | P [a<->b] Q | P \ A | P[[R]] | prioritise P | chase P | timed P | compress P
 *           | Foreign state | Call body
 * </pre>
 *
 * <p>{@link org.cspcheck.model.process.Process} is the grammar, {@link org.cspcheck.model.process.FiringRules} the operational semantics,
 * {@link org.cspcheck.model.process.Step} one derived transition. A state of a process is the term that is left of it, settled: there
 * is no other notion of state at this level, and every faster one must agree with it.
 */
package org.cspcheck.model.process;
