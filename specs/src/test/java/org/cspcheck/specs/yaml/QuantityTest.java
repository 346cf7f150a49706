package org.cspcheck.specs.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @Test
    void sizes_count_in_powers_of_1024() {
        assertEquals(OptionalLong.of(8L << 30), Quantity.bytes("8g"));
        assertEquals(OptionalLong.of(8L << 30), Quantity.bytes("8 GiB"));
        assertEquals(OptionalLong.of(512L << 20), Quantity.bytes("512MB"));
        assertEquals(OptionalLong.of(1536), Quantity.bytes("1.5k"));
        assertEquals(OptionalLong.of(7), Quantity.bytes("7"));
    }

    @Test
    void durations_are_sums_of_numbers_with_units() {
        assertEquals(Optional.of(Duration.ofSeconds(90)), Quantity.duration("1m30s"));
        assertEquals(Optional.of(Duration.ofSeconds(90)), Quantity.duration("1.5 min"));
        assertEquals(Optional.of(Duration.ofMillis(1)), Quantity.duration("1ms"));
        assertEquals(Optional.of(Duration.ofNanos(250_000)), Quantity.duration("250us"));
        assertEquals(Optional.of(Duration.ofDays(1)), Quantity.duration("1d"));
    }

    @Test
    void counts_may_group_their_digits() {
        assertEquals(OptionalLong.of(100_000), Quantity.count("100_000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0s", "-1", "-1s", "10", "1e9", "g", "s", "1 s s", "99999999999999999999", "99999999999999999999d", "1__0"})
    void what_is_no_positive_quantity_is_none(String text) {
        assertEquals(Optional.empty(), Quantity.duration(text));
        assertEquals(text.equals("10"), Quantity.count(text).isPresent());
        assertEquals(text.equals("10"), Quantity.bytes(text).isPresent());
    }
}
