package org.cspcheck.examples;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;

import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Poisoned;
import org.cspcheck.runtime.channel.Channel;

/**
 * A broker hands each message to a subscriber, which answers on the channel that the broker reads.
 *
 * <p>Bug: a circular wait. The broker waits for a slow subscriber, which waits for the broker to take its answer. Right: between them is a channel
 * that holds the newest message, and a slow subscriber misses some.
 */
final class Publisher {
    private Publisher() {}

    static Behaviour network(boolean overwrites) {
        return () -> {
            Channel<Integer> toBroker = Channel.anyToOne("broker");
            Channel<Integer> news = overwrites ? Channel.overwriting("news", 1) : Channel.oneToOne("news");
            par(
                    process("publisher", () -> {
                        toBroker.out().write(1);
                        toBroker.out().write(2);
                        toBroker.out().write(0);
                    }),
                    process("broker", () -> {
                        for (int message = toBroker.in().read(); message != 0; message = toBroker.in().read()) {
                            if (message > 0) {
                                news.out().write(message);
                            }
                        }
                        news.out().poison();
                        toBroker.in().poison();
                    }),
                    process("subscriber", () -> {
                        try {
                            while (true) {
                                toBroker.out().write(-news.in().read());
                            }
                        } catch (Poisoned over) {
                            // The broker has gone.
                        }
                    }));
        };
    }
}
