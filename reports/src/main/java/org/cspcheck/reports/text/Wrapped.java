package org.cspcheck.reports.text;

import java.util.ArrayList;
import java.util.List;

/** Breaking what is too long for one line, between items where possible. */
final class Wrapped {
    private Wrapped() {}

    /**
     * {@return the items one after another, on as many lines of at most {@code width} as they need}
     *
     * <p>An item too long for a line of its own is broken inside; no line is empty.
     */
    static List<String> items(List<String> items, String separator, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i) + (i + 1 < items.size() ? separator.stripTrailing() : "");
            String gap = line.isEmpty() ? "" : " ".repeat(separator.length() - separator.stripTrailing().length());
            if (columns(line) + gap.length() + columns(item) > width && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                gap = "";
            }
            line.append(gap).append(item);
            while (columns(line) > width) {
                int end = line.offsetByCodePoints(0, width);
                lines.add(line.substring(0, end));
                line.delete(0, end);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** {@return a text broken at blanks} */
    static List<String> words(String text, int width) {
        return items(List.of(text.strip().split(" +")), " ", width);
    }

    /** {@return how many columns a text takes: one for each character, none for a colour} */
    static int columns(CharSequence text) {
        int columns = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\u001b') {
                while (i + 1 < text.length() && text.charAt(i) != 'm') {
                    i++;
                }
            } else if (!Character.isLowSurrogate(text.charAt(i))) {
                columns++;
            }
        }
        return columns;
    }

    /** {@return the text, filled with blanks up to the width} */
    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - columns(text)));
    }

    /** {@return the text if it fits, else its beginning and an ellipsis} */
    static String clipped(String text, int width) {
        return columns(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width - 3)) + "...";
    }
}
