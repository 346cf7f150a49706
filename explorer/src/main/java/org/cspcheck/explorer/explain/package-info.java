/**
 * Counterexamples for people, from evidence.
 *
 * <p>{@link org.cspcheck.explorer.explain.Components} are the sequential processes of a network with the names that people know them by.
 * {@link org.cspcheck.explorer.explain.Replay} runs the evidence again by the firing rules alone, and so finds for each step the choice that
 * was made, who took part and what was hidden; what the evidence claims of the last state is checked there too. {@link
 * org.cspcheck.explorer.explain.Waits} says of a deadlock who waits for whom.
 *
 * <p>{@link org.cspcheck.explorer.explain.Scenes} and {@link org.cspcheck.explorer.explain.Wirings} find what a report draws a run against; they
 * decide nothing, and are asked only by reports that draw.
 */
package org.cspcheck.explorer.explain;
