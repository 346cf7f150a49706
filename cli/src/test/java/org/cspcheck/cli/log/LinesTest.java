package org.cspcheck.cli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinesTest {
    /** Gives a few bytes at a time, as a pipe may. */
    private static InputStream trickling(String text, int seed) {
        var random = new Random(seed);
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 1 + random.nextInt(7)));
            }
        };
    }

    private static List<String> read(InputStream in) throws IOException {
        var found = new ArrayList<String>();
        try (var lines = new Lines("log", in)) {
            while (lines.next()) {
                found.add(lines.number() + ":" + new String(lines.buffer(), lines.from(), lines.to() - lines.from(), StandardCharsets.UTF_8)
                        + (lines.isTorn() ? "|torn" : ""));
            }
        }
        return found;
    }

    @Test
    void lines_are_the_same_however_the_stream_is_cut() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            assertEquals(List.of("1:a", "2:", "3:bc", "4:d|torn"), read(trickling("a\r\n\nbc\nd", seed)));
        }
    }

    @Test
    void lines_longer_than_the_buffer_are_whole() throws IOException {
        String longer = "x".repeat(700_000);
        assertEquals(List.of("1:" + longer, "2:y"), read(new ByteArrayInputStream((longer + "\ny\n").getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void a_line_without_end_keeps_no_more_than_its_bound() throws IOException {
        var endless = new InputStream() {
            private long left = 3L * Lines.LONGEST;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (left <= 0) {
                    return -1;
                }
                java.util.Arrays.fill(into, from, from + length, (byte) 'x');
                left -= length;
                return length;
            }
        };
        try (var lines = new Lines("log", endless)) {
            assertEquals(true, lines.next());
            assertEquals(true, lines.isCut());
            assertEquals(true, lines.buffer().length <= 2 * Lines.LONGEST);
            assertEquals(false, lines.next());
        }
    }
}
