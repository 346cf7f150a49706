/**
 * Stacks for processes in blocking style, and nothing about scheduling.
 *
 * <pre>
 * Carrier  = makes Fibers, and moves control from one to another
 * Fiber    = the stack of one process
 * Dispatch = says whose turn it is; the scheduler
 * </pre>
 *
 * <p>Three carriers with one meaning: {@code continuations} (needs a flag), {@code own executor} (needs another), {@code baton} (needs
 * nothing). The scheduler is written against the interface and cannot tell them apart.
 */
package org.cspcheck.runtime.carrier;
