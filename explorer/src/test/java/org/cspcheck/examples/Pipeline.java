package org.cspcheck.examples;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;

import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Poisoned;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;

/**
 * A source, a filter and a sink, shut down by poison.
 *
 * <p>Bug: shutdown order. A stop that reaches the filter too early makes it poison what is behind it and leave, and the source waits to hand over its next
 * value. Right: the source ends first and its poison runs down the pipeline.
 */
final class Pipeline {
    private Pipeline() {}

    static Behaviour network(boolean drained) {
        return () -> {
            Channel<Integer> raw = Channel.oneToOne("raw");
            Channel<Integer> clean = Channel.oneToOne("clean");
            Channel<Boolean> stop = Channel.oneToOne("stop");
            par(
                    process("source", () -> {
                        raw.out().write(1);
                        raw.out().write(2);
                        if (drained) {
                            raw.out().poison();
                        }
                    }),
                    process("filter", () -> {
                        try {
                            while (true) {
                                if (drained) {
                                    clean.out().write(raw.in().read());
                                } else {
                                    var stopped = new boolean[1];
                                    Alternative.fair()
                                            .in(raw.in(), value -> clean.out().write(value))
                                            .in(stop.in(), _ -> stopped[0] = true)
                                            .select();
                                    if (stopped[0]) {
                                        break;
                                    }
                                }
                            }
                        } catch (Poisoned over) {
                            // The source has ended.
                        }
                        clean.out().poison();
                    }),
                    process("sink", () -> {
                        while (true) {
                            clean.in().read();
                        }
                    }),
                    process("control", () -> {
                        if (!drained) {
                            stop.out().write(true);
                        }
                    }));
        };
    }
}
