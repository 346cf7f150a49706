package org.cspcheck.explorer.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.cspcheck.explorer.schedule.Scripted.Operation;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;
import org.cspcheck.runtime.library.Barrier;
import org.cspcheck.runtime.library.Csp;
import org.junit.jupiter.api.Test;

/** Random small networks: the engine that leaves out runs and the one that closes cycles find the same traces, ends and events. */
class RandomNetworksTest {
    private static final int CHANNELS = 3;
    private static final int NETWORKS = 250;

    /** What a network shares. */
    private record Common(List<Channel<Integer>> channels, Barrier barrier) {}

    private static Operation<Common> operation(SplittableRandom random) {
        int c = random.nextInt(CHANNELS);
        int d = random.nextInt(CHANNELS);
        int value = random.nextInt(2);
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> common -> common.channels.get(c).out().write(value);
            case 3, 4, 5 -> common -> common.channels.get(c).in().read();
            case 6 -> common -> Alternative.fair().in(common.channels.get(c).in(), null).in(common.channels.get(d).in(), null).select();
            case 7 -> common -> Alternative.fair().in(common.channels.get(c).in(), null).out(common.channels.get(d).out(), () -> value, null).registered().select();
            case 8 -> common -> common.channels.get(Csp.choose(CHANNELS)).out().write(value);
            case 9 -> common -> Csp.sleep(Duration.ofMillis(1 + value));
            case 10 -> common -> Alternative.fair().in(common.channels.get(c).in(), null).after(Duration.ofMillis(1), null).select();
            case 11 -> common -> common.barrier.sync();
            case 12 -> common -> {
                if (value == 0) {
                    common.channels.get(c).in().poison();
                } else {
                    common.channels.get(c).out().poison();
                }
            };
            default -> common -> {
                if (common.channels.get(c).in().read() == 1) {
                    throw new IllegalStateException("one");
                }
            };
        };
    }

    private static Behaviour network(long seed) {
        var random = new SplittableRandom(seed);
        int kinds = random.nextInt(1 << 2 * CHANNELS);
        List<List<Operation<Common>>> processes = new ArrayList<>();
        int count = 2 + random.nextInt(2);
        for (int p = 0; p < count; p++) {
            var operations = new ArrayList<Operation<Common>>();
            for (int length = 1 + random.nextInt(count == 2 ? 4 : 2); length > 0; length--) {
                operations.add(operation(random));
            }
            processes.add(operations);
        }
        boolean catches = random.nextBoolean();
        return () -> {
            var channels = new ArrayList<Channel<Integer>>();
            for (int c = 0; c < CHANNELS; c++) {
                channels.add(channel("c" + c, kinds >> 2 * c & 3));
            }
            var common = new Common(channels, new Barrier("all", 2));
            Scripted.run(processes, common, catches);
        };
    }

    private static Channel<Integer> channel(String name, int kind) {
        return switch (kind) {
            case 0, 1 -> Channel.anyToAny(name);
            case 2 -> Channel.buffered(name, 1);
            default -> Channel.overwriting(name, 1);
        };
    }

    private static String text(Ending ending) {
        return switch (ending) {
            case Ending.Deadlocked(var state) ->
                state.processes().stream().map(process -> process.path() + " " + process.waitsFor()).toList().toString();
            default -> ending.toString();
        };
    }

    static Schedules schedules(long seed) {
        Schedules urgent = Schedules.of("net", network(seed)).bounds(Bounds.DEFAULT.runs(200_000));
        return seed % 3 == 0 ? urgent.race(Duration.ofMillis(1)) : urgent;
    }

    @Test
    void run_by_run_and_state_by_state_find_the_same() {
        int deadlocks = 0;
        for (long seed = 0; seed < NETWORKS; seed++) {
            long which = seed;
            Schedules schedules = schedules(seed);
            var closure = new Closure(schedules, false);
            assertEquals("", closure.explore());
            StateGraph graph = closure.graph();
            assertEquals(graph.runs(50_000), schedules.traces(), () -> "seed " + which);

            Set<String> ends = new TreeSet<>();
            Set<String> events = new TreeSet<>();
            assertEquals("", new SourceSets(schedules, false).explore((ending, happened, _) -> {
                ends.add(text(ending));
                events.addAll(happened);
                return true;
            }));
            Set<String> endStates = new TreeSet<>();
            graph.nodes().stream().filter(node -> node.ending != null).forEach(node -> endStates.add(text(node.ending)));
            assertEquals(endStates, ends, () -> "seed " + which);
            assertEquals(graph.events(), events, () -> "seed " + which);
            deadlocks += (int) endStates.stream().filter(end -> end.startsWith("[")).count();
        }
        assertTrue(deadlocks > NETWORKS / 4);
    }
}
