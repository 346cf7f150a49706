/** Deciding: compiled components, packed states, search, normal forms, refinement, reductions. */
package org.cspcheck.explorer;
