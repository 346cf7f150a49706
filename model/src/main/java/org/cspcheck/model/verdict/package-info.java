/**
 * Questions and answers: a {@link org.cspcheck.model.verdict.Check} asks whether a process has a {@link
 * org.cspcheck.model.verdict.Property}; the {@link org.cspcheck.model.verdict.Outcome} gives the {@link
 * org.cspcheck.model.verdict.Verdict}, with a {@link org.cspcheck.model.verdict.Counterexample} where a run decides it. A {@link
 * org.cspcheck.model.verdict.Scene} is what a run is drawn against, made only for the reports that draw.
 */
package org.cspcheck.model.verdict;
