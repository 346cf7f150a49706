package org.cspcheck.examples;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.cspcheck.runtime.library.Csp.sleep;

import java.time.Duration;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;

/**
 * A limiter that grants one request every ten milliseconds, and a client that waits for its grant no longer than fifteen.
 *
 * <p>Bug: an unread reply. The second grant comes after twenty milliseconds, when the client has given up, and the limiter waits for ever to hand it
 * over. Right: a grant is left where the client would find it.
 */
final class RateLimiter {
    private RateLimiter() {}

    static Behaviour network(boolean leaves) {
        return () -> {
            Channel<Integer> requests = Channel.oneToOne("request");
            Channel<Integer> grants = leaves ? Channel.buffered("grant", 2) : Channel.oneToOne("grant");
            par(
                    process("limiter", () -> {
                        for (int i = 0; i < 2; i++) {
                            int request = requests.in().read();
                            sleep(Duration.ofMillis(10 * request));
                            grants.out().write(request);
                        }
                    }),
                    process("client", () -> {
                        for (int request = 1; request <= 2; request++) {
                            requests.out().write(request);
                            Alternative.fair().in(grants.in(), _ -> {}).after(Duration.ofMillis(15), null).select();
                        }
                    }));
        };
    }
}
