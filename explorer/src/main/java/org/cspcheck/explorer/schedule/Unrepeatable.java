package org.cspcheck.explorer.schedule;

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

    Unrepeatable(String process, String before, String now, String place) {
        super("the run cannot be repeated: at " + place + " of " + process + ", before it was: " + before + "; now it is: " + now);
        this.process = process;
        this.before = before;
        this.now = now;
        this.place = place;
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
