package org.cspcheck.reports.text;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.cspcheck.model.verdict.Profile;
import org.cspcheck.model.verdict.Profile.Component;

/**
 * The components of a profile as far as people want to know.
 *
 * @param told those that took most, the slowest first
 * @param others how many are not told
 * @param rest what they took together
 */
public record SlowComponents(List<Component> told, int others, Duration rest) {
    private static final int MOST = 12;
    private static final int FEWEST = 3;

    /** Of the whole time; what took less is not told by itself. */
    private static final double NOTHING = 0.005;

    public static SlowComponents of(Profile profile) {
        List<Component> slowest = profile.components().stream().sorted(Comparator.comparing(Component::time).reversed()).toList();
        double nothing = profile.total().toNanos() * NOTHING;
        long worth = slowest.stream().filter(component -> component.time().toNanos() > nothing).count();
        int told = (int) Math.min(Math.clamp(worth, FEWEST, MOST), slowest.size());
        List<Component> rest = slowest.subList(told, slowest.size());
        return new SlowComponents(slowest.subList(0, told), rest.size(), rest.stream().map(Component::time).reduce(Duration.ZERO, Duration::plus));
    }

    /** {@return 12.5 %; empty where there is no whole} */
    public static String share(Duration time, Duration whole) {
        return whole.isZero() ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * time.toNanos() / whole.toNanos());
    }
}
