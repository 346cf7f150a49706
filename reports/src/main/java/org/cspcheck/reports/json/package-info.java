/**
 * The report that other programs read: one JSON document for a run of the checker.
 *
 * <p>{@link org.cspcheck.reports.Report} is what it says, {@link org.cspcheck.reports.json.JsonReport} how; its shape stands in
 * {@code csp-report.schema.json} beside them. What varies from run to run (time, memory, workers) stands under {@code run} alone, so
 * that two reports of one spec differ nowhere else. Members that do not apply are left out.
 */
package org.cspcheck.reports.json;
