package org.cspcheck.explorer.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.cspcheck.examples.Examples;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.channel.Channel;
import org.cspcheck.runtime.library.Csp;
import org.junit.jupiter.api.Test;

/** The engine that leaves runs out leads a run of each kind, and begins few in vain. */
class SourceSetsTest {
    private static final int MOST = 1_000;

    /** What was compared: kinds of runs, runs led to their ends, runs begun. */
    record Tally(int networks, long kinds, long whole, long begun) {
        Tally plus(Tally other) {
            return new Tally(networks + other.networks, kinds + other.kinds, whole + other.whole, begun + other.begun);
        }
    }

    static final Tally NONE = new Tally(0, 0, 0, 0);

    /** Compares with all runs, if those are not too many. */
    static Tally compare(String name, Schedules subject, boolean orderSeen) {
        var every = new EveryOrder(subject, orderSeen);
        TreeSet<String> all = every.all(MOST);
        if (all == null) {
            return NONE;
        }
        var found = new TreeSet<String>();
        var teller = new EveryOrder(subject, orderSeen);
        var engine = new SourceSets(subject, orderSeen);
        assertEquals("", engine.explore((_, _, choices) -> found.add(teller.tale(choices)) || true));
        assertEquals(all, found, name);
        if (every.orderAlone()) {
            assertEquals(all.size(), engine.whole(), name);
        }
        return new Tally(1, all.size(), engine.whole(), engine.runs());
    }

    @Test
    void each_kind_of_run_of_a_random_network_is_led() {
        Tally tally = NONE;
        for (long seed = 0; seed < 400; seed++) {
            for (boolean orderSeen : new boolean[] {false, true}) {
                tally = tally.plus(compare("seed " + seed + ", " + orderSeen, RandomNetworksTest.schedules(seed), orderSeen));
            }
        }
        assertTrue(tally.networks == 800 && tally.kinds > 4_000, tally::toString);
        // A process that chooses before it acts sleeps by what it uses in all of its choices, so some kinds are led twice.
        assertTrue(tally.whole < 1.3 * tally.kinds && tally.begun < 1.4 * tally.whole, tally::toString);
    }

    @Test
    void each_kind_of_run_of_an_example_is_led() {
        Tally tally = NONE;
        for (Examples.Example example : Examples.all()) {
            if (example.ends()) {
                for (Schedules subject : List.of(example.schedules(), example.schedules().freeTime())) {
                    tally = tally.plus(compare(example.name(), subject, false)).plus(compare(example.name(), subject, true));
                }
            }
        }
        assertTrue(tally.networks == 18 && tally.whole < 1.1 * tally.kinds && tally.begun < 1.6 * tally.whole, tally::toString);
    }

    static void leads(long whole, long begun, Behaviour network) {
        var engine = new SourceSets(Schedules.of("net", network), false);
        assertEquals("", engine.explore((_, _, _) -> true));
        assertEquals(List.of(whole, begun), List.of(engine.whole(), engine.runs()));
    }

    private static Behaviour writers(int writers) {
        return () -> {
            Channel<Integer> c = Channel.anyToOne("c");
            var processes = new ArrayList<Behaviour>();
            for (int i = 0; i < writers; i++) {
                processes.add(() -> c.out().write(1));
            }
            processes.add(() -> {
                for (int i = 0; i < writers; i++) {
                    c.in().read();
                }
            });
            Csp.par(processes);
        };
    }

    /** Each takes two forks and puts them back, the first one in the other order. */
    private static Behaviour philosophers(int size) {
        return () -> {
            List<Channel<Integer>> taken = new ArrayList<>();
            List<Channel<Integer>> put = new ArrayList<>();
            var processes = new ArrayList<Behaviour>();
            for (int i = 0; i < size; i++) {
                Channel<Integer> take = Channel.anyToOne("take." + i);
                Channel<Integer> back = Channel.anyToOne("put." + i);
                taken.add(take);
                put.add(back);
                processes.add(() -> {
                    for (int use = 0; use < 2; use++) {
                        take.in().read();
                        back.in().read();
                    }
                });
            }
            for (int i = 0; i < size; i++) {
                int first = i == 0 ? 1 : i;
                int second = i == 0 ? 0 : (i + 1) % size;
                processes.add(() -> {
                    taken.get(first).out().write(1);
                    taken.get(second).out().write(1);
                    put.get(first).out().write(1);
                    put.get(second).out().write(1);
                });
            }
            Csp.par(processes);
        };
    }

    @Test
    void where_nobody_races_one_run_is_begun_however_many_things_there_are() {
        leads(1, 1, Scripted.pairs(5));
        leads(1, 1, Scripted.pairs(40));
    }

    /** Each fork goes to one neighbour first and then to the other: 2 to the power of n ways, without the two that go all round the table. */
    @Test
    void philosophers_share_their_forks_in_every_way_that_is_no_circle() {
        leads(2, 2, philosophers(2));
        leads(6, 10, philosophers(3));
        leads(14, 28, philosophers(4));
    }

    @Test
    void writers_of_one_channel_come_in_every_order_and_none_is_begun_in_vain() {
        leads(24, 24, writers(4));
        leads(720, 720, writers(6));
    }
}
