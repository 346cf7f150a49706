package org.cspcheck.specs.evaluate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.cspcheck.model.value.Compound;
import org.cspcheck.model.value.Dots;
import org.cspcheck.model.value.Value;

/**
 * Matching a dotted pattern: each part takes one item of the value, the last takes all that is left.
 *
 * <p>A part that is a constructor or channel opens a value that begins with it, so its fields are the next items: {@code A.x} takes
 * {@code x} from {@code A.1}, and {@code B.A.x} takes {@code 1.2} from {@code B.(A.1).2}.
 */
final class DotMatch {
    private final Deque<Value> items;

    DotMatch(List<Value> items) {
        this.items = new ArrayDeque<>(items);
    }

    boolean match(List<Matcher> parts, Value[] frame) {
        for (int i = 0; i < parts.size() - 1; i++) {
            if (!matchNext(parts.get(i), frame)) {
                return false;
            }
        }
        return matchRest(parts.getLast(), frame);
    }

    private boolean matchNext(Matcher part, Value[] frame) {
        if (items.isEmpty()) {
            return false;
        }
        if (part instanceof Matcher.Head(var symbol)) {
            return items.peek() instanceof Compound compound && compound.symbol() == symbol && open();
        }
        int width = Matcher.OfDots.width(part);
        while (items.size() < width + 1 && items.peek() instanceof Compound compound && compound.size() > 0) {
            Compound bare = compound.symbol().bare();
            open();
            items.push(bare);
        }
        if (items.size() < width) {
            return false;
        }
        Value taken = items.pop();
        for (int i = 1; i < width; i++) {
            taken = Dots.dot(taken, items.pop());
        }
        return part.match(taken, frame);
    }

    private boolean matchRest(Matcher part, Value[] frame) {
        if (items.isEmpty()) {
            return false;
        }
        return part.match(items.stream().reduce(Dots::dot).orElseThrow(), frame);
    }

    /** Replaces the compound in front by its fields. */
    private boolean open() {
        Compound compound = (Compound) items.pop();
        for (int i = compound.size() - 1; i >= 0; i--) {
            items.push(compound.field(i));
        }
        return true;
    }
}
