package org.cspcheck.model.event;

import java.util.List;

/**
 * The pairs of a linked parallel, {@code P [a <-> b, c <-> d] Q}: an event of the left process on the left, one of the right on the right.
 *
 * @param pairs in the order written, without repetition
 */
public record Links(List<Link> pairs) {
    /** One pair: the two move together. */
    public record Link(int left, int right) {}

    public Links {
        pairs = pairs.stream().distinct().toList();
    }

    public boolean linksLeft(int event) {
        return pairs.stream().anyMatch(link -> link.left == event);
    }

    public boolean linksRight(int event) {
        return pairs.stream().anyMatch(link -> link.right == event);
    }
}
