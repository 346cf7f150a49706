package org.cspcheck.examples;

import static org.cspcheck.runtime.library.Csp.loop;
import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.cspcheck.runtime.library.Csp.sleep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.channel.Channel;

/** Philosophers who think and share forks, for ever. Bug: a circular wait, when all take the left fork first. */
final class Philosophers {
    private static final Duration THOUGHT = Duration.ofMillis(1);

    private Philosophers() {}

    static Behaviour table(int seats, boolean oneRightHanded) {
        return () -> {
            List<Channel<Integer>> take = forks(seats, "take");
            List<Channel<Integer>> put = forks(seats, "put");
            var processes = new ArrayList<Behaviour>();
            for (int seat = 0; seat < seats; seat++) {
                int fork = seat;
                processes.add(process("fork(" + seat + ")", () -> loop(0, uses -> {
                    take.get(fork).in().read();
                    put.get(fork).in().read();
                    return uses;
                })));
            }
            for (int seat = 0; seat < seats; seat++) {
                int left = seat;
                int right = (seat + 1) % seats;
                int first = oneRightHanded && seat == 0 ? right : left;
                int second = first == left ? right : left;
                processes.add(process("phil(" + seat + ")", () -> loop(0, meals -> {
                    sleep(THOUGHT);
                    take.get(first).out().write(left);
                    take.get(second).out().write(left);
                    put.get(first).out().write(left);
                    put.get(second).out().write(left);
                    return meals;
                })));
            }
            par(processes);
        };
    }

    private static List<Channel<Integer>> forks(int seats, String name) {
        return IntStream.range(0, seats).mapToObj(i -> Channel.<Integer>anyToOne(name + "." + i)).toList();
    }
}
