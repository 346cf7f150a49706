package org.cspcheck.explorer.schedule;

import static org.cspcheck.runtime.library.Csp.loop;
import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.channel.Channel;
import org.cspcheck.runtime.channel.Out;
import org.junit.jupiter.api.Test;

/** Networks that make channels and processes while they run, written by the pages for users alone. */
class GrowingNetworksTest {
    private record Request(int number, Out<Integer> reply) {}

    @Test
    void a_request_carries_the_channel_for_its_reply() {
        Exploration all = Schedules.of("net", () -> {
            Channel<Request> requests = Channel.anyToOne("requests");
            par(
                    process("server", () -> loop(0, served -> {
                        Request request = requests.in().read();
                        request.reply().write(2 * request.number());
                        return served == 1 ? null : served + 1;
                    })),
                    client(0, requests.out()),
                    client(1, requests.out()));
        }).explore();
        assertEquals("", all.gaveUp());
        assertEquals(Set.of(), all.findings().keySet());
    }

    private static Behaviour client(int me, Out<Request> requests) {
        return process("client(" + me + ")", () -> {
            Channel<Integer> reply = Channel.oneToOne("reply." + me);
            requests.write(new Request(me, reply.out()));
            assertEquals(2 * me, reply.in().read());
        });
    }

    /** Each prime is a filter of its own, made when its number arrives; poison takes all of them down. */
    private static void sieve(int most, List<Integer> primes) {
        Channel<Integer> numbers = Channel.oneToOne("numbers");
        par(
                process("source", () -> {
                    for (int n = 2; n <= most; n++) {
                        numbers.out().write(n);
                    }
                    numbers.out().poison();
                }),
                process("sieve", () -> filter(numbers, primes)));
    }

    private static void filter(Channel<Integer> numbers, List<Integer> primes) {
        int prime = numbers.in().read();
        primes.add(prime);
        Channel<Integer> rest = Channel.oneToOne("after " + prime);
        par(
                process("by " + prime, () -> {
                    try {
                        while (true) {
                            int n = numbers.in().read();
                            if (n % prime != 0) {
                                rest.out().write(n);
                            }
                        }
                    } finally {
                        rest.out().poison();
                    }
                }),
                process("rest", () -> filter(rest, primes)));
    }

    @Test
    void a_sieve_grows_by_a_process_for_each_prime_and_is_shut_down_by_poison() {
        var primes = new ArrayList<Integer>();
        assertEquals(new Ending.Terminated(), Scheduler.run(Settings.production(), "net", () -> sieve(30, primes)));
        assertEquals(List.of(2, 3, 5, 7, 11, 13, 17, 19, 23, 29), primes);

        Exploration all = Schedules.of("net", () -> sieve(6, new ArrayList<>())).explore();
        assertEquals("", all.gaveUp());
        assertEquals(Set.of(), all.findings().keySet());
    }
}
