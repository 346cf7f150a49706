/**
 * CSPm processes as processes of the scheduler, next to those in Java.
 *
 * <pre>
 * Agreement   = parties that agree on events: one happens when all whose alphabet has it offer it
 * Party       = one of them, of either kind; offers events, is told which one happened
 * TermProcess = a term that takes its steps as a party
 * TermNetwork = a parallel term, one process for each operand
 * </pre>
 */
package org.cspcheck.runtime.term;
