package org.cspcheck.runtime.channel;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Poisoned;
import org.cspcheck.runtime.Trial;
import org.junit.jupiter.api.Test;

/** What poison means, for each kind of channel. */
class PoisonTest {
    /** A kind of channel, and what it holds after 1, 2, 3 were written and before anybody read. */
    private enum Kind {
        ONE_TO_ONE(() -> Channel.oneToOne("c"), 0),
        ANY_TO_ONE(() -> Channel.anyToOne("c"), 0),
        ONE_TO_ANY(() -> Channel.oneToAny("c"), 0),
        ANY_TO_ANY(() -> Channel.anyToAny("c"), 0),
        BUFFERED(() -> Channel.buffered("c", 3), 3, 1, 2, 3),
        OVERWRITING(() -> Channel.overwriting("c", 2), 3, 2, 3),
        DROPPING(() -> Channel.dropping("c", 2), 3, 1, 2),
        LINK(() -> Channel.link("c", 3), 3, 1, 2, 3);

        private final Supplier<Channel<Integer>> make;
        private final int writes;
        private final List<Integer> held;

        Kind(Supplier<Channel<Integer>> make, int writes, Integer... held) {
            this.make = make;
            this.writes = writes;
            this.held = List.of(held);
        }

        Channel<Integer> filled() {
            Channel<Integer> channel = make.get();
            for (int i = 1; i <= writes; i++) {
                channel.out().write(i);
            }
            return channel;
        }
    }

    private final List<Object> seen = new ArrayList<>();

    private void until(Behaviour behaviour) {
        try {
            while (true) {
                behaviour.run();
            }
        } catch (Poisoned poisoned) {
            seen.add(poisoned.channel());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** For each kind, under some orders; the network ends of itself each time. */
    private void each(java.util.function.Function<Kind, Behaviour> net, java.util.function.Function<Kind, List<Object>> expected) {
        for (Kind kind : Kind.values()) {
            for (int seed = 0; seed < 10; seed++) {
                seen.clear();
                assertEquals(new Ending.Terminated(), Trial.of(Oracle.random(seed), net.apply(kind)).ending(), kind.name());
                assertEquals(expected.apply(kind), seen, kind + ", seed " + seed);
            }
        }
    }

    private static List<Object> then(List<?> values, Object... more) {
        var all = new ArrayList<Object>(values);
        all.addAll(List.of(more));
        return all;
    }

    @Test
    void poison_from_the_writer_lets_readers_have_what_is_held() {
        each(kind -> () -> {
            Channel<Integer> c = kind.filled();
            c.out().poison();
            c.out().poison();
            until(() -> seen.add(c.in().read()));
            until(() -> c.out().write(9));
        }, kind -> then(kind.held, "c", "c"));
    }

    @Test
    void poison_from_the_reader_drops_what_is_held() {
        each(kind -> () -> {
            Channel<Integer> c = kind.filled();
            c.in().poison();
            until(() -> seen.add(c.in().read()));
            until(() -> c.out().write(9));
        }, kind -> List.of("c", "c"));
    }

    @Test
    void who_waits_to_read_is_woken() {
        each(kind -> () -> {
            Channel<Integer> c = kind.make.get();
            par(() -> until(() -> seen.add(c.in().read())), () -> {
                sleep(Duration.ofMillis(1));
                c.out().poison();
            });
        }, kind -> List.of("c"));
    }

    @Test
    void who_waits_to_write_is_woken() {
        each(kind -> () -> {
            Channel<Integer> c = kind.make.get();
            par(() -> until(() -> {
                c.out().write(1);
                sleep(Duration.ofNanos(1));
            }), () -> {
                sleep(Duration.ofMillis(1));
                c.in().poison();
            });
        }, kind -> List.of("c"));
    }

    @Test
    void both_alternatives_are_told_whether_they_wait_or_come_later() {
        for (boolean registered : List.of(false, true)) {
            each(kind -> () -> {
                Channel<Integer> c = kind.make.get();
                Channel<Integer> never = Channel.oneToOne("never");
                Behaviour reader = () -> {
                    Alternative.Builder both = Alternative.fair().in(never.in(), seen::add).in(c.in(), seen::add);
                    Alternative next = registered ? both.registered() : both.transputer();
                    until(next::select);
                    until(next::select);
                };
                par(reader, () -> {
                    sleep(Duration.ofMillis(1));
                    c.out().poison();
                });
            }, kind -> List.of("c", "c"));
        }
    }
}
