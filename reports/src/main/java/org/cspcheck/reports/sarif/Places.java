package org.cspcheck.reports.sarif;

import java.net.URI;
import java.net.URISyntaxException;
import org.cspcheck.model.source.Location;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.verdict.Counterexample.LogPlace;
import org.cspcheck.reports.json.Json;

/** Places in files, as SARIF writes them. */
final class Places {
    private final Json json;

    Places(Json json) {
        this.json = json;
    }

    void physical(Span span) {
        Location at = span.location();
        json.object("physicalLocation", () -> {
            json.object("artifactLocation", () -> json.member("uri", uri(at.file())));
            json.object("region", () -> {
                json.member("startLine", at.line());
                json.member("startColumn", at.column());
                json.member("endLine", at.line());
                json.member("endColumn", at.column() + span.width());
            });
        });
    }

    void physical(LogPlace at) {
        json.object("physicalLocation", () -> {
            json.object("artifactLocation", () -> json.member("uri", uri(at.file())));
            json.object("region", () -> json.member("startLine", at.line()));
        });
    }

    void message(String text) {
        json.object("message", () -> json.member("text", text));
    }

    /** {@return the path as a reference: relative paths stay relative, to whatever the reader takes as the root} */
    static String uri(String path) {
        String slashed = path.replace('\\', '/');
        try {
            boolean drive = slashed.matches("[A-Za-z]:/.*");
            if (drive || slashed.startsWith("/")) {
                return new URI("file", "", drive ? "/" + slashed : slashed, null).toString();
            }
            boolean scheme = slashed.matches("[^/]*:.*");
            return new URI(null, null, (scheme ? "./" : "") + slashed, null).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path that is no URI: " + path, e);
        }
    }
}
