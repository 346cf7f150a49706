/**
 * Showing: text, JSON and the formats other tools read.
 *
 * <pre>
 * Report -> text      for people, as it happens
 *        -> json      for programs
 *        -> junit     for build servers
 *        -> sarif     for code scanning and editors
 *        -> github    annotations and a summary of a GitHub workflow
 *        -> html      one page to explore a counterexample
 * a term -> graph     transition graphs, network diagrams
 * </pre>
 *
 * <p>{@link org.cspcheck.reports.Report} is what a run of the checker found; each package below writes it in one form, as a value to a text. None
 * opens a file.
 */
package org.cspcheck.reports;
