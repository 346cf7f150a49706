/**
 * Reports for people, as lines of text: verdicts, the runs behind them, and messages about specs.
 *
 * <pre>
 * report  ::= (check run?)* summary
 * check   ::= sign verdict name figures
 * run     ::= headline trace step* ending
 * </pre>
 *
 * <p>A text is a function of what it shows and of the {@link org.cspcheck.reports.text.Page} it is written on; no text here knows of
 * files, terminals or clocks. Lines end in {@code \n}, also the last.
 */
package org.cspcheck.reports.text;
