package org.cspcheck.specs.yaml;

import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;

/** What a spec may consist of: at most {@link #MAX_LENGTH} characters, none of them binary. */
final class Characters {
    static final int MAX_LENGTH = 8 << 20;

    private Characters() {}

    static boolean allowed(Source source, Diagnostics diagnostics) {
        String text = source.text();
        if (text.length() > MAX_LENGTH) {
            diagnostics.add(Diagnostic.error(
                            "CSP0402", source.span(0, 0), "The spec has " + text.length() + " characters; at most " + MAX_LENGTH + " are read")
                    .because("A file of this size is seldom a spec: a log or a model made by a program, perhaps.")
                    .tryThis("Keep large CSPm text in files of its own and name them under `import:`."));
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == '\u007f' || c == '\uFFFE' || c == '\uFFFF';
            if (control || Character.isSurrogate(c) && !paired(text, i)) {
                diagnostics.add(Diagnostic.error(
                                "CSP0401", source.span(i, i + 1), "The character U+%04X cannot stand in a spec".formatted((int) c))
                        .because("The file is binary, damaged, or was saved in an encoding other than UTF-8.")
                        .tryThis("Save it as UTF-8; inside double quotes, write the character as \\u%04X.".formatted((int) c)));
                return false;
            }
        }
        return true;
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
