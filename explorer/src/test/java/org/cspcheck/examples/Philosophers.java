package org.cspcheck.examples;

import static org.cspcheck.runtime.library.Csp.loop;
import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.channel.Channel;

/** Philosophers who share forks, for ever. Bug: a circular wait, when all take the left fork first. */
final class Philosophers {
    private Philosophers() {}

    static Behaviour table(int seats, boolean oneRightHanded) {
        return () -> {
            List<Channel<Integer>> take = forks(seats, "take");
            List<Channel<Integer>> put = forks(seats, "put");
            var processes = new ArrayList<Behaviour>();
            for (int seat = 0; seat < seats; seat++) {
                int left = seat;
                int right = (seat + 1) % seats;
                int first = oneRightHanded && seat == 0 ? right : left;
                int second = first == left ? right : left;
                processes.add(process("phil(" + seat + ")", () -> loop(0, meals -> {
                    take.get(first).out().write(left);
                    take.get(second).out().write(left);
                    put.get(first).out().write(left);
                    put.get(second).out().write(left);
                    return meals;
                })));
                processes.add(process("fork(" + seat + ")", () -> loop(0, uses -> {
                    take.get(left).in().read();
                    put.get(left).in().read();
                    return uses;
                })));
            }
            par(processes);
        };
    }

    private static List<Channel<Integer>> forks(int seats, String name) {
        return IntStream.range(0, seats).mapToObj(i -> Channel.<Integer>anyToOne(name + "." + i)).toList();
    }
}
