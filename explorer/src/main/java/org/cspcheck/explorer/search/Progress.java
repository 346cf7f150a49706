package org.cspcheck.explorer.search;

import java.util.Optional;
import org.cspcheck.model.verdict.Outlook;

/** Hears now and then how far a search has come; called by the searching thread, a few times a second at the most. */
@FunctionalInterface
public interface Progress {
    /**
     * How far a search has come.
     *
     * @param states distinct states so far
     * @param transitions steps out of the states expanded so far
     * @param depth steps from the start to the states that are being expanded
     * @param frontier states found and not expanded
     * @param inAll how many distinct states there may be, if that can be guessed
     * @param seconds since the search began
     */
    record Snapshot(long states, long transitions, int depth, long frontier, Optional<Outlook.Range> inAll, double seconds) {}

    void report(Snapshot snapshot);

    /** Something that people should know: a sentence without its stop. */
    default void remark(String text) {}

    Progress SILENT = snapshot -> {};
}
