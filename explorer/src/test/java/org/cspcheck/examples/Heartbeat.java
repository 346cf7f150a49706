package org.cspcheck.examples;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.cspcheck.runtime.library.Csp.sleep;

import java.time.Duration;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;

/**
 * A primary that beats every ten milliseconds, twice, and a backup that takes over when no beat comes in time.
 *
 * <p>Bug: a timeout race. A backup that is as patient as the primary is slow may take over while the primary is alive, and its next beat is never
 * read. Right: the backup is more patient than that.
 */
final class Heartbeat {
    private Heartbeat() {}

    static Behaviour network(int patience) {
        return () -> {
            Channel<Integer> beat = Channel.oneToOne("beat");
            Channel<String> lead = Channel.anyToOne("lead");
            par(
                    process("primary", () -> {
                        for (int i = 1; i <= 2; i++) {
                            sleep(Duration.ofMillis(10));
                            beat.out().write(i);
                        }
                    }),
                    process("backup", () -> {
                        boolean[] alive = {true};
                        Alternative next = Alternative.fair()
                                .in(beat.in(), _ -> {})
                                .after(Duration.ofMillis(patience), () -> alive[0] = false)
                                .transputer();
                        while (alive[0]) {
                            next.select();
                        }
                        lead.out().write("backup");
                    }),
                    process("clients", () -> lead.in().read()));
        };
    }
}
