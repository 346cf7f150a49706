package org.cspcheck.model.verdict;

import java.util.Optional;

/**
 * What may be left of a search that a limit has stopped.
 *
 * @param waiting states that were found and not looked at
 * @param inAll how many distinct states there may be, those that were found included: an estimate, never a bound; empty where nothing suggests one
 */
public record Outlook(long waiting, Optional<Range> inAll) {
    /** From least to most, both included. */
    public record Range(long least, long most) {}
}
