/**
 * The corpus under {@code specs/}: every spec is read, checked by every engine, and compared with what its header expects.
 *
 * <p>The form of the headers is described in {@code specs/README.md}.
 */
package org.cspcheck.cli.corpus;
