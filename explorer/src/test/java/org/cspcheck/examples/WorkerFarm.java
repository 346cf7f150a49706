package org.cspcheck.examples;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;

import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Poisoned;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;

/**
 * A source, two workers, a collector of results, and a foreman who tells the collector to stop.
 *
 * <p>Bug: shutdown order. The source says that it is done when the last job is handed out, the foreman passes that on, and the collector stops, perhaps
 * with a result still to come. Right: the collector counts results.
 */
final class WorkerFarm {
    private static final int JOBS = 2;

    private WorkerFarm() {}

    static Behaviour farm(boolean counts) {
        return () -> {
            Channel<Integer> jobs = Channel.oneToAny("jobs");
            Channel<Integer> results = Channel.anyToOne("results");
            Channel<Boolean> done = Channel.oneToOne("done");
            Channel<Boolean> stop = Channel.buffered("stop", 1);
            Behaviour worker = () -> {
                try {
                    while (true) {
                        results.out().write(10 * jobs.in().read());
                    }
                } catch (Poisoned noMoreJobs) {
                    // The end of a worker.
                }
            };
            par(
                    process("source", () -> {
                        for (int job = 1; job <= JOBS; job++) {
                            jobs.out().write(job);
                        }
                        jobs.out().poison();
                        done.out().write(true);
                    }),
                    process("foreman", () -> stop.out().write(done.in().read())),
                    worker.named("worker(0)"),
                    worker.named("worker(1)"),
                    process("collector", () -> {
                        if (counts) {
                            for (int i = 0; i < JOBS; i++) {
                                results.in().read();
                            }
                        } else {
                            var stopped = new boolean[1];
                            Alternative next = Alternative.fair().in(results.in(), _ -> {}).in(stop.in(), _ -> stopped[0] = true).transputer();
                            while (!stopped[0]) {
                                next.select();
                            }
                        }
                    }));
        };
    }
}
