/**
 * {@code csp-check explore}: walking through the states of a spec by hand.
 *
 * <pre>
 * Session      = a walk, and the checks whose counterexamples it can jump to
 * TerminalWalk = the session by typed commands
 * WalkServer   = the session as a page in a browser: one document (reports.html.WalkPage), and requests that change the walk
 *                and answer with where it stands
 * WalkJson     = where a walk stands, as JSON
 * </pre>
 *
 * <p>A session belongs to one thread at a time: terms are evaluated as it goes, and evaluation is not made for several.
 */
package org.cspcheck.cli.explore;
