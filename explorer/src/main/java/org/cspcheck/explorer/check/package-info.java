/**
 * One class for each property: what is searched, what counts as a finding, and the evidence for it.
 *
 * <pre>
 * Answer   ::= Holds [Evidence] | Fails [Evidence]
 * Evidence ::= kind, Path, event, allowed, loop, second Path
 * Path     ::= (event, settled term)*
 * </pre>
 *
 * <p>Evidence speaks of terms and events only: whoever explains or replays it need not know which engine found it. All questions but
 * one are searches over the states of the subject, or over a {@link org.cspcheck.explorer.check.Product} of them with an observer that
 * watches the visible events; determinism alone walks the normal form.
 */
package org.cspcheck.explorer.check;
