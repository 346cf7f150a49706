/**
 * Logs: from bytes to events of a specification.
 *
 * <pre>
 * log    = line*                      a file, compressed or not, or standard input as it comes
 * line   = record | something else    by {@code trace:} of the spec: JSON, CSV, or text under a pattern
 * record = the members that are wanted: event, or channel and data; session, gap, offers, time
 * </pre>
 *
 * <p>{@link org.cspcheck.cli.log.Lines} cuts a stream into lines in one buffer. A {@link org.cspcheck.cli.log.Decoder} finds the wanted
 * members of a line and leaves them in a {@link org.cspcheck.cli.log.Row} as ranges of bytes. {@link org.cspcheck.cli.log.EventNames} knows
 * the event of each such range: text becomes a number once, and is found by its bytes after that. {@link
 * org.cspcheck.cli.log.LogVerification} takes each event to its session and keeps what is found; {@link org.cspcheck.cli.log.Merge} makes one run of logs that have
 * rendezvous in common.
 *
 * <p>Invariant: nothing here grows with the length of a log. Names of events and of sessions are kept in tables of a bounded size.
 */
package org.cspcheck.cli.log;
