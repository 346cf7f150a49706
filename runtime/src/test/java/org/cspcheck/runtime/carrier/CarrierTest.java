package org.cspcheck.runtime.carrier;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Trial;
import org.cspcheck.runtime.channel.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CarrierTest {
    static Stream<Supplier<Carrier>> carriers() {
        return Stream.of(
                        Stream.<Supplier<Carrier>>of(Carrier::baton),
                        ContinuationCarrier.available() ? Stream.<Supplier<Carrier>>of(Carrier::continuations) : Stream.<Supplier<Carrier>>empty(),
                        ExecutorCarrier.available() ? Stream.<Supplier<Carrier>>of(Carrier::ownExecutor) : Stream.<Supplier<Carrier>>empty())
                .flatMap(carrier -> carrier);
    }

    private static final Behaviour RELAY = () -> {
        Channel<Integer> a = Channel.oneToOne("a");
        Channel<Integer> b = Channel.oneToOne("b");
        par(
                () -> {
                    for (int i = 0; i < 3; i++) {
                        a.out().write(i);
                    }
                },
                () -> {
                    for (int i = 0; i < 3; i++) {
                        b.out().write(10 * a.in().read());
                    }
                },
                () -> {
                    for (int i = 0; i < 3; i++) {
                        b.in().read();
                    }
                });
    };

    @ParameterizedTest
    @MethodSource("carriers")
    void every_carrier_runs_the_same_schedule(Supplier<Carrier> carrier) {
        assertEquals(List.of("a.0", "b.0", "a.1", "b.10", "a.2", "b.20"), Trial.of(Oracle.first(), carrier, RELAY).events());
        assertEquals(Trial.of(Oracle.random(7), Carrier::baton, RELAY), Trial.of(Oracle.random(7), carrier, RELAY));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void a_hundred_thousand_processes_pass_a_token_on(Supplier<Carrier> carrier) {
        int size = 100_000;
        int[] sum = new int[1];
        Trial trial = Trial.of(Oracle.first(), carrier, () -> {
            var processes = new Behaviour[size];
            Channel<Integer> first = Channel.oneToOne("c");
            Channel<Integer> before = first;
            for (int i = 0; i < size; i++) {
                Channel<Integer> in = before;
                Channel<Integer> out = Channel.oneToOne("c");
                processes[i] = () -> out.out().write(in.in().read() + 1);
                before = out;
            }
            Channel<Integer> last = before;
            par(() -> par(processes), () -> {
                first.out().write(0);
                sum[0] = last.in().read();
            });
        });
        assertEquals(new Ending.Terminated(), trial.ending());
        assertEquals(size, sum[0]);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void a_failing_process_harms_nobody_else(Supplier<Carrier> carrier) {
        var ending = Trial.of(Oracle.first(), carrier, () -> par(
                        process("good", () -> Channel.oneToOne("never").in().read()),
                        process("bad", () -> par(process("worse", () -> {
                            throw new java.io.IOException("disk");
                        })))))
                .ending();
        assertEquals("net/bad/worse", assertInstanceOf(Ending.Failed.class, ending).failure().process());
    }

    @Test
    void continuations_say_which_flag_they_need() {
        assumeTrue(!ContinuationCarrier.available());
        String message = assertThrows(UnsupportedOperationException.class, Carrier::continuations).getMessage();
        assertEquals(true, message.endsWith("--add-exports java.base/jdk.internal.vm=ALL-UNNAMED"), message);
    }

    @Test
    void who_would_wait_inside_synchronized_is_refused_where_all_share_a_thread() {
        assumeTrue(ContinuationCarrier.available());
        Object monitor = new Object();
        Behaviour net = () -> {
            Channel<Integer> c = Channel.oneToOne("c");
            par(
                    process("holder", () -> {
                        synchronized (monitor) {
                            c.out().write(1);
                        }
                    }),
                    process("next", () -> {
                        synchronized (monitor) {
                            c.in().read();
                        }
                    }));
        };
        for (Oracle oracle : List.of(Oracle.first(), Oracle.random(1))) {
            Ending.Failed failed = assertInstanceOf(Ending.Failed.class, Trial.of(oracle, Carrier::continuations, net).ending());
            assertTrue(failed.failure().getMessage().matches("net/(holder|next) failed: .*net/\\1 would wait inside synchronized \\(java.lang.Object, taken at .*"),
                    failed.failure()::getMessage);
        }
    }

    @Test
    void a_monitor_that_is_held_around_the_whole_network_is_no_trap() {
        assumeTrue(ContinuationCarrier.available());
        synchronized (this) {
            assertEquals(new Ending.Terminated(), Trial.of(Oracle.first(), Carrier::continuations, RELAY).ending());
        }
    }
}
