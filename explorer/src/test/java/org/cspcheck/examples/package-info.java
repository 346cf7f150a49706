/**
 * Networks that a team would recognise, each right and with a bug known from practice; {@link org.cspcheck.examples.Examples} lists them, and
 * {@code ExamplesTest} proves the right ones, finds the bugs, and compares what policies do with what exploration finds.
 */
package org.cspcheck.examples;
