/**
 * Running networks.
 *
 * <pre>
 * ChoicePoint ::= which step a term takes          (more kinds will follow: run queue, alternatives, timers)
 * Oracle      =   ChoicePoint -> number of an alternative
 * Run         =   a process, the firing rules, an oracle
 * </pre>
 *
 * <p>Every decision is a value: a {@link org.cspcheck.runtime.Run} asks its {@link org.cspcheck.runtime.Oracle} at each {@link
 * org.cspcheck.runtime.ChoicePoint} and does as it says. A policy, a seed, a recording and a search differ in the oracle alone; {@link
 * org.cspcheck.runtime.Recording} notes what any of them chose.
 */
package org.cspcheck.runtime;
