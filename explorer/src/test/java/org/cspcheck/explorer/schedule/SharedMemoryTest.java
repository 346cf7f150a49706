package org.cspcheck.explorer.schedule;

import static org.cspcheck.runtime.library.Csp.par;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.channel.Channel;
import org.junit.jupiter.api.Test;

/** What exploration says of objects that processes share beside channels: all orders if the object says when it is used, else not all. */
class SharedMemoryTest {
    private static final Set<String> BOTH = Set.of("a.put.1", "b.put.2", "a.put.2", "b.put.1");

    /** Shared memory under a lock, of which the scheduler does not know. */
    private static final class Silent {
        private int count;

        synchronized int next() {
            return ++count;
        }
    }

    /** The same, which says when it is used and what it holds. */
    private static final class Said implements Shared {
        private final Scheduler scheduler = Scheduler.current();
        private int count;

        Said() {
            scheduler.made(this);
        }

        int next() {
            scheduler.interleave(this);
            scheduler.learned(++count);
            return count;
        }

        @Override
        public Object state() {
            return count;
        }
    }

    /** Two processes take a number each, and show it where the other one does not look. */
    private static Schedules ticketsFrom(boolean said) {
        Behaviour network = () -> {
            Channel<Integer> a = Channel.buffered("a", 1);
            Channel<Integer> b = Channel.buffered("b", 1);
            if (said) {
                var tickets = new Said();
                par(() -> a.out().write(tickets.next()), () -> b.out().write(tickets.next()));
            } else {
                var tickets = new Silent();
                par(() -> a.out().write(tickets.next()), () -> b.out().write(tickets.next()));
            }
        };
        return Schedules.of("net", network);
    }

    private static Set<String> events(Exploration exploration) {
        assertEquals("", exploration.gaveUp());
        return new TreeSet<>(exploration.events());
    }

    @Test
    void who_takes_a_number_first_is_open_if_the_object_says_that_it_is_used() {
        assertEquals(BOTH, events(ticketsFrom(true).everyRun()));
        assertEquals(BOTH, events(ticketsFrom(true).everyState()));
    }

    /** The runs differ in nothing that steps are known to use, so one stands for both. This is a limit, not a promise: see docs/internals/schedules.md. */
    @Test
    void of_memory_that_processes_share_in_secret_not_all_orders_are_led() {
        assertEquals(Set.of("a.put.1", "b.put.2"), events(ticketsFrom(false).everyRun()));
    }

    /** Nobody else runs between the head and the end of a block in which nothing is communicated. */
    @Test
    void a_block_without_communication_is_never_interrupted() {
        Schedules subject = Schedules.of("net", () -> {
            Channel<Integer> seen = Channel.buffered("seen", 2);
            var lock = new Object();
            var count = new int[1];
            Behaviour process = () -> {
                int mine;
                synchronized (lock) {
                    int before = count[0];
                    Thread.yield();
                    count[0] = before + 1;
                    mine = count[0];
                }
                seen.out().write(mine);
            };
            par(process, process);
        });
        assertEquals(Set.of("seen.put.1", "seen.put.2"), events(subject.everyRun()));
    }
}
