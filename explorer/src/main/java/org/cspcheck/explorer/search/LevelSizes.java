package org.cspcheck.explorer.search;

import java.util.Arrays;
import java.util.Optional;
import org.cspcheck.model.verdict.Outlook;

/**
 * How many states the levels of a search have, and how many there may be in all: a guess that is mostly right within a factor of two, once there is one.
 *
 * <p>The levels of most state spaces grow and then shrink as a bell does (see also Pelánek and Šimeček, <i>Estimating state space parameters</i>,
 * 2008). The logarithm of a bell is a parabola. So one is fitted to the logarithms of the last
 * quarter, the last half, and all of the levels; each is continued from the last level until less than a state is left. Where one of them does not
 * bend down, or where they disagree by more than a factor, nothing is said: that is so while growth is steady, and on a plateau. Otherwise the range is
 * from half of the least that is left to twice the most. What cannot be foreseen is a second hill behind the first.
 */
final class LevelSizes {
    private static final int FEWEST_LEVELS = 13;
    private static final int FEWEST_FITTED = 5;
    private static final double DOUBT = 2;

    /** A range in all that is wider says nothing. */
    private static final double WIDEST = 4;

    private double[] logarithms = new double[64];
    private int count;
    private long known;

    /** A level is entered; with it there are so many states. */
    void add(long size, long states) {
        if (count == logarithms.length) {
            logarithms = Arrays.copyOf(logarithms, 2 * count);
        }
        logarithms[count++] = Math.log(size);
        known = states;
    }

    /** {@return how many states there may be, of which so many were found; empty if the levels do not tell} */
    Optional<Outlook.Range> inAll(long found) {
        if (count < FEWEST_LEVELS) {
            return Optional.empty();
        }
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int part = 4; part >= 1; part /= 2) {
            double left = left(Math.max(FEWEST_FITTED, count / part));
            least = Math.min(least, left);
            most = Math.max(most, left);
        }
        double low = known + least / DOUBT;
        double high = known + most * DOUBT;
        return high / low <= WIDEST
                ? Optional.of(new Outlook.Range(Math.max(found, Math.round(low)), Math.max(found, Math.round(high))))
                : Optional.empty();
    }

    /** States behind the last level by the parabola through the last so many levels; infinite if it does not end. */
    private double left(int levels) {
        double middle = (levels - 1) / 2.0;
        double squares = 0;
        double fourths = 0;
        double sum = 0;
        double moment = 0;
        double second = 0;
        for (int i = 0; i < levels; i++) {
            double x = i - middle;
            double y = logarithms[count - levels + i];
            squares += x * x;
            fourths += x * x * x * x;
            sum += y;
            moment += x * y;
            second += x * x * y;
        }
        double bend = (levels * second - squares * sum) / (levels * fourths - squares * squares);
        double slope = moment / squares + 2 * bend * middle;
        return bend < 0 ? continued(slope, bend) : Double.POSITIVE_INFINITY;
    }

    private double continued(double slope, double bend) {
        double last = Math.exp(logarithms[count - 1]);
        double left = 0;
        for (long k = 1; left < WIDEST * known; k++) {
            double size = last * Math.exp(slope * k + bend * k * k);
            if (size < 1 && slope + bend * k < 0) {
                return left;
            }
            left += size;
        }
        return Double.POSITIVE_INFINITY;
    }
}
