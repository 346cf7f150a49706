/**
 * Questions and answers: a {@link org.cspcheck.model.verdict.Check} asks whether a process has a {@link
 * org.cspcheck.model.verdict.Property}; the {@link org.cspcheck.model.verdict.Outcome} gives the {@link
 * org.cspcheck.model.verdict.Verdict}, with a {@link org.cspcheck.model.verdict.Counterexample} where a run decides it.
 */
package org.cspcheck.model.verdict;
