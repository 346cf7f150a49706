package org.cspcheck.model.event;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The pairs of a linked parallel, {@code P [a <-> b, c <-> d] Q}: an event of the left process on the left, one of the right on the right.
 */
public final class Links {
    /** One pair: the two move together. */
    public record Link(int left, int right) {}

    private final Set<Link> pairs;
    private final Set<Integer> left = new HashSet<>();
    private final Set<Integer> right = new HashSet<>();

    /** @param pairs in the order written; repetitions are dropped */
    public Links(List<Link> pairs) {
        this.pairs = new LinkedHashSet<>(pairs);
        for (Link link : pairs) {
            left.add(link.left);
            right.add(link.right);
        }
    }

    /** {@return the pairs in the order written} */
    public List<Link> pairs() {
        return List.copyOf(pairs);
    }

    public boolean links(int leftEvent, int rightEvent) {
        return pairs.contains(new Link(leftEvent, rightEvent));
    }

    public boolean linksLeft(int event) {
        return left.contains(event);
    }

    public boolean linksRight(int event) {
        return right.contains(event);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Links that && pairs.equals(that.pairs);
    }

    @Override
    public int hashCode() {
        return pairs.hashCode();
    }
}
