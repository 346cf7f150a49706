/**
 * Values that outlive the program.
 *
 * <pre>
 * Encoded = the value at the head of a loop, or what a channel holds, as bytes: anything Serializable, and any record or Optional of such
 * </pre>
 */
package org.cspcheck.runtime.save;
