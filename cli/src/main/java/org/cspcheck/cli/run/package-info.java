/**
 * A network in production: where its boundary channels lead, who makes its choices, and what it leaves behind.
 *
 * <pre>
 * Lines    = a channel whose values are read from a stream, one a line
 * Printed  = channels whose values are written to a stream, one a line
 * Fed      = a channel whose values come from a class
 * Taken    = a channel whose values go to a class
 * Choices  = the oracle that a policy, a seed or a file of choices asks for
 * Ledger   = the event log and the choice log, whole at every moment
 * Running  = one run, from start to ending
 * </pre>
 *
 * <p>Whatever may block has a thread of its own and meets the network at an inlet or outlet, so that it stalls nobody else.
 */
package org.cspcheck.cli.run;
