/**
 * A network in production: where its boundary channels lead, who makes its choices, and what it leaves behind.
 *
 * <pre>
 * Boundary = where the boundary channels lead
 * Supply   = a channel whose values come from a feed: the lines of a stream, a class
 * Delivery = channels whose values go to a sink: a stream, a class
 * Monitors = the specifications that the run is verified against
 * Choices  = the oracle that a policy, a seed or a file of choices asks for
 * Ledger   = the event log and the choice log, whole at every moment
 * Running  = one run, from start to ending
 * </pre>
 *
 * <p>Whatever may block has a thread of its own and meets the network at an inlet or outlet, so that it stalls nobody else.
 */
package org.cspcheck.cli.run;
