package org.cspcheck.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void counts_are_grouped() {
        assertEquals("0", Figures.count(0));
        assertEquals("999", Figures.count(999));
        assertEquals("1,234,567", Figures.count(1_234_567));
        assertEquals("-123,456", Figures.count(-123_456));
        assertEquals("1 state", Figures.count(1, "state"));
        assertEquals("1,000 states", Figures.count(1000, "state"));
    }

    @Test
    void times_have_three_digits_that_matter() {
        assertEquals("0.00 s", Figures.time(Duration.ofMillis(4)));
        assertEquals("9.99 s", Figures.time(Duration.ofMillis(9_990)));
        assertEquals("10.0 s", Figures.time(Duration.ofMillis(9_999)));
        assertEquals("59.9 s", Figures.time(Duration.ofMillis(59_900)));
        assertEquals("1 min 00 s", Figures.time(Duration.ofMillis(59_990)));
        assertEquals("2 min 05 s", Figures.time(Duration.ofSeconds(125)));
        assertEquals("1 h 01 min", Figures.time(Duration.ofSeconds(3_700)));
    }

    @Test
    void sizes_are_powers_of_1024() {
        assertEquals("1023 B", Figures.size(1023));
        assertEquals("1.0 KB", Figures.size(1024));
        assertEquals("1.5 GB", Figures.size(3L << 29));
        assertEquals("8.0 EB", Figures.size(Long.MAX_VALUE));
    }
}
