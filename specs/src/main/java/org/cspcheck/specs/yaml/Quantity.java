package org.cspcheck.specs.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts, durations and sizes as people write them: {@code 100_000}, {@code 10m}, {@code 8g}. */
public final class Quantity {
    private static final Pattern COUNT = Pattern.compile("[0-9]+(_[0-9]+)*");
    private static final Pattern SIZE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) *([kmgt]?)(?:i?b)?");
    private static final Pattern DURATION = Pattern.compile("(?:[0-9]+(?:\\.[0-9]+)? *(?:ns|us|µs|ms|s|min|m|h|d) *)+");
    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) *(ns|us|µs|ms|s|min|m|h|d)");

    /** Longer texts are no quantities; it also keeps the patterns from long work. */
    private static final int MAX_LENGTH = 60;

    private Quantity() {}

    /** {@return a positive number, digits grouped by underscores if one likes} */
    public static OptionalLong count(String text) {
        return text.length() <= MAX_LENGTH && COUNT.matcher(text).matches()
                ? positive(new BigDecimal(text.replace("_", "")))
                : OptionalLong.empty();
    }

    /** {@return a positive number of bytes; k, m, g and t are powers of 1024, in either case, with or without B or iB} */
    public static OptionalLong bytes(String text) {
        Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (text.length() > MAX_LENGTH || !size.matches()) {
            return OptionalLong.empty();
        }
        long unit = size.group(2).isEmpty() ? 1 : 1L << 10 * (1 + "kmgt".indexOf(size.group(2)));
        return positive(new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(unit)));
    }

    /** {@return a positive length of time: numbers, each with its unit from ns to d, as in {@code 1m30s}} */
    public static Optional<Duration> duration(String text) {
        if (text.length() > MAX_LENGTH || !DURATION.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            nanos = nanos.add(new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(nanosOf(parts.group(2)))));
        }
        OptionalLong whole = positive(nanos);
        return whole.isPresent() ? Optional.of(Duration.ofNanos(whole.getAsLong())) : Optional.empty();
    }

    private static long nanosOf(String unit) {
        return switch (unit) {
            case "ns" -> 1L;
            case "us", "µs" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m", "min" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            case "d" -> 86_400_000_000_000L;
            default -> throw new IllegalArgumentException(unit);
        };
    }

    private static OptionalLong positive(BigDecimal number) {
        boolean fits = number.compareTo(BigDecimal.ONE) >= 0 && number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return fits ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }
}
