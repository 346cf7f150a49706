package org.cspcheck.cli;

import java.io.PrintStream;
import java.time.Duration;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.reports.text.Figures;

/**
 * How far the running check has come, on standard error: one line that overwrites itself on a terminal; elsewhere a line every ten seconds
 * if asked for, else nothing.
 *
 * <p>Called by the searching thread; {@link #clear} by the one that reports. Both lock this object, so a line is never torn.
 */
final class ProgressLine implements Progress {
    private static final long TERMINAL_NANOS = 200_000_000L;
    private static final long FILE_NANOS = 10_000_000_000L;
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream err;
    private final boolean terminal;
    private final boolean verbose;
    private final int width;
    private String check = "";
    private long next;
    private long lastStates;
    private double lastSeconds;
    private boolean shown;

    ProgressLine(PrintStream err, boolean terminal, boolean verbose, int width) {
        this.err = err;
        this.terminal = terminal;
        this.verbose = verbose;
        this.width = width;
    }

    synchronized void begin(String name) {
        check = name;
        next = System.nanoTime() + interval();
        lastStates = 0;
        lastSeconds = 0;
    }

    private long interval() {
        return terminal ? TERMINAL_NANOS : FILE_NANOS;
    }

    @Override
    public synchronized void report(Snapshot now) {
        if (!terminal && !verbose || check.isEmpty() || System.nanoTime() - next < 0) {
            return;
        }
        next = System.nanoTime() + interval();
        String figures = figures(now);
        lastStates = now.states();
        lastSeconds = now.seconds();
        if (terminal) {
            err.print(ERASE + fitted(figures));
            shown = true;
        } else {
            err.println(check + ": " + figures);
        }
        err.flush();
    }

    @Override
    public synchronized void remark(String text) {
        clearLine();
        err.println("csp-check: " + check + ": " + text);
        err.flush();
    }

    /** A line that wraps could not be erased: the name is cut first, then the figures from their end. */
    private String fitted(String figures) {
        int room = width - 1 - figures.length() - 2;
        String line = room < 8 ? figures : check.substring(0, Math.min(room, check.length())) + ": " + figures;
        return line.substring(0, Math.min(width - 1, line.length()));
    }

    private String figures(Snapshot now) {
        double seconds = now.seconds() - lastSeconds;
        long perSecond = seconds > 0 ? Math.round((now.states() - lastStates) / seconds) : 0;
        return Figures.count(now.states(), "state")
                + ", " + Figures.count(perSecond) + "/s"
                + ", " + Figures.count(now.frontier()) + " waiting"
                + ", " + done(now)
                + ", " + Figures.size(Memory.now())
                + ", " + Figures.time(Duration.ofMillis(Math.round(now.seconds() * 1000)))
                + ", depth " + Figures.count(now.depth());
    }

    /** How much of it is done, as far as can be guessed. */
    private static String done(Snapshot now) {
        return now.inAll()
                .map(range -> "perhaps " + percent(now.states(), range.most()) + " to " + percent(now.states(), range.least()) + " % done")
                .orElse("? % done");
    }

    /** Rounded down: a search that goes on is not done. */
    private static long percent(long states, long of) {
        return Math.min(99, states * 100 / of);
    }

    /** The check is over: nothing of it stays on a terminal. */
    synchronized void clear() {
        check = "";
        clearLine();
    }

    private void clearLine() {
        if (shown) {
            err.print(ERASE);
            err.flush();
            shown = false;
        }
    }
}
