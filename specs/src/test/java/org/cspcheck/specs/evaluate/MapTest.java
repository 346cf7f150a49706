package org.cspcheck.specs.evaluate;

import static org.cspcheck.specs.evaluate.Definitions.place;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Maps. */
class MapTest {
    private final Definitions script = Definitions.of("m = mapFromList(<(1,\"one\"),(2,\"two\")>)");

    @Test
    void the_last_of_two_entries_with_one_key_wins() {
        script.hold("mapLookup(mapFromList(<(1,1),(1,2)>), 1) == 2", "mapLookup(mapUpdate(m, 1, \"uno\"), 1) == \"uno\"");
        script.hold("mapLookup(mapUpdateMultiple(emptyMap, <(1,1),(1,3)>), 1) == 3");
    }

    @Test
    void an_update_leaves_the_old_map_alone() {
        script.hold("(let n = mapUpdate(m, 3, \"three\") within mapMember(n, 3) and not mapMember(m, 3))");
    }

    @Test
    void maps_with_the_same_entries_are_equal_whatever_the_order_of_making() {
        script.hold("mapFromList(<(1,0),(2,0)>) == mapFromList(<(2,0),(1,0)>)", "m != emptyMap", "mapDelete(mapDelete(m,1),2) == emptyMap");
        script.hold("(| 1 => 2, 3 => 4 |) == mapFromList(<(3,4),(1,2)>)", "(| |) == emptyMap", "card({m, mapFromList(mapToList(m))}) == 1");
    }

    @Test
    void entries_come_in_the_order_of_their_keys() {
        script.hold("mapToList(mapFromList(<(2,0),(1,0)>)) == <(1,0),(2,0)>");
    }

    @Test
    void the_maps_over_two_sets_are_all_partial_ones() {
        script.hold("card(Map({1,2},{0,1})) == 9", "member((| 1 => 0 |), Map({1,2},{0}))", "not member((| 3 => 0 |), Map({1,2},{0}))");
    }

    @Test
    void looking_up_what_is_not_there_is_an_error() {
        assertEquals("CSP0619 expression:1:1", place(script.mistake("mapLookup(m, 3)")));
    }

}
