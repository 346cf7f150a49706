package org.cspcheck.model.source;

/**
 * A stretch of a source.
 *
 * @param start the first offset
 * @param end the offset after the last; {@code start == end} is a place between two characters
 */
public record Span(Source source, int start, int end) {
    public Location location() {
        return source.locate(start);
    }

    /** {@return the stretch from the start of this one to the end of {@code other}, of the same source} */
    public Span to(Span other) {
        return other.source == source ? new Span(source, start, Math.max(end, other.end)) : this;
    }

    /** {@return the stretch's own text} */
    public String text() {
        return source.text().substring(start, end);
    }

    /** {@return how many characters a caret line underlines: at least one, at most the rest of the line as it was typed} */
    public int width() {
        Location at = location();
        int typed = source.outermost(end) - source.outermost(start);
        return Math.clamp(typed, 1, Math.max(1, at.lineText().length() - at.column() + 1));
    }

    @Override
    public String toString() {
        return location().toString();
    }
}
