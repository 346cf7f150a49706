package org.cspcheck.runtime;

import static org.cspcheck.runtime.library.Csp.par;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;
import org.cspcheck.runtime.library.Csp;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private final List<Integer> seen = new ArrayList<>();

    /** Two writers that are always ready, and a fair reader. */
    private Behaviour fairReader(int times) {
        return () -> {
            Channel<Integer> a = Channel.oneToOne("a");
            Channel<Integer> b = Channel.oneToOne("b");
            par(
                    () -> Csp.loop(0, i -> {
                        a.out().write(0);
                        return i;
                    }),
                    () -> Csp.loop(0, i -> {
                        b.out().write(1);
                        return i;
                    }),
                    () -> {
                        Csp.giveWay();
                        Alternative fair = Alternative.fair().in(a.in(), seen::add).in(b.in(), seen::add).transputer();
                        for (int i = 0; i < times; i++) {
                            fair.select();
                        }
                        a.in().poison();
                        b.in().poison();
                    });
        };
    }

    @Test
    void a_policy_of_firsts_is_never_asked() {
        assertTrue(new Policy(Oracle.first(), Oracle.first(), Oracle.first(), Oracle.first()).alwaysFirst());
        assertFalse(new Policy(Oracle.first(), Oracle.random(1), Oracle.first(), Oracle.first()).alwaysFirst());
    }

    @Test
    void alternatives_can_be_made_to_prefer_their_first_branch() {
        Trial.of(new Policy(Oracle.first(), Policy.firstAsWritten(), Oracle.first(), Oracle.first()), fairReader(2));
        assertEquals(0, seen.get(0));
        seen.clear();
        Trial.of(Oracle.first(), fairReader(4));
        assertEquals(List.of(0, 1, 0, 1), seen);
    }

    @Test
    void policies_have_names() {
        assertTrue(Policy.named("fifo", 0).alwaysFirst());
        assertFalse(Policy.named("random", 0).alwaysFirst());
        assertEquals("there is no policy lifo; there are fifo, fair, deadline, priority, random, pct",
                assertThrows(IllegalArgumentException.class, () -> Policy.named("lifo", 0)).getMessage());
    }

    @Test
    void pct_finds_a_lost_update_that_the_default_order_does_not_show() {
        int[] counter = new int[1];
        Behaviour increment = () -> {
            int read = counter[0];
            Csp.giveWay();
            counter[0] = read + 1;
        };
        Behaviour network = () -> par(() -> {
            increment.run();
        }, () -> {
            Csp.giveWay();
            Csp.giveWay();
            increment.run();
        });
        var results = new TreeSet<Integer>();
        Trial.of(network);
        assertEquals(2, counter[0]);
        for (int seed = 0; seed < 30; seed++) {
            counter[0] = 0;
            Trial.of(Policy.pct(seed, 2, 6), network);
            results.add(counter[0]);
        }
        assertEquals(new TreeSet<>(List.of(1, 2)), results);
    }
}
