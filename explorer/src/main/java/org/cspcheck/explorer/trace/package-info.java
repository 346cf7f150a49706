/**
 * Recorded traces against specifications: is what happened a trace of the process?
 *
 * <pre>
 * TraceVerifier = Monitor.., and which of them take part in each event
 * Monitor       = the traces of one process, determinised where logs have been
 * Session       = one run that is verified: a node of each monitor, the last events, the verdict so far
 * Causality     = which events of several logs the logs put in an order
 * </pre>
 *
 * <p>A parallel of processes with alphabets of their own has a trace exactly when each process has what the trace shows of its alphabet
 * (Hoare, <i>Communicating Sequential Processes</i>, 2.3.3), so {@link org.cspcheck.explorer.trace.Split} takes it apart and every process is
 * followed by itself: the nodes are those of the parts and not of their product. A node is a set of states closed under internal steps
 * ({@link org.cspcheck.explorer.normal.NormalForm}); it is made when a log first gets there, and found again after that, so an event costs
 * the same at the end of a log as at its beginning.
 *
 * <p>Memory is bounded: a monitor that has grown too large forgets all nodes but those that sessions stand at. {@link
 * org.cspcheck.explorer.trace.EventMonitor} watches a network of the runtime while it runs.
 */
package org.cspcheck.explorer.trace;
