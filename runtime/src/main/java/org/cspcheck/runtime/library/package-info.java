/**
 * The vocabulary of processes, written with the scheduler's public primitives.
 *
 * <pre>
 * Csp     = par, priPar, sleep, choose, loop ... for static import
 * Barrier = where all parties meet; also as a branch of an alternative
 * </pre>
 */
package org.cspcheck.runtime.library;
