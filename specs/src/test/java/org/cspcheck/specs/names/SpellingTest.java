package org.cspcheck.specs.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpellingTest {
    @Test
    void one_letter_more_less_other_or_swapped_is_one_slip() {
        for (String slip : List.of("cofee", "cooffee", "coffie", "cofefe", "Coffee")) {
            assertEquals(slip.equals("Coffee") ? 0 : 1, Spelling.distance(slip, "coffee", 9), slip);
        }
        assertEquals(3, Spelling.distance("kitten", "sitting", 9));
    }

    @Test
    void only_near_names_are_proposed() {
        assertEquals(Optional.of("PHIL"), Spelling.nearest("PHLI", List.of("FORK", "PHIL", "TABLE")));
        assertEquals(Optional.empty(), Spelling.nearest("a", List.of("b", "c")));
        assertEquals(Optional.empty(), Spelling.nearest("deadlock", List.of("livelock")));
    }
}
