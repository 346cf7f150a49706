package org.cspcheck.explorer.schedule;

import org.cspcheck.model.source.Diagnostic;

/**
 * The network does something else when it is run again with the same answers: its code depends on something beside them, such as shared
 * mutable objects that outlive a run, the time of day, or random numbers.
 */
public final class Unrepeatable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String process;
    private final String before;
    private final String now;
    private final String place;
    private final transient Diagnostic diagnostic;

    Unrepeatable(String process, String before, String now, String place) {
        this(process, before, now, place, Diagnostic.error("CSP0724", null,
                        "the network does not do the same again: at " + place + ", after a step of " + process + ", before it came to " + before + "; now to " + now)
                .because("the code was run again with the same answers; it uses a clock, chance, other threads, or something that outlives the run")
                .tryThis("build everything inside of the network's lambda; ask the network: `choose(name, n)` for chance, timers for time"));
    }

    private Unrepeatable(String process, String before, String now, String place, Diagnostic diagnostic) {
        super(diagnostic.message() + " [" + diagnostic.code() + "]\n  " + diagnostic.cause() + "\n  " + diagnostic.hint());
        this.diagnostic = diagnostic;
        this.process = process;
        this.before = before;
        this.now = now;
        this.place = place;
    }

    /** {@return the mistake as those in specs are told: what, why it usually happens, what to try} */
    public Diagnostic diagnostic() {
        return diagnostic;
    }

    /** {@return the path of the process that ran last} */
    public String process() {
        return process;
    }

    /** {@return what stood open there the first time} */
    public String before() {
        return before;
    }

    /** {@return what stands open there this time} */
    public String now() {
        return now;
    }

    /** {@return where it shows: the number of the choice, and the line of code if it is known} */
    public String place() {
        return place;
    }

    /** {@return the difference, found by the process that calls or between two turns} */
    static Unrepeatable found(String process, Offer before, String now, int choice) {
        String line = StackWalker.getInstance().walk(frames -> frames
                .filter(frame -> !frame.getClassName().matches("(org\\.cspcheck\\.(runtime|explorer)|java|jdk)\\..*") || frame.getClassName().contains("Test"))
                .findFirst()
                .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse(""));
        return new Unrepeatable(process, before.said().text(), now, "choice " + choice + line);
    }
}
