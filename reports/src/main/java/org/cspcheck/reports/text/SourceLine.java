package org.cspcheck.reports.text;

/**
 * A line of a source as it is shown, and where in it the underlined passage stands.
 *
 * <p>Tabs become blanks up to the next multiple of {@link #TAB}, characters that would move or change what is on the terminal become
 * a sign, wide characters count two columns, combining ones none. A line that does not fit is cut on both sides so that the
 * passage stays in view.
 *
 * @param text the line, at most as wide as there is room
 * @param start the columns before the passage
 * @param width the columns of the passage, at least one
 */
record SourceLine(String text, int start, int width) {
    private static final int TAB = 4;
    private static final String CUT = "...";

    /**
     * {@return the line as it is shown}
     *
     * @param line the line as it stands in the source
     * @param column where the passage starts, from 1
     * @param length how many characters it has
     * @param room how many columns there are
     */
    static SourceLine of(String line, int column, int length, int room) {
        int first = Math.clamp(column - 1L, 0, line.length());
        int last = Math.clamp((long) first + length, first, line.length());
        SourceLine whole = line.length() <= 4 * room ? shown(line, first, last) : null;
        if (whole != null && columns(whole.text) <= room) {
            return whole;
        }
        return cut(line, first, last, room);
    }

    /** {@return the marks under the passage, after the blanks that lead to it} */
    String underline() {
        return " ".repeat(start) + "^".repeat(width);
    }

    private static SourceLine shown(String line, int first, int last) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        int start = -1;
        int end = -1;
        int i = 0;
        while (i < line.length()) {
            start = i >= first && start < 0 ? at : start;
            end = i >= last && end < 0 ? at : end;
            int c = line.codePointAt(i);
            String sign = c == '\t' ? " ".repeat(TAB - at % TAB) : sign(c);
            text.append(sign);
            at += c == '\t' ? sign.length() : columns(c);
            i += Character.charCount(c);
        }
        start = start < 0 ? at : start;
        end = end < 0 ? at : end;
        return new SourceLine(text.toString(), start, Math.max(1, end - start));
    }

    /** Keeps two thirds of the room for the passage and what follows it. */
    private static SourceLine cut(String line, int first, int last, int room) {
        int from = fit(line, first, -1, room / 3 - CUT.length());
        String before = from > 0 ? CUT : "";
        int used = columns(shown(line.substring(from, first), 0, 0).text) + before.length();
        int to = fit(line, first, 1, room - used - CUT.length());
        String after = to < line.length() ? CUT : "";
        SourceLine middle = shown(line.substring(from, to), first - from, Math.min(last, to) - from);
        return new SourceLine(before + middle.text + after, before.length() + middle.start, middle.width);
    }

    /** {@return how far one gets from an offset in a direction, within so many columns} */
    private static int fit(String line, int offset, int direction, int columns) {
        int at = offset;
        int left = columns;
        while (direction > 0 ? at < line.length() : at > 0) {
            int c = direction > 0 ? line.codePointAt(at) : line.codePointBefore(at);
            left -= c == '\t' ? TAB : columns(c);
            if (left < 0) {
                break;
            }
            at += direction * Character.charCount(c);
        }
        return at;
    }

    private static String sign(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> "?";
            case Character.FORMAT -> "";
            default -> Character.toString(c);
        };
    }

    /** {@return how many columns a terminal gives a text} */
    static int columns(String shown) {
        return shown.codePoints().map(SourceLine::columns).sum();
    }

    private static int columns(int c) {
        if (c < 0x300) {
            return 1;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    /** East Asian Wide and Fullwidth (Unicode annex 11), and pictographs. */
    private static boolean isWide(int c) {
        return c >= 0x1100
                && (c <= 0x115F
                        || c >= 0x2E80 && c <= 0xA4CF && c != 0x303F
                        || c >= 0xAC00 && c <= 0xD7A3
                        || c >= 0xF900 && c <= 0xFAFF
                        || c >= 0xFE30 && c <= 0xFE6F
                        || c >= 0xFF00 && c <= 0xFF60
                        || c >= 0xFFE0 && c <= 0xFFE6
                        || c >= 0x1F300 && c <= 0x1FAFF
                        || c >= 0x20000 && c <= 0x3FFFD);
    }
}
