package org.cspcheck.runtime.carrier;

/** A fiber would have given up control inside {@code synchronized}, where all fibers share a thread. */
public final class MonitorKept extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String around;

    MonitorKept(String around) {
        super("gives up control inside synchronized", null, false, false);
        this.around = around;
    }

    /** {@return the monitors that the driving thread holds around the whole run, which may be the ones; empty if it holds none} */
    public String around() {
        return around;
    }
}
