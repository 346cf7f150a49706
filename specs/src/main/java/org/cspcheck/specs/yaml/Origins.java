package org.cspcheck.specs.yaml;

import org.cspcheck.specs.yaml.Node.Style;

/**
 * Finds, for each character of a scalar's value, where it was typed.
 *
 * <p>The value is known already; so this walks the typed text and the value side by side and needs to know only what YAML may
 * have left out (indentation, white space around folded lines, one of two quotes) and what it may have changed (a line break into
 * a blank, an escape into its character). Should the two ever disagree, the rest of the value gets the place where they did:
 * a caret may then be inexact, a value never.
 */
final class Origins {
    private final String value;
    private final String typed;
    private final int end;
    private final int[] origins;
    /** Next in {@link #typed}. */
    private int at;
    /** Next in {@link #value}. */
    private int done;

    private Origins(String value, String typed, int start, int end) {
        this.value = value;
        this.typed = typed;
        this.at = start;
        this.end = end;
        this.origins = new int[value.length() + 1];
    }

    /**
     * {@return for each offset of the value, its end included, the offset in {@code typed}}
     *
     * @param start where the scalar starts, its anchor and tag included
     * @param end where it ends
     */
    static int[] of(String value, Style style, String typed, int start, int end) {
        Origins origins = new Origins(value, typed, start, end);
        origins.skipProperties();
        switch (style) {
            case PLAIN -> origins.flow('\0');
            case SINGLE_QUOTED -> origins.flow('\'');
            case DOUBLE_QUOTED -> origins.flow('"');
            case LITERAL, FOLDED -> origins.block();
        }
        return origins.finish();
    }

    private int[] finish() {
        while (done <= value.length()) {
            origins[done++] = Math.min(at, end);
        }
        if (value.endsWith("\n")) {
            // "The text ends too soon" is said at the end of its last line, not on the line after it.
            origins[value.length()] = origins[value.length() - 1];
        }
        return origins;
    }

    /** Anchors and tags stand before the value and after nothing else. */
    private void skipProperties() {
        while (at < end && (typed.charAt(at) == '&' || typed.charAt(at) == '!')) {
            while (at < end && !isBlank(at) && !isBreak(at)) {
                at++;
            }
            while (at < end && (isBlank(at) || isBreak(at))) {
                at++;
            }
        }
    }

    // --- plain and quoted scalars ------------------------------------------------------------------------------------------

    private void flow(char quote) {
        if (quote != '\0' && at < end && typed.charAt(at) == quote) {
            at++;
        }
        while (at < end && done < value.length()) {
            if (isBlank(at) || isBreak(at)) {
                whiteSpace(quote);
            } else if (quote == '"' && typed.charAt(at) == '\\') {
                escape();
            } else if (!take(typed.charAt(at))) {
                return;
            } else if (quote == '\'' && typed.charAt(at - 1) == '\'') {
                at++;
            }
        }
    }

    /** Blanks inside a line are kept; around line breaks they vanish, one break is a blank, and n of them are n-1 breaks. */
    private void whiteSpace(char quote) {
        int stop = at;
        int firstBreak = -1;
        int breaks = 0;
        while (stop < end && (isBlank(stop) || isBreak(stop))) {
            if (isBreak(stop)) {
                firstBreak = firstBreak < 0 ? stop : firstBreak;
                breaks++;
                stop = afterBreak(stop);
            } else {
                stop++;
            }
        }
        if (breaks == 0) {
            while (at < stop && take(typed.charAt(at))) {}
        } else {
            at = firstBreak;
            if (breaks == 1) {
                give(' ');
            } else {
                for (int i = 1; i < breaks; i++) {
                    at = afterBreak(endOfLine(at));
                    give('\n');
                }
            }
        }
        at = stop;
    }

    private void escape() {
        int start = at;
        char kind = at + 1 < end ? typed.charAt(at + 1) : '\0';
        if (kind == '\n' || kind == '\r') {
            escapedBreak();
            return;
        }
        int digits =
                switch (kind) {
                    case 'x' -> 2;
                    case 'u' -> 4;
                    case 'U' -> 8;
                    default -> 0;
                };
        int units = Character.isHighSurrogate(value.charAt(done)) && digits == 8 ? 2 : 1;
        for (int i = 0; i < units && done < value.length(); i++) {
            origins[done++] = start;
        }
        at = Math.min(end, start + 2 + digits);
    }

    /** A backslash at the end of a line joins it to the next; empty lines after it are breaks. */
    private void escapedBreak() {
        at = afterBreak(at + 1);
        while (at < end && (isBlank(at) || isBreak(at))) {
            if (isBreak(at)) {
                give('\n');
                at = afterBreak(at);
            } else {
                at++;
            }
        }
    }

    // --- block scalars -----------------------------------------------------------------------------------------------------

    private void block() {
        at = afterBreak(endOfLine(at));
        int indentation = indentation();
        while (at < end && done < value.length()) {
            int line = at;
            int stop = endOfLine(line);
            at = Math.min(line + indentation, line + blanks(line, stop));
            boolean empty = at == stop;
            while (at < stop && done < value.length()) {
                if (!take(typed.charAt(at))) {
                    return;
                }
            }
            if (done < value.length() && (value.charAt(done) == '\n' || value.charAt(done) == ' ' && !empty)) {
                origins[done++] = stop;
            }
            at = done < value.length() ? afterBreak(stop) : stop;
        }
    }

    /** The blanks that the first line with text has in the file and not in the value. */
    private int indentation() {
        int line = at;
        while (line < end && blanks(line, endOfLine(line)) == endOfLine(line) - line) {
            line = afterBreak(endOfLine(line));
        }
        int first = 0;
        while (first < value.length() && (value.charAt(first) == '\n' || value.charAt(first) == ' ')) {
            first++;
        }
        int kept = first - (value.lastIndexOf('\n', first) + 1);
        return first == value.length() ? Integer.MAX_VALUE / 2 : Math.max(0, blanks(line, endOfLine(line)) - kept);
    }

    private int blanks(int from, int to) {
        int i = from;
        while (i < to && typed.charAt(i) == ' ') {
            i++;
        }
        return i - from;
    }

    // --- characters --------------------------------------------------------------------------------------------------------

    /** Notes that the next character of the value is the next one typed; false when they differ. */
    private boolean take(char c) {
        if (done >= value.length() || value.charAt(done) != c) {
            return false;
        }
        origins[done++] = at++;
        return true;
    }

    /** Notes that the next character of the value stands for what is typed here, if it is {@code c}. */
    private void give(char c) {
        if (done < value.length() && value.charAt(done) == c) {
            origins[done++] = at;
        }
    }

    private boolean isBlank(int i) {
        return typed.charAt(i) == ' ' || typed.charAt(i) == '\t';
    }

    private boolean isBreak(int i) {
        return typed.charAt(i) == '\n' || typed.charAt(i) == '\r';
    }

    private int endOfLine(int i) {
        int found = i;
        while (found < end && !isBreak(found)) {
            found++;
        }
        return found;
    }

    private int afterBreak(int i) {
        if (i >= end) {
            return end;
        }
        return typed.charAt(i) == '\r' && i + 1 < typed.length() && typed.charAt(i + 1) == '\n' ? i + 2 : i + 1;
    }
}
