/**
 * One HTML file that shows everything, from disk and without a network.
 *
 * <pre>
 * page ::= page.html with page.css, the scripts, and the data of the report
 * data ::= {..., events: [name], places: [place], checks: [{..., run: {steps: [[event, hidden, process..]], moments: [[offer, to, ..]], ..}}]}
 * </pre>
 *
 * <p>{@link org.cspcheck.reports.html.WalkPage} is the page of {@code csp-check explore}, made of the same style, chart and findings.
 *
 * <p>{@link org.cspcheck.reports.html.HtmlReport} fills the page; {@link org.cspcheck.reports.html.PageData} writes the data, where a name that
 * occurs often stands once in a table and its number everywhere else, so a run of ten thousand steps stays small;
 * {@link org.cspcheck.reports.html.Layout} places the processes of a network. The data are JSON in an element that no browser runs, with each
 * {@code <} and {@code &} escaped, and the scripts make elements from it by {@code textContent} alone: no name can become markup. The page is
 * also well-formed XML, and its security policy forbids every request.
 */
package org.cspcheck.reports.html;
