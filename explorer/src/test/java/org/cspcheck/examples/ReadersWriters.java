package org.cspcheck.examples;

import static org.cspcheck.runtime.library.Csp.loop;
import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;

import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;

/**
 * A lock that many may hold to read, or one to write, and two users, for ever.
 *
 * <p>Bug: a circular wait. Each user holds the lock to read and asks for it to write, which the other one's reading forbids. Right: they give it
 * back first.
 */
final class ReadersWriters {
    /** What the lock knows. */
    private record Held(int readers, boolean writer) {}

    private ReadersWriters() {}

    static Behaviour network(boolean givesBack) {
        return () -> {
            Channel<Integer> read = Channel.anyToOne("read");
            Channel<Integer> readEnd = Channel.anyToOne("readEnd");
            Channel<Integer> write = Channel.anyToOne("write");
            Channel<Integer> writeEnd = Channel.anyToOne("writeEnd");
            par(
                    process("lock", () -> loop(new Held(0, false), held -> {
                        var next = new Held[1];
                        Alternative.fair()
                                .in(read.in(), _ -> next[0] = new Held(held.readers + 1, false)).when(() -> !held.writer)
                                .in(readEnd.in(), _ -> next[0] = new Held(held.readers - 1, false))
                                .in(write.in(), _ -> next[0] = new Held(held.readers, true)).when(() -> held.readers == 0 && !held.writer)
                                .in(writeEnd.in(), _ -> next[0] = new Held(held.readers, false))
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
