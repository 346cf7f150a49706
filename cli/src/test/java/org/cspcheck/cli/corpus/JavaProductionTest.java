package org.cspcheck.cli.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cspcheck.cli.ClassPath;
import org.cspcheck.explorer.Explorer;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.value.Value;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.EventSink;
import org.cspcheck.runtime.Network;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Policy;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.term.TermNetwork;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.Specifications;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a network of Java processes does in production, under any policy, the explorer finds it as well. */
class JavaProductionTest {
    private static final int RUNS = 10;
    private static final int SEEDS = 200;
    private static final int EVENTS = 40;
    private static final int FEW_EVENTS = 12;

    static List<Path> networks() throws Exception {
        return CorpusTest.specs().stream().filter(file -> file.startsWith(Path.of("..", "specs", "java"))).toList();
    }

    private record Subject(Specification spec, Process network) {
        static Subject of(Path file) {
            Specification spec = Specifications.read(
                    file.toString(), Optional.empty(), List.of(), ClassPath.of(JavaExamples.classPath()), InputStream.nullInputStream());
            assertTrue(spec.evaluation().isPresent(), () -> spec.diagnostics().toString());
            return new Subject(spec, spec.evaluation().get().network("NETWORK"));
        }

        /** {@return the network for which timers may fire whenever they like} */
        Subject atAnySpeed() {
            return new Subject(spec, network instanceof Process.Timed(Process inner, long _) ? inner : network);
        }

        String verdict(Property property) {
            var check = new Check("check", "check", network, property, false, true, Optional.empty(), Limits.NONE);
            return new Explorer(spec.alphabet(), Options.DEFAULT).check(check, Limits.NONE, Progress.SILENT, () -> false).verdict().word();
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void every_run_is_a_trace_of_the_explored_network(Path file) {
        Subject subject = Subject.of(file);
        for (int seed = 0; seed < RUNS; seed++) {
            Log log = run(subject, Settings.simulated(seed == 0 ? Oracle.first() : Oracle.random(seed)), EVENTS);
            assertTrue(!log.trace.isEmpty());
            assertEquals("holds", subject.verdict(new Property.Can(log.trace, true)), log::toString);
        }
    }

    /** The machine may be slower than virtual time is: what happens is compared with what can happen at any speed. */
    @ParameterizedTest
    @MethodSource("networks")
    void every_run_on_the_real_clock_is_a_trace_of_the_network_explored_for_every_speed(Path file) {
        Subject subject = Subject.of(file).atAnySpeed();
        for (Oracle oracle : List.of(Oracle.first(), Policy.named("priority", 0), Oracle.random(1), Policy.pct(1, 3, 20))) {
            Log log = run(subject, Settings.production().with(oracle), FEW_EVENTS);
            assertTrue(!log.trace.isEmpty());
            assertEquals("holds", subject.verdict(new Property.Can(log.trace, true)), log::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void the_runtime_deadlocks_under_some_seed_exactly_if_the_explorer_finds_a_deadlock(Path file) {
        Subject subject = Subject.of(file);
        Optional<Log> deadlock = IntStream.range(0, SEEDS)
                .mapToObj(seed -> run(subject, Settings.simulated(Oracle.random(seed)), EVENTS))
                .filter(log -> log.ending instanceof Ending.Deadlocked)
                .findFirst();
        assertEquals(subject.verdict(new Property.DeadlockFree(SemanticModel.FD)).equals("fails"), deadlock.isPresent(), deadlock::toString);
        deadlock.ifPresent(log -> assertEquals("holds", subject.verdict(new Property.Can(log.trace, true))));
    }

    private record Log(List<Integer> trace, Ending ending) {}

    private static Log run(Subject subject, Settings settings, int most) {
        var trace = new ArrayList<Integer>();
        var scheduler = new Scheduler[1];
        scheduler[0] = new Scheduler(settings.with((EventSink) (time, process, event, value) -> {
            if (trace.size() < most) {
                trace.add(number(subject.spec, event));
            } else {
                scheduler[0].stop();
            }
        }));
        Network network = scheduler[0].start("network", TermNetwork.of(new FiringRules(), subject.spec.alphabet(), subject.network));
        scheduler[0].run();
        return new Log(trace, network.ending().orElseThrow());
    }

    /** The event with this name. */
    private static int number(Specification spec, String name) {
        for (int event = 2; event < spec.alphabet().bound(); event++) {
            Value value = spec.alphabet().value(event);
            if (value.toString().equals(name)) {
                return event;
            }
        }
        throw new AssertionError("no event " + name);
    }
}
