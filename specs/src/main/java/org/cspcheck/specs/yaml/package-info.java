/**
 * Reading {@code spec.yaml}: from characters to a {@link org.cspcheck.specs.yaml.SpecFile}, in three steps.
 *
 * <ol>
 *   <li>{@link org.cspcheck.specs.yaml.TreeReader}: characters to {@link org.cspcheck.specs.yaml.Node}s, by the events of
 *       snakeyaml-engine; guards against everything a hostile or damaged file can do.
 *   <li>{@link org.cspcheck.specs.yaml.Origins}: for each character of a scalar's value, where it was typed. CSPm stands in
 *       scalars of every style, and a mistake in it is shown at its own line and column.
 *   <li>{@link org.cspcheck.specs.yaml.SpecReader}: nodes to records, one method for each section of the format. It goes on after
 *       an error, so that all errors of a file are told at once.
 * </ol>
 *
 * <p>The grammar of the format ({@code ?} optional, {@code *} a list; every text is CSPm unless it says prose):
 *
 * <pre>
 *   spec    = name? about? import* define? network? hide? check* limits? time? run? trace?
 *   network = text | entry*
 *   entry   = (process | java args* (implements model?)?) for? name? alphabet?
 *   check   = text | (assert | can | never) name? about? expect? model? limits?
 *   limits  = states? depth? memory? time?
 *   time    = unit? timers?
 *   run     = bind? policy? record? choices? monitor*
 *   trace   = (format | pattern)? (event | channel args*)? by? process? rendezvous? unreadable? ignore? against? complete?
 * </pre>
 *
 * <p>Invariant: reading a spec runs nothing, opens nothing and takes time linear in its size.
 */
package org.cspcheck.specs.yaml;
