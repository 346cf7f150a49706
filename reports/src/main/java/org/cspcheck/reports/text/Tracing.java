package org.cspcheck.reports.text;

/** How much of a run is told. */
public enum Tracing {
    /** Visible events each for itself; hidden steps drawn together, long repetitions told once. */
    CHANGES,
    /** Every step. */
    FULL
}
