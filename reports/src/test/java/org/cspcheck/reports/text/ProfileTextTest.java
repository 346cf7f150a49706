package org.cspcheck.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cspcheck.model.verdict.Profile;
import org.cspcheck.model.verdict.Profile.Component;
import org.cspcheck.model.verdict.Profile.Stage;
import org.junit.jupiter.api.Test;

class ProfileTextTest {
    private static Component component(String name, int millis) {
        return new Component(name, "sbisim", Map.of(Stage.UNFOLDING, Duration.ofMillis(millis)), Optional.of(new Profile.Size(1000, 2000, 10, 20)));
    }

    @Test
    void stages_come_in_order_with_their_shares_and_components_by_their_time() {
        var profile = new Profile(
                Map.of(Stage.SEARCHING, Duration.ofMillis(3000), Stage.UNFOLDING, Duration.ofMillis(1000)),
                List.of(
                        component("LESS", 400),
                        component("MORE", 600),
                        new Component("HUGE", "", Map.of(Stage.EVALUATING, Duration.ofMillis(300)), Optional.empty())));
        assertEquals(
                """
                    Where the time went (4.00 s in all)
                      unfolding         1.00 s  25.0 %
                      searching         3.00 s  75.0 %
                      component  by        states  left  transitions  left  evaluating  unfolding  minimising
                      MORE       sbisim     1,000    10        2,000    20                 0.60 s
                      LESS       sbisim     1,000    10        2,000    20                 0.40 s
                      HUGE               given up                               0.30 s

                """,
                ProfileText.of(profile, Page.PLAIN).replaceAll("(?m)^ {4}", "    "));
    }

    @Test
    void components_that_took_next_to_nothing_are_counted_together() {
        List<Component> many = IntStream.range(0, 100).mapToObj(i -> component("P(" + i + ")", i < 5 ? 100 : 1)).toList();
        String text = ProfileText.of(new Profile(Map.of(Stage.UNFOLDING, Duration.ofMillis(595)), many), Page.PLAIN);
        assertEquals(5, text.lines().filter(line -> line.contains("P(")).count(), text);
        assertTrue(text.contains("      and 95 others: 0.10 s together\n"), text);
    }
}
