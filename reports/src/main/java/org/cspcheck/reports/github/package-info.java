/**
 * What a GitHub workflow shows: annotations at the lines of the specs, and a summary of the step.
 *
 * <pre>
 * annotation ::= '::' ('error' | 'warning') ' file=' F ',line=' L ',endLine=' L ',col=' C ',endColumn=' C ',title=' T '::' message
 * </pre>
 *
 * <p>In values {@code % CR LF : ,} are escaped, in the message {@code % CR LF}, so no name in a spec can end a command or begin one.
 */
package org.cspcheck.reports.github;
