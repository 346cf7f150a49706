/**
 * Events and what the operators say about them.
 *
 * <p>An event is a number: {@link org.cspcheck.model.event.Event#TAU}, {@link org.cspcheck.model.event.Event#TICK}, or a visible one that an
 * {@link org.cspcheck.model.event.Alphabet} gave to a channel value. {@link org.cspcheck.model.event.EventSet}, {@link
 * org.cspcheck.model.event.Renaming}, {@link org.cspcheck.model.event.Links} and {@link org.cspcheck.model.event.PriorityOrder} are the
 * parameters of the process operators; all of them compare by value, because process terms do.
 */
package org.cspcheck.model.event;
