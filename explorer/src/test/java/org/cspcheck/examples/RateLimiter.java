package org.cspcheck.examples;

import static org.cspcheck.runtime.library.Csp.loop;
import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.cspcheck.runtime.library.Csp.sleep;

import java.time.Duration;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;

/**
 * A limiter that can grant one request every ten milliseconds, and a client that waits for its grant no longer than that.
 *
 * <p>Bug: an unread reply. A request that comes just too late for one grant gets the next one, when the client has given up, and the limiter waits for
 * ever to hand it over. Right: a grant is left where the client would find it.
 */
final class RateLimiter {
    private static final Duration PERIOD = Duration.ofMillis(10);

    private RateLimiter() {}

    static Behaviour network(boolean leaves) {
        return () -> {
            Channel<Integer> requests = Channel.buffered("request", 1);
            Channel<Integer> grants = leaves ? Channel.buffered("grant", 1) : Channel.oneToOne("grant");
            par(
                    process("client", () -> {
                        sleep(PERIOD); // works
                        requests.out().write(1);
                        Alternative.fair().in(grants.in(), null).after(PERIOD, null).select();
                    }),
                    process("limiter", () -> loop(0, grantsSoFar -> {
                        sleep(PERIOD);
                        var granted = new boolean[1];
                        Alternative.priority()
                                .in(requests.in(), request -> {
                                    grants.out().write(request);
                                    granted[0] = true;
                                })
                                .skip(null)
                                .select();
                        return granted[0] ? null : grantsSoFar;
                    })));
        };
    }
}
