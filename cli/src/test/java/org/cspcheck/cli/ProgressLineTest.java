package org.cspcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cspcheck.explorer.search.Progress.Snapshot;
import org.cspcheck.model.verdict.Outlook.Range;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private Optional<Range> inAll = Optional.empty();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private String told(boolean terminal, int width, String check) throws InterruptedException {
        err.reset();
        var line = new ProgressLine(new PrintStream(err, true, StandardCharsets.UTF_8), terminal, false, width);
        line.begin(check);
        line.report(new Snapshot(1, 1, 1, 1, Optional.empty(), 0.1));
        Thread.sleep(210);
        line.report(new Snapshot(1_234_567, 9, 12, 345, inAll, 1.0));
        line.clear();
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_terminal_gets_one_line_that_goes_when_the_check_is_over() throws InterruptedException {
        String told = told(true, 120, "deadlock free");
        String erase = "\r\u001b[K";
        assertTrue(told.startsWith(erase + "deadlock free: 1,234,567 states, 1,234,567/s, 345 waiting, ? % done, "), told);
        assertTrue(told.endsWith(" 1.00 s, depth 12" + erase), told);
        assertEquals(3, told.split("\r", -1).length, told);
    }

    @Test
    void how_much_is_done_is_a_range_that_never_says_all() throws InterruptedException {
        inAll = Optional.of(new Range(1_234_567, 4_938_268));
        assertTrue(told(true, 120, "deadlock free").contains(", perhaps 25 to 99 % done, "));
    }

    @Test
    void the_line_never_wraps() throws InterruptedException {
        for (int width : new int[] {40, 70, 90}) {
            String line = told(true, width, "a name of a check that takes more than the line has").split("\r\u001b\\[K")[1];
            assertTrue(line.length() < width, line);
        }
    }

    @Test
    void a_file_gets_nothing_unless_asked_for() throws InterruptedException {
        assertEquals("", told(false, 100, "deadlock free"));
    }
}
