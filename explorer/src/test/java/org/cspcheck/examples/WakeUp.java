package org.cspcheck.examples;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;

import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;

/**
 * A consumer that looks into a bounded buffer of one place, and waits to be woken if it is empty.
 *
 * <p>Bug: a lost wake-up. The producer wakes whoever waits; a consumer that has looked, but does not wait yet, is not woken. Right: the wake-up is
 * kept.
 */
final class WakeUp {
    private WakeUp() {}

    static Behaviour network(boolean kept) {
        return () -> {
            Channel<Integer> put = Channel.oneToOne("put");
            Channel<Integer> look = Channel.oneToOne("look");
            Channel<Integer> reply = Channel.oneToOne("reply");
            Channel<Integer> wake = kept ? Channel.dropping("wake", 1) : Channel.oneToOne("wake");
            par(
                    process("consumer", () -> {
                        look.out().write(0);
                        while (reply.in().read() == 0) {
                            wake.in().read();
                            look.out().write(0);
                        }
                    }),
                    process("buffer", () -> {
                        int[] held = {0};
                        boolean[] taken = {false};
                        Alternative next = Alternative.fair()
                                .in(put.in(), value -> held[0] = value)
                                .in(look.in(), _ -> {
                                    reply.out().write(held[0]);
                                    taken[0] = held[0] != 0;
                                })
                                .transputer();
                        while (!taken[0]) {
                            next.select();
                        }
                    }),
                    process("producer", () -> {
                        put.out().write(7);
                        if (kept) {
                            wake.out().write(1);
                        } else {
                            Alternative.priority().out(wake.out(), () -> 1, null).skip(null).select();
                        }
                    }));
        };
    }
}
