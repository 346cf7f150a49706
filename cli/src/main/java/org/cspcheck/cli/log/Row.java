package org.cspcheck.cli.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The wanted members of one line, each a range of bytes: of the line itself, or of a copy where it was written with escapes. */
final class Row {
    private final byte[][] bytes;
    private final int[] from;
    private final int[] to;
    private final boolean[] present;
    private List<String> offers;

    Row(int members) {
        bytes = new byte[members][];
        from = new int[members];
        to = new int[members];
        present = new boolean[members];
    }

    void clear() {
        Arrays.fill(present, false);
        offers = null;
    }

    boolean has(int member) {
        return present[member];
    }

    void set(int member, byte[] source, int start, int end) {
        bytes[member] = source;
        from[member] = start;
        to[member] = end;
        present[member] = true;
    }

    void set(int member, String text) {
        byte[] copy = text.getBytes(StandardCharsets.UTF_8);
        set(member, copy, 0, copy.length);
    }

    byte[] bytes(int member) {
        return bytes[member];
    }

    int from(int member) {
        return from[member];
    }

    int to(int member) {
        return to[member];
    }

    String text(int member) {
        return new String(bytes[member], from[member], to[member] - from[member], StandardCharsets.UTF_8);
    }

    /** {@return those of the first members that are there, with dots between them: a channel and its data} */
    String joined(int members) {
        var text = new StringBuilder(text(0));
        for (int i = 1; i < members; i++) {
            text.append(present[i] ? "." + text(i) : "");
        }
        return text.toString();
    }

    /** {@return what a process offered when it stopped; null if the line does not say} */
    List<String> offers() {
        return offers;
    }

    void offers(List<String> events) {
        offers = events;
    }
}
