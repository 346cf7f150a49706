/**
 * csp-check in a Maven build.
 *
 * <pre>
 * CheckMojo   the goal check, bound to verify
 * Command     the command line of csp-check, run as a process of its own on a JDK that can run it
 * </pre>
 */
package org.cspcheck.maven;
