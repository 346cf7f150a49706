/**
 * CSPm processes as processes of the scheduler, next to those in Java.
 *
 * <pre>
 * Agreement   = parties that agree on events, as the static operators between them say
 * Party       = one of them, of either kind; offers events, is told which one happened
 * Composition ::= One | Hidden | Renamed | Sharing | Alphabetised | Linked      the static operators, parties at the leaves
 * Offer       = events that somebody offers, in the order in which they are tried
 * Route       = a way in which an event of one party is an event of the whole; Routes finds them once
 * TermProcess = a term that takes its steps as a party; LocalState, Unfolding: its states, each unfolded once
 * Enacted     = the state of a leaf that has code of its own, which runs in place of its steps
 * Parts       = a term taken apart into its sequential processes and their composition
 * TermLoop    = a network of terms alone under the default order: turns on the words of Places, no stacks
 * Graph       = all states of a process up to the numbers of its events; Shapes: processes with the same graph share their places
 * Growth      = places that are found as they are reached: endless data, large graphs; Numbering: what others call their events there
 * Tables      = such a network, and where its processes stand when it stops: their terms and names are found again then
 * TermNetwork = a parallel term, one process for each sequential one, among neighbours
 * Neighbour   = what stands at the boundary: a channel's way to the world
 * </pre>
 *
 * <p>Parallel operators, and hiding and renaming above them, are taken apart. Anything else is one process, even if it contains a parallel:
 * what stands before {@code ;} or below an interrupt, an exception, {@code prioritise} or {@code chase}, and a process that spawns as it goes on.
 */
package org.cspcheck.runtime.term;
