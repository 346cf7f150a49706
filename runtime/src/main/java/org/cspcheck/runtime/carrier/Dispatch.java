package org.cspcheck.runtime.carrier;

/** Says whose turn it is. */
public interface Dispatch {
    /** {@return the fiber that runs now; null when no fiber can, which gives control back to the driving thread} */
    Fiber next();
}
