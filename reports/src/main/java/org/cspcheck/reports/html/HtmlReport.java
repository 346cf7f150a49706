package org.cspcheck.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cspcheck.reports.Report;

/** Writes a {@link Report} as one HTML page. */
public final class HtmlReport {
    private static final List<String> SCRIPTS = List.of("elements.js", "theme.js", "chart.js", "states.js", "network.js", "findings.js", "profile.js", "page.js");

    /** Markup, halves of surrogate pairs that stand alone, and two code points that XML excludes. */
    private static final Pattern NO_TEXT = Pattern.compile("[&<>\\uFFFE\\uFFFF]|\\p{Cs}");

    private HtmlReport() {}

    /** {@return the page} */
    public static String of(Report report) {
        return resource("page.html")
                .replace("/*STYLE*/", resource("page.css"))
                .replace("/*SCRIPT*/", resources(SCRIPTS))
                .replace("/*DATA*/", embedded(PageData.of(report)));
    }

    /** JSON as it may stand in an element: what is markup, and what no XML can hold, occurs only inside its strings. */
    private static String embedded(String json) {
        return NO_TEXT.matcher(json).replaceAll(match -> "\\\\u%04x".formatted((int) match.group().charAt(0)));
    }

    static String resources(List<String> names) {
        return names.stream().map(HtmlReport::resource).collect(Collectors.joining("\n"));
    }

    static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
