/**
 * What a run leaves behind: events as JSON Lines, choices as text, and the state of a scheduler as JSON.
 *
 * <p>An event log says what happened and is verified against specifications; a choice log says why in this order, and repeats the run.
 */
package org.cspcheck.runtime.log;
