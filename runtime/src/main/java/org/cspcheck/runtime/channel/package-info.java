/**
 * Channels and alternatives, written with the scheduler's public primitives and nothing else.
 *
 * <pre>
 * Channel     ::= oneToOne | anyToOne | oneToAny | anyToAny            synchronous: writer and reader meet
 *               | buffered | overwriting | dropping                    a store in between
 *               | link                                                 between two processors: a store at each end
 * In, Out       = the ends; each can be handed on, poisoned, or made a branch (guard)
 * Alternative ::= (fair | priority | arbitrary) branch* (transputer | registered)
 * branch      ::= in | out | after | from | skip | any Guard           each with a precondition (when)
 * </pre>
 *
 * <p>A value goes from hand to hand in one step: a process that is ended while it waits has not communicated, and one that has
 * communicated does not wait.
 *
 * <p>Poison ends a network in order: a poisoned channel wakes all who wait at it with {@link org.cspcheck.runtime.Poisoned}, which every later
 * operation throws as well. Poison from the writing end lets readers have what a buffer still holds; from the reading end it is dropped.
 */
package org.cspcheck.runtime.channel;
