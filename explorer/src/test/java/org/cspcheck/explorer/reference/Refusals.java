package org.cspcheck.explorer.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;

/**
 * Sets of events and families of refusals as bits.
 *
 * <p>A set of events is an int below 32: bit 0 is the tick, bits 1 to 4 the letters. A family of refusals is an int again: bit X says
 * whether the set X may be refused. Families hold the subsets of their members.
 */
final class Refusals {
    static final int SETS = 32;
    static final int TICK = 1;
    static final int VISIBLE = SETS - 1 - TICK;

    /** No refusal: there is no stable state. */
    static final int NONE = 0;

    /** Everything can be refused. */
    static final int ALL = -1;

    /** What a process that can tick refuses: every set of visible events. */
    static final int WHEN_TICKING = below(VISIBLE);

    private Refusals() {}

    /** {@return the set of this event} */
    static int bit(int event) {
        if (event < Event.TICK || event > Letters.D) {
            throw new IllegalArgumentException("no letter: " + event);
        }
        return 1 << (event - Event.TICK);
    }

    /** {@return the letters that belong to {@code set}} */
    static int bits(EventSet set) {
        int bits = 0;
        for (int letter = Letters.A; letter <= Letters.D; letter++) {
            if (set.contains(letter)) {
                bits |= bit(letter);
            }
        }
        return bits;
    }

    /** {@return the family of all subsets of {@code set}} */
    static int below(int set) {
        int family = 0;
        for (int x = 0; x < SETS; x++) {
            if ((x & ~set) == 0) {
                family |= 1 << x;
            }
        }
        return family;
    }

    /** {@return what a stable state that offers these events refuses} */
    static int offering(int offers) {
        return below(SETS - 1 & ~offers);
    }

    static boolean contains(int family, int set) {
        return (family & 1 << set) != 0;
    }

    /** {@return all X whose image belongs to {@code family}} */
    static int preimage(int family, IntUnaryOperator image) {
        int result = NONE;
        for (int x = 0; x < SETS; x++) {
            if (contains(family, image.applyAsInt(x))) {
                result |= 1 << x;
            }
        }
        return result;
    }

    /** {@return the sets that {@code operation} makes of a member of each family, and their subsets} The operation is monotonic; -1 says none. */
    static int combine(int left, int right, IntBinaryOperator operation) {
        int result = NONE;
        for (int y : largest(left)) {
            for (int z : largest(right)) {
                int set = operation.applyAsInt(y, z);
                result |= set < 0 ? NONE : below(set);
            }
        }
        return result;
    }

    private static List<Integer> largest(int family) {
        var sets = new ArrayList<Integer>();
        for (int x = SETS - 1; x >= 0; x--) {
            int set = x;
            if (contains(family, x) && sets.stream().noneMatch(larger -> (set & ~larger) == 0)) {
                sets.add(x);
            }
        }
        return sets;
    }

    /** {@return the largest refusals, for people} */
    static String text(int family) {
        return largest(family).stream().map(Refusals::setText).toList().toString();
    }

    private static String setText(int set) {
        var text = new StringBuilder("{");
        for (int event = Event.TICK; event <= Letters.D; event++) {
            if ((set & bit(event)) != 0) {
                text.append(text.length() > 1 ? "," : "").append(Letters.name(event));
            }
        }
        return text.append("}").toString();
    }
}
