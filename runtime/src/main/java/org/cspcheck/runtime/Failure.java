package org.cspcheck.runtime;

/** A process failed: thrown by the PAR that it was a branch of, once the other branches have ended. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String process;

    /** @param process the path of the process that failed */
    public Failure(String process, Throwable cause) {
        super(process + " failed: " + cause, cause);
        this.process = process;
    }

    /** {@return the path of the process that failed first, {@code network/worker(3)}} */
    public String process() {
        return process;
    }

    /** {@return {@code thrown}, or what a branch further down reported, as a failure of a process} */
    public static Failure of(Tasklet process, Throwable thrown) {
        return thrown instanceof Failure failure ? failure : new Failure(process.path(), thrown);
    }
}
