package org.cspcheck.specs.parse;

import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Source;

/** Numbers, characters and strings: where they end, what is wrong with them, and what they mean. */
final class Literals {
    /** Where a literal ends, and what is wrong with it. */
    record Extent(int end, Optional<Diagnostic> mistake) {}

    private static final String ESCAPES = "\"'\\ntr0";
    private static final String MEANINGS = "\"'\\\n\t\r\0";

    private final Source source;
    private final String text;

    Literals(Source source) {
        this.source = source;
        this.text = source.text();
    }

    // Numbers

    Optional<Diagnostic> checkNumber(int start, int end) {
        if (number(start, end).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.error("CSP0106", source.span(start, end), "this number is too large")
                .because("integers lie between " + Long.MIN_VALUE + " and " + Long.MAX_VALUE));
    }

    Optional<Long> number(int start, int end) {
        try {
            return Optional.of(Long.parseLong(text, start, end, 10));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    // Strings and characters

    /** {@return the end of the string that begins at {@code start}} In a {@code raw} one, a file name, a backslash is a backslash. */
    Extent endOfText(int start, boolean raw) {
        Optional<Diagnostic> mistake = Optional.empty();
        int at = start + 1;
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            char c = text.charAt(at);
            if (c == '"') {
                return new Extent(at + 1, mistake);
            }
            if (c == '\\' && !raw) {
                mistake = mistake.isPresent() ? mistake : badEscape(at);
                at++;
            }
            at++;
        }
        int end = Math.min(at, text.length());
        return new Extent(end, Optional.of(Diagnostic.error("CSP0102", source.span(start, end), "this string is never closed")
                .because("a string ends with `\"` on the line it began")
                .tryThis("inside a string write `\\\"` for a quotation mark and `\\n` for a new line")));
    }

    Extent endOfCharacter(int start) {
        int at = start + 1;
        if (at < text.length() && text.charAt(at) == '\\' && at + 1 < text.length()) {
            Optional<Diagnostic> mistake = badEscape(at);
            if (at + 2 < text.length() && text.charAt(at + 2) == '\'') {
                return new Extent(at + 3, mistake);
            }
        } else if (at < text.length() && text.charAt(at) != '\'' && !isLineEnd(text.charAt(at))) {
            int after = at + Character.charCount(text.codePointAt(at));
            if (after < text.length() && text.charAt(after) == '\'') {
                return new Extent(after + 1, Optional.empty());
            }
        }
        return new Extent(start + 1, Optional.of(
                Diagnostic.error("CSP0104", source.span(start, start + 1), "a single quote must enclose one character, as in 'c'")
                        .because("primes may stand only at the end of a name")
                        .tryThis("write strings in double quotes")));
    }

    private Optional<Diagnostic> badEscape(int at) {
        if (at + 1 < text.length() && ESCAPES.indexOf(text.charAt(at + 1)) >= 0) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.error("CSP0105", source.span(at, Math.min(at + 2, text.length())), "unknown escape")
                .tryThis("the escapes are \\\" \\' \\\\ \\n \\t \\r \\0"));
    }

    /** {@return the characters meant by a literal between its quotes; for one that is not complete, some of them} */
    String unescaped(int start, int end) {
        StringBuilder meant = new StringBuilder();
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < end) {
                int escape = ESCAPES.indexOf(text.charAt(++at));
                c = escape < 0 ? text.charAt(at) : MEANINGS.charAt(escape);
            }
            meant.append(c);
        }
        return meant.toString();
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
