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

    /** Those that go on for ever are proved for every speed. */
    private static Schedules schedules(boolean ends, Behaviour network) {
        Schedules urgent = Schedules.of("net", network);
        return ends ? urgent : urgent.freeTime();
    }

    private static Example right(String name, boolean ends, Behaviour network) {
        return new Example(name, schedules(ends, network), ends, Optional.empty(), 0);
    }

    private static Example wrong(String name, boolean ends, Kind fault, int deviations, Behaviour network) {
        return new Example(name, schedules(ends, network), ends, Optional.of(fault), deviations);
    }

    public static List<Example> all() {
        return List.of(
                right("philosophers, one right-handed", false, Philosophers.table(2, true)),
                // The second takes a fork between the first one's two.
                wrong("philosophers, circular wait", false, Kind.DEADLOCK, 1, Philosophers.table(2, false)),
                right("worker farm", true, WorkerFarm.farm(true)),
                // The foreman has his turn before the worker with the last job.
                wrong("worker farm, stopped before the last result is in", true, Kind.DEADLOCK, 1, WorkerFarm.farm(false)),
                right("wake-up that is kept", true, WakeUp.network(true)),
                // The producer goes on between the consumer's look and its wait.
                wrong("lost wake-up", true, Kind.DEADLOCK, 1, WakeUp.network(false)),
                right("publish and subscribe, a slow subscriber loses", true, Publisher.network(true)),
                // The broker reads the second message before the first answer: the publisher goes on before the subscriber.
                wrong("publish and subscribe, a slow subscriber holds up", true, Kind.DEADLOCK, 1, Publisher.network(false)),
                right("pipeline, drained and then poisoned", true, Pipeline.network(true)),
                wrong("pipeline, stopped in the middle", true, Kind.DEADLOCK, 1, Pipeline.network(false)),
                right("rate limiter", true, RateLimiter.network(true)),
                // At 10 ms the limiter looks before the client asks.
                wrong("rate limiter, the grant comes when nobody waits", true, Kind.DEADLOCK, 1, RateLimiter.network(false)),
                right("heartbeat, patient", true, Heartbeat.network(2)),
                // At 10 ms the backup looks before the primary beats.
                wrong("heartbeat, timeout race", true, Kind.EXCEPTION, 1, Heartbeat.network(1)),
                right("readers and writers", false, ReadersWriters.network(true)),
                // Between the first one's reading and writing the second comes, and the lock lets it read.
                wrong("readers and writers, two upgrade", false, Kind.DEADLOCK, 1, ReadersWriters.network(false)),
                right("two-phase commit", true, TwoPhaseCommit.network(true)),
                // One vote against, the first one.
                wrong("two-phase commit, a vote is not read", true, Kind.DEADLOCK, 1, TwoPhaseCommit.network(false)));
    }
}
