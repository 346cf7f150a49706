/**
 * The values of CSPm.
 *
 * <pre>
 * Value ::= Int | Bool | Char | Tuple | Sequence | SetValue | MapValue
 *         | Compound   a Symbol (channel or constructor) with fields: c.0.true
 *         | DotList    values joined by dots with no symbol in front: 1.2
 *         | Lazy       not needed so far
 *         | Opaque     functions and processes
 * </pre>
 *
 * <p>{@link org.cspcheck.model.value.Dots} joins values, {@link org.cspcheck.model.value.Completions} finds what is missing from one, {@link
 * org.cspcheck.model.value.ValueOrder} lists sets in the same order on each run. An event is a complete compound of a channel.
 */
package org.cspcheck.model.value;
