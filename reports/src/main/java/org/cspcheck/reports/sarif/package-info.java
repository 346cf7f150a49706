/**
 * SARIF 2.1.0 (OASIS), which code scanning services and editors read.
 *
 * <pre>
 * rule          a kind of check; a code of a diagnostic
 * result        a check that did not come out as expected (kind fail), one without an answer (kind open, as the standard has it for
 *               proof tools), a diagnostic with a place
 * notification  a diagnostic without a place; an interruption
 * code flow     the run behind a result: one thread flow for each process; executionOrder is the number of the step, so the locations
 *               of one rendezvous have the same
 * fingerprint   file, name and assertion of a check; code, file and text of the line of a diagnostic: neither lines nor runs change it
 * </pre>
 */
package org.cspcheck.reports.sarif;
