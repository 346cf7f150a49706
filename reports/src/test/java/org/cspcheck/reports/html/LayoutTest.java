package org.cspcheck.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static double distance(Layout layout, int one, int other) {
        return Math.hypot(layout.x(one) - layout.x(other), layout.y(one) - layout.y(other));
    }

    private static List<List<Integer>> ring(int count) {
        return IntStream.range(0, count).mapToObj(i -> List.of((i + 1) % count, (i + count - 1) % count)).toList();
    }

    @Test
    void a_ring_is_drawn_as_a_ring_whatever_the_order_of_its_nodes() {
        Layout layout = Layout.of(List.of(List.of(2, 3), List.of(2, 3), List.of(0, 1), List.of(0, 1)));
        double side = distance(layout, 0, 2);
        assertEquals(side, distance(layout, 2, 1), 0.01);
        assertEquals(side, distance(layout, 1, 3), 0.01);
        assertEquals(side * Math.sqrt(2), distance(layout, 0, 1), 0.01);
    }

    @Test
    void neighbours_lie_a_unit_apart_and_others_farther() {
        Layout line = Layout.of(List.of(List.of(1), List.of(0, 2), List.of(1)));
        assertEquals(1, distance(line, 0, 1), 0.02);
        assertEquals(2, distance(line, 0, 2), 0.04);
    }

    @Test
    void two_hundred_processes_do_not_lie_on_each_other() {
        Layout layout = Layout.of(ring(200));
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < i; j++) {
                assertTrue(distance(layout, i, j) > 0.5, i + " " + j);
            }
        }
    }

    @Test
    void processes_that_nothing_joins_have_places_of_their_own() {
        Layout layout = Layout.of(List.of(List.of(), List.of(), List.of()));
        assertEquals(2, distance(layout, 0, 1), 0.05);
        assertEquals(1, IntStream.of(0).filter(i -> Layout.of(List.of(List.of())).x(i) < 2).count());
    }
}
