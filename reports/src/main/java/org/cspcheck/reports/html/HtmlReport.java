package org.cspcheck.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.cspcheck.reports.Report;

/** Writes a {@link Report} as one HTML page. */
public final class HtmlReport {
    private static final List<String> SCRIPTS = List.of("elements.js", "chart.js", "states.js", "network.js", "findings.js", "page.js");

    private HtmlReport() {}

    /** {@return the page} */
    public static String of(Report report) {
        String scripts = SCRIPTS.stream().map(HtmlReport::resource).collect(Collectors.joining("\n"));
        return resource("page.html")
                .replace("/*STYLE*/", resource("page.css"))
                .replace("/*SCRIPT*/", scripts)
                .replace("/*DATA*/", embedded(PageData.of(report)));
    }

    /** JSON as it may stand in an element: these characters occur only inside its strings. */
    private static String embedded(String json) {
        return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
