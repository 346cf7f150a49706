/**
 * The {@code csp-check} command.
 *
 * <pre>
 * csp-check [check] [OPTIONS] SPEC...     reads specs, decides what they assert, reports
 * csp-check print [OPTIONS] SPEC          definitions as parsed, transition graphs, networks, normal forms
 * </pre>
 *
 * <p>{@link org.cspcheck.cli.Main} finds the command, {@link org.cspcheck.cli.Grammar} holds its options, {@link
 * org.cspcheck.cli.CheckRequest} and {@link org.cspcheck.cli.PrintRequest} say what was asked in terms of the other modules, {@link
 * org.cspcheck.cli.CheckCommand} is the run: read, select, decide one after another, report. {@link org.cspcheck.cli.Results} collects and
 * knows the exit code; {@link org.cspcheck.cli.Transcript} tells people, {@link org.cspcheck.cli.ReportFiles} writes documents.
 *
 * <p>Everything outside comes in by {@link org.cspcheck.cli.Surroundings} (streams, environment, terminal, interruption), {@link
 * org.cspcheck.cli.FrontEnd} (specs) and {@link org.cspcheck.cli.Decider} (verdicts), so tests run the whole command in their own process.
 *
 * <p>Invariants: verdicts and documents go to standard output, all else to standard error; a mistake of the user's, a finding and a fault
 * of the tool never share an exit code; what happens to one check costs no other its result; no stack trace is shown unless asked for.
 *
 * <p>Reading and each check run on a thread of their own with a very large stack, one at a time; the main thread waits, watches the clock
 * and the interruption, and does all the telling.
 */
package org.cspcheck.cli;
