import java.util.List;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;

/**
 * The floor: continuations, an array for a queue, and channels that are two fields. No names, no ends, no poison, nobody who could look on.
 *
 * <p>What a runtime in blocking style costs above this is its own; what this costs is the JVM's.
 */
final class Bare {
    private static final ContinuationScope SCOPE = new ContinuationScope("bare");
    private static final Process[] QUEUE = new Process[1 << 17];
    private static int head;
    private static int tail;
    private static Process running;
    private static boolean over;

    private Bare() {}

    private static final class Process extends Continuation {
        Object received;

        Process(Runnable behaviour) {
            super(SCOPE, behaviour);
            ready(this);
        }
    }

    /** Between two processes: who came first, and what it wants to write. */
    private static final class Channel {
        private Process first;
        private Object value;

        void write(Object written) {
            Process reader = first;
            if (reader != null) {
                first = null;
                reader.received = written;
                ready(reader);
            } else {
                value = written;
                first = running;
                Continuation.yield(SCOPE);
            }
        }

        Object read() {
            Process writer = first;
            if (writer != null) {
                first = null;
                ready(writer);
                return value;
            }
            first = running;
            Process self = running;
            Continuation.yield(SCOPE);
            return self.received;
        }
    }

    private static void ready(Process process) {
        QUEUE[tail++ & QUEUE.length - 1] = process;
    }

    /** Until somebody says that it is over. */
    private static void run() {
        while (!over) {
            Process next = QUEUE[head & QUEUE.length - 1];
            QUEUE[head++ & QUEUE.length - 1] = null;
            running = next;
            next.run();
        }
        over = false;
        head = 0;
        tail = 0;
        java.util.Arrays.fill(QUEUE, null);
    }

    static long pingPong(long size) {
        var there = new Channel();
        var back = new Channel();
        new Process(() -> {
            for (long i = 0; i < size; i++) {
                back.write(there.read());
            }
        });
        new Process(() -> {
            Long ball = 1L;
            for (long i = 0; i < size; i++) {
                there.write(ball);
                back.read();
            }
            over = true;
        });
        run();
        return 2 * size;
    }

    static long commsTime(long size) {
        var a = new Channel();
        var b = new Channel();
        var c = new Channel();
        var d = new Channel();
        List.<Runnable>of(
                () -> {
                    a.write(0L);
                    while (true) {
                        a.write(c.read());
                    }
                },
                () -> {
                    while (true) {
                        Object x = a.read();
                        b.write(x);
                        d.write(x);
                    }
                },
                () -> {
                    while (true) {
                        c.write((Long) b.read() + 1);
                    }
                },
                () -> {
                    for (long i = 0; i < size; i++) {
                        d.read();
                    }
                    over = true;
                }).forEach(Process::new);
        run();
        return size;
    }

    static long ring(int n, long hops) {
        var channels = new Channel[n];
        for (int i = 0; i < n; i++) {
            channels[i] = new Channel();
        }
        for (int i = 1; i < n; i++) {
            Channel in = channels[i];
            Channel out = channels[(i + 1) % n];
            new Process(() -> {
                while (true) {
                    out.write(in.read());
                }
            });
        }
        new Process(() -> {
            for (long lap = 0; lap <= hops / n; lap++) {
                Communication.firstLap = lap <= 1 ? System.nanoTime() : Communication.firstLap;
                channels[1].write(lap);
                channels[0].read();
            }
            Communication.lastLap = System.nanoTime();
            over = true;
        });
        run();
        return hops / n * n;
    }

    /** All begin and end; none waits. */
    static long spawn(int size) {
        for (int i = 0; i < size; i += QUEUE.length / 2) {
            int batch = Math.min(QUEUE.length / 2, size - i);
            for (int k = 0; k < batch; k++) {
                new Process(() -> {});
            }
            new Process(() -> over = true);
            run();
        }
        return size;
    }
}
