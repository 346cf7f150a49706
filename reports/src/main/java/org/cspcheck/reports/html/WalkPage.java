package org.cspcheck.reports.html;

import java.util.List;

/** The page of {@code csp-check explore}: drawn like a report, with data that it asks for step by step. */
public final class WalkPage {
    /** The document; it asks for {@code state} beside its own address. */
    public static final String TEXT = HtmlReport.resource("walk.html")
            .replace("/*STYLE*/", HtmlReport.resources(List.of("page.css", "walk.css")))
            .replace("/*SCRIPT*/", HtmlReport.resources(List.of("elements.js", "theme.js", "chart.js", "findings.js", "walk.js")));

    private WalkPage() {}
}
