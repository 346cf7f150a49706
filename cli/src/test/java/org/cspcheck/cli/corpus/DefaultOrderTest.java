package org.cspcheck.cli.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cspcheck.cli.ClassPath;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.value.Value;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.EventSink;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Recording;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.Snapshot;
import org.cspcheck.runtime.term.TermNetwork;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.Specifications;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A run in the default order is the same run whether anybody writes its choices down or not, and whatever was evaluated before it. */
class DefaultOrderTest {
    /** Networks of code have no tables. */
    private static final Path JAVA = Path.of("..", "specs", "java");

    private static final int EVENTS = 60;
    private static final int SILENT = 500;

    /** How a run went: what happened with who made it happen, how it ended, and who waits for what then. */
    private record Course(List<String> events, String ending, List<String> waiting) {}

    @TestFactory
    Stream<DynamicTest> tables_and_stacks_run_alike() throws Exception {
        return CorpusTest.specs().stream().filter(file -> !file.startsWith(JAVA)).map(file -> dynamicTest(file.toString(), () -> Deep.call(() -> {
            compare(file);
            return null;
        })));
    }

    private static void compare(Path file) {
        Specification spec = read(file);
        if (!spec.hasErrors()) {
            List<Course> byTables = subjects(spec).stream().map(term -> run(spec, term, Oracle.first())).toList();
            Specification backwards = read(file);
            meetBackwards(backwards, spec.alphabet());
            assertEquals(byTables, subjects(backwards).stream().map(term -> recorded(backwards, term)).toList());
        }
    }

    private static Course recorded(Specification spec, Process term) {
        var recording = new Recording(Oracle.first());
        Course course = run(spec, term, recording);
        assertTrue(recording.choices().stream().allMatch(choice -> choice == 0));
        return course;
    }

    /** Events get their numbers the other way round. */
    private static void meetBackwards(Specification spec, Alphabet met) {
        List<Value> events = IntStream.range(Event.FIRST_VISIBLE, met.bound()).mapToObj(met::value).toList();
        for (Value event : events.reversed()) {
            spec.evaluation().orElseThrow().event(event.toString());
        }
    }

    private static Specification read(Path file) {
        return Specifications.read(
                file.toString(), Optional.empty(), List.of(), ClassPath.of(JavaExamples.classPath()), InputStream.nullInputStream());
    }

    /** {@return what could be run of a spec: its network, or else what its checks are about} */
    private static List<Process> subjects(Specification spec) {
        var subjects = new ArrayList<Process>();
        if (spec.evaluation().isPresent() && spec.evaluation().get().definitions().contains("NETWORK")) {
            subjects.add(spec.evaluation().get().network("NETWORK"));
        }
        spec.checks().stream().map(check -> check.subject()).distinct().forEach(subjects::add);
        return subjects;
    }

    private static Course run(Specification spec, Process term, Oracle oracle) {
        var events = new ArrayList<String>();
        var scheduler = new Scheduler[1];
        EventSink sink = (now, process, event, value) -> {
            events.add(process.place() + ":" + event);
            if (events.size() == EVENTS) {
                scheduler[0].stop();
            }
        };
        scheduler[0] = new Scheduler(Settings.simulated(oracle).with(sink).livelockAfter(SILENT));
        try {
            var network = scheduler[0].start("net", TermNetwork.of(new FiringRules(), spec.alphabet(), term));
            scheduler[0].run();
            return course(events, network.ending().orElseThrow());
        } catch (SpecificationException mistake) {
            return new Course(events, mistake.getMessage(), List.of());
        }
    }

    private static Course course(List<String> events, Ending ending) {
        List<String> waiting = ending instanceof Ending.Deadlocked(Snapshot state)
                ? state.processes().stream().map(process -> process.path() + " " + process.waitsFor() + " on " + process.on()).toList()
                : List.of();
        return new Course(events, ending.getClass().getSimpleName(), waiting);
    }
}
