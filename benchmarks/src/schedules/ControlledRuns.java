import static org.cspcheck.runtime.library.Csp.loop;
import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.explorer.schedule.Exploration;
import org.cspcheck.explorer.schedule.Schedules;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;

/** How many runs of small networks of Java code are led in a second, by both engines: in the first second, and when all is compiled. */
final class ControlledRuns {
    private static final int SECONDS = 4;

    public static void main(String[] arguments) {
        boolean states = arguments[0].equals("states");
        Behaviour network = network(arguments[1]);
        Schedules subject = Schedules.of("net", network);
        long begin = System.nanoTime();
        long runs = 0;
        long cold = 0;
        long sample = begin;
        double best = 0;
        for (long now = begin; now - begin < SECONDS * 1_000_000_000L; now = System.nanoTime()) {
            Exploration all = states ? subject.everyState() : subject.everyRun();
            if (!all.complete()) {
                throw new IllegalStateException(all.text());
            }
            runs += all.runs();
            long since = System.nanoTime() - sample;
            if (since >= 1_000_000_000) {
                double rate = runs * 1e9 / since;
                cold = cold == 0 ? (long) rate : cold;
                best = Math.max(best, rate);
                runs = 0;
                sample = System.nanoTime();
            }
        }
        System.out.printf("| %s, by %s | %,d | %,d |%n", arguments[1], arguments[0], cold, (long) best);
    }

    private static Behaviour network(String name) {
        return switch (name) {
            case "pair" -> pair(name);
            case "writers" -> writers(3, 2);
            case "philosophers" -> philosophers();
            case "server" -> server();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Two processes, five values. */
    private static Behaviour pair(String name) {
        return () -> {
            Channel<Integer> c = Channel.oneToOne("c");
            par(process("writer", () -> loop(0, n -> {
                c.out().write(n);
                return n == 4 ? null : n + 1;
            })), process("reader", () -> loop(0, n -> {
                c.in().read();
                return n == 4 ? null : n + 1;
            })));
        };
    }

    /** So many writers of so many values each, and who reads them all. */
    private static Behaviour writers(int writers, int values) {
        return () -> {
            Channel<Integer> c = Channel.anyToOne("c");
            List<Behaviour> all = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                int me = i;
                all.add(process("writer." + i, () -> loop(0, n -> {
                    c.out().write(me);
                    return n + 1 == values ? null : n + 1;
                })));
            }
            all.add(process("reader", () -> loop(0, n -> {
                c.in().read();
                return n + 1 == writers * values ? null : n + 1;
            })));
            par(all);
        };
    }

    /** Two, with two forks, each one meal; the first takes them in the other order. */
    private static Behaviour philosophers() {
        return () -> {
            List<Channel<Integer>> take = List.of(Channel.anyToOne("take.0"), Channel.anyToOne("take.1"));
            List<Channel<Integer>> put = List.of(Channel.anyToOne("put.0"), Channel.anyToOne("put.1"));
            List<Behaviour> all = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                int me = i;
                all.add(process("fork." + i, () -> loop(0, n -> {
                    take.get(me).in().read();
                    put.get(me).in().read();
                    return n == 1 ? null : n + 1;
                })));
                all.add(process("philosopher." + i, () -> {
                    take.get(0).out().write(me);
                    take.get(1).out().write(me);
                    put.get(1).out().write(me);
                    put.get(0).out().write(me);
                }));
            }
            par(all);
        };
    }

    /** Two clients of two requests each, and who answers whoever comes. */
    private static Behaviour server() {
        return () -> {
            List<Channel<Integer>> ask = List.of(Channel.oneToOne("ask.0"), Channel.oneToOne("ask.1"));
            List<Channel<Integer>> answer = List.of(Channel.oneToOne("answer.0"), Channel.oneToOne("answer.1"));
            List<Behaviour> all = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                int me = i;
                all.add(process("client." + i, () -> loop(0, n -> {
                    ask.get(me).out().write(n);
                    answer.get(me).in().read();
                    return n == 1 ? null : n + 1;
                })));
            }
            all.add(process("server", () -> {
                Alternative alternative = Alternative.fair()
                        .in(ask.get(0).in(), n -> answer.get(0).out().write(n))
                        .in(ask.get(1).in(), n -> answer.get(1).out().write(n))
                        .registered();
                loop(0, n -> {
                    alternative.select();
                    return n == 3 ? null : n + 1;
                });
            }));
            par(all);
        };
    }
}
