package org.cspcheck.model.source;

import java.util.Arrays;

/**
 * A text that a person wrote: a file, standard input, or a passage inside another text (CSPm in a YAML scalar).
 *
 * <p>Positions are offsets into {@link #text()}, counted in UTF-16 units from 0. An embedded source knows for each of its
 * offsets the offset in the enclosing text that it came from, so a position inside a folded or quoted scalar is still shown
 * where the person typed it.
 */
public final class Source {
    private final String name;
    private final String text;
    private final Source enclosing;
    private final int[] origins;
    private int[] lineStarts;

    private Source(String name, String text, Source enclosing, int[] origins) {
        this.name = name;
        this.text = text;
        this.enclosing = enclosing;
        this.origins = origins;
    }

    /** {@return a source that stands by itself} {@code name} is shown to people: a path as they gave it, or {@code <stdin>}. */
    public static Source of(String name, String text) {
        return new Source(name, text, null, null);
    }

    /**
     * {@return a source for a passage of another one}
     *
     * @param origins for each offset 0..text.length() of the passage, the offset in {@code enclosing} it stands at
     */
    public static Source embedded(String text, Source enclosing, int[] origins) {
        if (origins.length != text.length() + 1) {
            throw new IllegalArgumentException("one origin for each offset, the end included");
        }
        return new Source(enclosing.name, text, enclosing, origins.clone());
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** {@return the span from {@code start} (inclusive) to {@code end} (exclusive)} */
    public Span span(int start, int end) {
        return new Span(this, start, end);
    }

    /** {@return the span of the whole text} */
    public Span whole() {
        return span(0, text.length());
    }

    /** {@return where {@code offset} stands in the outermost text} */
    public Location locate(int offset) {
        int at = Math.clamp(offset, 0, text.length());
        if (enclosing != null) {
            return enclosing.locate(origins[at]);
        }
        int line = lineOf(at);
        int start = lineStarts()[line];
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return new Location(name, line + 1, at - start + 1, text.substring(start, end));
    }

    /** {@return {@code offset} as an offset of the outermost text} */
    int outermost(int offset) {
        int at = Math.clamp(offset, 0, text.length());
        return enclosing == null ? at : enclosing.outermost(origins[at]);
    }

    private int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts(), offset);
        return found >= 0 ? found : -found - 2;
    }

    private int[] lineStarts() {
        if (lineStarts == null) {
            int[] starts = new int[16];
            int count = 1;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean ends = c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
                if (ends) {
                    if (count == starts.length) {
                        starts = Arrays.copyOf(starts, count * 2);
                    }
                    starts[count++] = i + 1;
                }
            }
            lineStarts = Arrays.copyOf(starts, count);
        }
        return lineStarts;
    }

    @Override
    public String toString() {
        return name;
    }
}
