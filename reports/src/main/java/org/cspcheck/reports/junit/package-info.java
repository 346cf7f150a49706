/**
 * JUnit XML, which build servers read: one suite for each file that asserts something, one test case for each check.
 *
 * <pre>
 * as expected (a failure that was expected too)  passed
 * not as expected                                failure
 * inconclusive                                   error     (nothing was proved; never "skipped", which is green)
 * a mistake in a spec                            error     (a test case of its own, or of the check that it stopped)
 * a spec that asserts nothing                    error
 * </pre>
 *
 * <p>The document fits the schema of the Ant family of reports (Windy Road's {@code JUnit.xsd}).
 */
package org.cspcheck.reports.junit;
