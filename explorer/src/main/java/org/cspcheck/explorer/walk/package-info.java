/**
 * Walking through the states of a process by hand.
 *
 * <pre>
 * Walk     = a process, and the steps taken so far; take, undo, follow a counterexample, find a state
 * Goal     ::= Deadlock | Terminated | Offers
 * TermText = what is left of a process, for people
 * </pre>
 *
 * <p>A walk steps by the firing rules alone, as replays do: what can be walked is what a counterexample is made of.
 */
package org.cspcheck.explorer.walk;
