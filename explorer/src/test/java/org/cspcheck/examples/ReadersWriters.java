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
 * A lock that many may hold to read, or one to write, and two users, for ever.
 *
 * <p>Bug: a circular wait. Who is the only one to read may write as well; two who read, and both ask for that, wait for each other. Right: they
 * give the lock back first.
 */
final class ReadersWriters {
    private static final Duration WORK = Duration.ofMillis(1);

    /** What the lock knows. */
    private record Held(int readers, boolean writer) {}

    private ReadersWriters() {}

    static Behaviour network(boolean givesBack) {
        int others = givesBack ? 0 : 1; // who reads while one begins to write: nobody, or that one itself
        return () -> {
            Channel<Integer> read = Channel.anyToOne("read");
            Channel<Integer> readEnd = Channel.anyToOne("readEnd");
            Channel<Integer> write = Channel.anyToOne("write");
            Channel<Integer> writeEnd = Channel.anyToOne("writeEnd");
            par(
                    process("lock", () -> loop(new Held(0, false), held -> {
                        var next = new Held[1];
                        Alternative.priority()
                                .in(write.in(), _ -> next[0] = new Held(held.readers, true)).when(() -> held.readers == others && !held.writer)
                                .in(writeEnd.in(), _ -> next[0] = new Held(held.readers, false))
                                .in(readEnd.in(), _ -> next[0] = new Held(held.readers - 1, held.writer))
                                .in(read.in(), _ -> next[0] = new Held(held.readers + 1, false)).when(() -> !held.writer)
                                .select();
                        return next[0];
                    })),
                    user(0, givesBack, read, readEnd, write, writeEnd),
                    user(1, givesBack, read, readEnd, write, writeEnd));
        };
    }

    private static Behaviour user(
            int me, boolean givesBack, Channel<Integer> read, Channel<Integer> readEnd, Channel<Integer> write, Channel<Integer> writeEnd) {
        return process("user(" + me + ")", () -> loop(0, rounds -> {
            sleep(WORK);
            read.out().write(me);
            if (givesBack) {
                readEnd.out().write(me);
            }
            write.out().write(me);
            writeEnd.out().write(me);
            if (!givesBack) {
                readEnd.out().write(me);
            }
            return rounds;
        }));
    }
}
