/**
 * Where a network meets other threads: nothing else of it may be touched from outside.
 *
 * <pre>
 * Inlet    = other threads send, processes read
 * Outlet   = processes write, another thread receives
 * Blocking = one call that may block, on a thread of its own
 * </pre>
 *
 * <p>When a value comes in depends on the world and not on the oracle: a run is repeated from its choices alone if it has no boundary and its
 * clock is simulated.
 */
package org.cspcheck.runtime.boundary;
