package org.cspcheck.examples;

import java.util.List;
import java.util.Optional;
import org.cspcheck.explorer.schedule.Exploration.Kind;
import org.cspcheck.explorer.schedule.Schedules;
import org.cspcheck.runtime.Behaviour;

/** All example networks: a new one is one line here. */
public final class Examples {
    private Examples() {}

    /**
     * A network, and what is to be found in it.
     *
     * @param ends whether all its runs end, so that they can be explored run by run as well
     * @param fault what is wrong with it, if anything is
     * @param deviations from the default order, in the simplest run that goes wrong
     */
    public record Example(String name, Schedules schedules, boolean ends, Optional<Kind> fault, int deviations) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Example right(String name, boolean ends, Behaviour network) {
        return new Example(name, Schedules.of("net", network), ends, Optional.empty(), 0);
    }

    private static Example wrong(String name, boolean ends, Kind fault, int deviations, Behaviour network) {
        return new Example(name, Schedules.of("net", network), ends, Optional.of(fault), deviations);
    }

    public static List<Example> all() {
        return List.of(
                right("philosophers, one right-handed", false, Philosophers.table(2, true)),
                // In turns, each takes its left fork before anyone takes a second.
                wrong("philosophers, circular wait", false, Kind.DEADLOCK, 0, Philosophers.table(2, false)),
                right("worker farm", true, WorkerFarm.farm(true)),
                // The source is done before the second worker has had its turn.
                wrong("worker farm, stopped before the last result is in", true, Kind.DEADLOCK, 0, WorkerFarm.farm(false)),
                right("wake-up that is kept", true, WakeUp.network(true)),
                // The producer goes on between the consumer's look and its wait.
                wrong("lost wake-up", true, Kind.DEADLOCK, 1, WakeUp.network(false)),
                right("publish and subscribe, a slow subscriber loses", true, Publisher.network(true)),
                // The broker reads the second message before the first answer: the publisher goes on before the subscriber.
                wrong("publish and subscribe, a slow subscriber holds up", true, Kind.DEADLOCK, 1, Publisher.network(false)),
                right("pipeline, drained and then poisoned", true, Pipeline.network(true)),
                wrong("pipeline, stopped in the middle", true, Kind.DEADLOCK, 1, Pipeline.network(false)),
                right("rate limiter", true, RateLimiter.network(true)),
                wrong("rate limiter, the grant comes when nobody waits", true, Kind.DEADLOCK, 0, RateLimiter.network(false)),
                right("heartbeat, patient", true, Heartbeat.network(15)),
                // At 10 ms both timers are due, and fire before anyone has his turn.
                wrong("heartbeat, timeout race", true, Kind.DEADLOCK, 0, Heartbeat.network(10)),
                right("readers and writers", false, ReadersWriters.network(true)),
                wrong("readers and writers, two upgrade", false, Kind.DEADLOCK, 0, ReadersWriters.network(false)),
                right("two-phase commit", true, TwoPhaseCommit.network(true)),
                // One vote against, the first one.
                wrong("two-phase commit, a vote is not read", true, Kind.DEADLOCK, 1, TwoPhaseCommit.network(false)));
    }
}
