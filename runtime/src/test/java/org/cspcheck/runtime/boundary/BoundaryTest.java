package org.cspcheck.runtime.boundary;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.cspcheck.runtime.library.Csp.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Poisoned;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.Snapshot;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BoundaryTest {
    private final List<Object> seen = new ArrayList<>();

    private static Ending run(Behaviour main) {
        return Scheduler.run(Settings.production(), "net", main);
    }

    private static void inThread(Behaviour behaviour) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                behaviour.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void values_from_a_thread_arrive_in_order_and_the_end_is_told() {
        Ending ending = run(() -> {
            var inlet = new Inlet<Integer>("in", 2);
            inThread(() -> {
                for (int i = 0; i < 100; i++) {
                    inlet.send(i);
                }
                inlet.close();
            });
            while (true) {
                seen.add(inlet.read());
            }
        });
        assertEquals(new Ending.Terminated(), ending);
        assertEquals(100, seen.size());
        assertEquals(99, seen.getLast());
    }

    @Test
    void an_inlet_is_a_branch_of_both_alternatives() {
        for (boolean registered : List.of(true, false)) {
            seen.clear();
            run(() -> {
                var inlet = new Inlet<Integer>("in", 1);
                Channel<Integer> never = Channel.oneToOne("never");
                inThread(() -> {
                    for (int i = 0; i < 10; i++) {
                        inlet.send(i);
                    }
                    inlet.close();
                });
                var builder = Alternative.fair().in(inlet, seen::add).in(never.in(), seen::add);
                Alternative alternative = registered ? builder.registered() : builder.transputer();
                while (true) {
                    alternative.select();
                }
            });
            assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), seen);
        }
    }

    @Test
    void the_network_goes_on_while_a_call_blocks() {
        var latch = new CountDownLatch(1);
        run(() -> par(
                () -> seen.add(Blocking.call(() -> {
                    latch.await();
                    return "answer";
                })),
                () -> {
                    seen.add("other");
                    latch.countDown();
                }));
        assertEquals(List.of("other", "answer"), seen);
    }

    @Test
    void a_blocking_call_that_fails_fails_its_process() {
        Ending ending = run(() -> par(process("reader", () -> Blocking.call(() -> {
            throw new java.io.IOException("gone");
        }))));
        assertEquals("net/reader failed: java.io.IOException: gone", assertInstanceOf(Ending.Failed.class, ending).failure().getMessage());
    }

    @Test
    void what_a_network_writes_is_received_outside() throws Exception {
        var received = new CompletableFuture<List<Integer>>();
        run(() -> {
            var outlet = new Outlet<Integer>("out", 1);
            inThread(() -> {
                var all = new ArrayList<Integer>();
                for (Optional<Integer> value = outlet.receive(); value.isPresent(); value = outlet.receive()) {
                    all.add(value.get());
                }
                received.complete(all);
            });
            for (int i = 0; i < 50; i++) {
                outlet.write(i);
            }
            outlet.poison();
        });
        List<Integer> all = received.get();
        assertEquals(50, all.size());
        assertEquals(49, all.get(49));
    }

    @Test
    void who_sends_to_a_network_that_does_not_read_any_more_is_told_so() throws Exception {
        var told = new CompletableFuture<String>();
        run(() -> {
            var inlet = new Inlet<Integer>("in", 1);
            inThread(() -> {
                try {
                    while (true) {
                        inlet.send(1);
                    }
                } catch (Poisoned poisoned) {
                    told.complete(poisoned.getMessage());
                }
            });
            inlet.read();
            inlet.poison();
        });
        assertEquals("in is poisoned", told.get());
    }

    @Test
    void stopping_from_outside_ends_a_network_that_waits_for_input() {
        var scheduler = new Scheduler(Settings.production());
        var network = scheduler.start("net", () -> {
            var inlet = new Inlet<Integer>("in", 1);
            inThread(() -> {
                Thread.sleep(10);
                scheduler.stop();
            });
            try {
                inlet.read();
            } finally {
                seen.add("closed");
            }
        });
        scheduler.run();
        assertEquals(new Ending.Stopped(), network.ending().orElseThrow());
        assertEquals(List.of("closed"), seen);
    }

    @Test
    void a_running_network_can_be_inspected_from_outside() throws Exception {
        var scheduler = new Scheduler(Settings.production());
        var state = new CompletableFuture<Snapshot>();
        scheduler.start("net", () -> {
            var inlet = new Inlet<Integer>("in", 1);
            inThread(() -> {
                state.complete(scheduler.inspect().get());
                inlet.close();
            });
            inlet.read();
        });
        scheduler.run();
        assertEquals("read in from outside", state.get().processes().get(0).waitsFor());
        assertEquals(List.of(), state.get().stuck());
        assertEquals(1, state.get().open());
    }

    @Test
    void waiting_costs_no_processor_time() {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        run(() -> sleep(Duration.ofMillis(300)));
        long used = (threads.getCurrentThreadCpuTime() - before) / 1_000_000;
        assertTrue(used < 100, () -> used + " ms");
    }
}
