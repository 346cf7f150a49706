/**
 * csp-check inside JUnit 5.
 *
 * <pre>
 * SpecTests      the checks of specs, one dynamic test each
 * EverySchedule  a parameter that runs a network of Java code in every order
 * </pre>
 *
 * <p>Both say the same as the command does: a verdict that is not the expected one fails the test with the run that shows it, and a limit
 * that was reached is no pass.
 */
package org.cspcheck.junit;
