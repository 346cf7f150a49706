package org.cspcheck.specs.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Location;
import org.cspcheck.model.source.Source;

/** A spec that was read in a test, with what was said about it. */
record Reading(Optional<SpecFile> file, List<Diagnostic> diagnostics) {
    static Reading of(String yaml) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<SpecFile> file = SpecReader.read(Source.of("spec.yaml", yaml), diagnostics);
        return new Reading(file, diagnostics.all());
    }

    /** {@return the spec, about which nothing may have been said} */
    static SpecFile good(String yaml) {
        Reading reading = of(yaml);
        assertEquals(List.of(), reading.diagnostics());
        return reading.file().orElseThrow();
    }

    /** {@return the only thing said about a spec} */
    static Diagnostic fault(String yaml) {
        Reading reading = of(yaml);
        assertEquals(1, reading.diagnostics().size(), () -> "one diagnostic, not " + reading.diagnostics());
        return reading.diagnostics().getFirst();
    }

    /** Code and place of each diagnostic, in order. */
    List<String> summary() {
        return diagnostics.stream()
                .map(d -> d.code() + d.span().map(s -> " " + s.location().line() + ":" + s.location().column()).orElse(""))
                .toList();
    }

    /** Every character that is no white space must be found at the place it says it was typed at. */
    static void assertTypedWhereItSays(Source text) {
        String value = text.text();
        for (int i = 0; i < value.length(); i++) {
            Location at = text.locate(i);
            if (!Character.isWhitespace(value.charAt(i))) {
                int index = i;
                assertTrue(
                        at.column() <= at.lineText().length() && at.lineText().charAt(at.column() - 1) == value.charAt(i),
                        () -> "character " + index + " of «" + value + "» is said to stand at " + at);
            }
        }
    }
}
