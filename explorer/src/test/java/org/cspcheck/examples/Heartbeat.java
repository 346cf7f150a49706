package org.cspcheck.examples;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.cspcheck.runtime.library.Csp.sleep;

import java.time.Duration;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;

/**
 * A primary that beats and writes to a disk every ten milliseconds, twice, and then is gone; and a backup that looks every ten milliseconds whether there
 * was a beat, and writes to the disk when there was none.
 *
 * <p>Bug: a timeout race. A backup that takes over after one look in vain may look just before the beat, and both lead. Right: it is patient for two
 * looks.
 */
final class Heartbeat {
    private static final Duration PERIOD = Duration.ofMillis(10);
    private static final int BEATS = 2;

    private Heartbeat() {}

    static Behaviour network(int patience) {
        return () -> {
            Channel<Integer> beat = Channel.overwriting("beat", 1);
            Channel<String> disk = Channel.anyToOne("disk");
            par(
                    process("primary", () -> {
                        for (int i = 1; i <= BEATS; i++) {
                            sleep(PERIOD);
                            beat.out().write(i);
                            disk.out().write("primary");
                        }
                    }),
                    process("backup", () -> {
                        int[] silent = {0};
                        Alternative look = Alternative.priority().in(beat.in(), _ -> silent[0] = 0).skip(() -> silent[0]++).transputer();
                        while (silent[0] < patience) {
                            sleep(PERIOD);
                            look.select();
                        }
                        disk.out().write("backup");
                    }),
                    process("disk", () -> {
                        String leader = "primary";
                        for (int i = 0; i < BEATS + 1; i++) {
                            String writer = disk.in().read();
                            if (leader.equals("backup")) {
                                throw new IllegalStateException("two leaders");
                            }
                            leader = writer;
                        }
                    }));
        };
    }
}
