/**
 * Deciding: is a property true of every run of a process?
 *
 * <pre>
 * term --(system, vector)--> transition system --(search)--> finding --(check)--> evidence --(explain)--> counterexample
 *                                     specification --(normal)--> normal form --^
 * </pre>
 *
 * <p>{@link org.cspcheck.explorer.Explorer} is the way in. A process becomes a transition system whose states are a few words ({@code
 * system}; {@code vector} for networks, {@code phase} for those below sequential operators), which is searched breadth-first within a budget ({@code search}); each property says what to look
 * for ({@code check}), refinement and determinism with the help of normal forms ({@code normal}); what was found is run again by the firing
 * rules before anybody sees it ({@code explain}).
 */
package org.cspcheck.explorer;
