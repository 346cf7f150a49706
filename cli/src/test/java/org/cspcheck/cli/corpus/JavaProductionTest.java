package org.cspcheck.cli.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cspcheck.cli.ClassPath;
import org.cspcheck.explorer.Explorer;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.value.Value;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.runtime.Oracle;
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
    private static final int EVENTS = 40;

    static List<Path> networks() throws Exception {
        return CorpusTest.specs().stream().filter(file -> file.startsWith(Path.of("..", "specs", "java"))).toList();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void every_run_is_a_trace_of_the_explored_network(Path file) {
        Specification spec = Specifications.read(
                file.toString(), Optional.empty(), List.of(), ClassPath.of(JavaExamples.classPath()), InputStream.nullInputStream());
        assertTrue(spec.evaluation().isPresent(), () -> spec.diagnostics().toString());
        Process network = spec.evaluation().get().network("NETWORK");
        var explorer = new Explorer(spec.alphabet(), Options.DEFAULT);
        for (int seed = 0; seed < RUNS; seed++) {
            List<Integer> trace = run(spec, network, seed == 0 ? Oracle.first() : Oracle.random(seed));
            assertTrue(!trace.isEmpty());
            var check = new Check("run", "run", network, new Property.Can(trace, true), false, true, Optional.empty(), Limits.NONE);
            Outcome outcome = explorer.check(check, Limits.NONE, Progress.SILENT, () -> false);
            assertEquals("holds", outcome.verdict().word(), () -> outcome.verdict().toString());
        }
    }

    private static List<Integer> run(Specification spec, Process network, Oracle oracle) {
        var trace = new ArrayList<Integer>();
        var scheduler = new Scheduler[1];
        Settings settings = Settings.simulated(oracle).with((time, process, event, value) -> {
            if (trace.size() < EVENTS) {
                trace.add(number(spec, event));
            } else {
                scheduler[0].stop();
            }
        });
        scheduler[0] = new Scheduler(settings);
        scheduler[0].start("network", TermNetwork.of(new FiringRules(), spec.alphabet(), network));
        scheduler[0].run();
        return trace;
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
