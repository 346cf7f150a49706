package org.cspcheck.cli.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cspcheck.cli.ClassPath;
import org.cspcheck.explorer.Explorer;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Location;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.Specifications;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every spec of the corpus does what it says, whichever engine decides it. */
class CorpusTest {
    private static final Options REDUCED = new Options(1, Options.Reduction.ALWAYS, false);
    /** Every state as the firing rules have it. */
    private static final Options LITERALLY = new Options(1, Options.Reduction.NONE, false);

    private static final Path CORPUS = Path.of("..", "specs");

    /** Files that are only there to be included or imported. */
    private static final String PARTS = "parts";

    /** Terms that no script can say. */
    private static final List<Class<?>> WITHOUT_SYNTAX = List.of(Process.Terminated.class, Process.Timed.class, Process.Foreign.class);

    static List<Path> specs() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(file -> file.toString().matches(".*\\.(yaml|csp)"))
                    .filter(file -> Stream.of("src", "target", PARTS).noneMatch(folder -> isBelow(file, folder)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isBelow(Path file, String folder) {
        for (Path part : CORPUS.relativize(file)) {
            if (part.toString().equals(folder)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void the_corpus_is_there() throws IOException {
        assertTrue(specs().size() >= 60, "only " + specs().size() + " specs below " + CORPUS.toAbsolutePath());
    }

    @Test
    void every_operator_has_a_folder_with_its_name() {
        for (Class<?> operator : Process.class.getPermittedSubclasses()) {
            String name = operator.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
            assertTrue(WITHOUT_SYNTAX.contains(operator) || Files.isDirectory(CORPUS.resolve("operators").resolve(name)), name);
        }
    }

    @TestFactory
    Stream<DynamicNode> each_spec_does_what_it_says() throws IOException {
        return specs().stream().map(file -> dynamicContainer(CORPUS.relativize(file).toString(), file.toUri(), tests(file)));
    }

    private static Stream<DynamicNode> tests(Path file) {
        Header header = Header.of(file);
        var found = new TreeSet<String>();
        var tests = new ArrayList<DynamicNode>();
        Specification spec = Deep.call(() -> read(file));
        spec.diagnostics().forEach(diagnostic -> found.add(text(diagnostic, file)));
        tests.add(dynamicTest("says why it exists", () -> assertTrue(header.about().length() > 20, "no first line that says it")));
        for (Check check : spec.checks()) {
            tests.add(dynamicTest(check.name(), () -> Deep.call(() -> {
                assertAsSaid(header, check, spec, file, found);
                return null;
            })));
        }
        tests.add(dynamicTest("tells what it expects", () -> {
            assertEquals(header.diagnostics(), found, "diagnostics");
            List<String> names = spec.checks().stream().map(Check::name).toList();
            header.checks().forEach(name -> assertTrue(names.contains(name), "no check called " + name + " in " + names));
        }));
        return tests.stream();
    }

    private static Specification read(Path file) {
        return Specifications.read(
                file.toString(), Optional.empty(), List.of(), ClassPath.of(JavaExamples.classPath()), InputStream.nullInputStream());
    }

    private static void assertAsSaid(Header header, Check check, Specification spec, Path file, TreeSet<String> found) {
        Outcome byVectors = decide(new Explorer(spec.alphabet(), Options.DEFAULT), check);
        Outcome literally = decide(new Explorer(spec.alphabet(), LITERALLY), check);
        Outcome byTerms = decide(Explorer.onTerms(spec.alphabet(), Options.DEFAULT), check);
        assertEquals(byVectors.verdict().word(), byTerms.verdict().word(), () -> "by vectors " + byVectors + ", by terms " + byTerms);
        if (!header.undecided().contains(check.name())) {
            Outcome reduced = decide(new Explorer(spec.alphabet(), REDUCED), check);
            assertEquals(byVectors.verdict().word(), reduced.verdict().word(), () -> "whole " + byVectors + ", reduced " + reduced);
        }
        assertEquals(steps(run(byTerms)), steps(run(literally)), "steps by terms, and by vectors without reduction");
        if (run(byTerms).isEmpty()) {
            assertEquals(byTerms.statistics(), literally.statistics(), "explored by terms, and by vectors without reduction");
        }
        expect(header.states(), check, literally.statistics().states(), "states");
        expect(header.transitions(), check, literally.statistics().transitions(), "transitions");
        expect(header.reduced(), check, byVectors.statistics().states(), "states when reduced");
        switch (byVectors.verdict()) {
            case Verdict.Erroneous(Diagnostic diagnostic) -> found.add(text(diagnostic, file));
            case Verdict.Inconclusive(String reason) -> assertTrue(header.undecided().contains(check.name()), reason);
            case Verdict.Holds(Optional<Counterexample> witness) -> assertRun(header, check, byVectors, byTerms, witness);
            case Verdict.Fails(Optional<Counterexample> counterexample) -> assertRun(header, check, byVectors, byTerms, counterexample);
        }
    }

    private static Outcome decide(Explorer explorer, Check check) {
        return explorer.check(check, Limits.NONE, Progress.SILENT, () -> false);
    }

    private static void assertRun(
            Header header, Check check, Outcome byVectors, Outcome byTerms, Optional<Counterexample> run) {
        assertEquals(!header.failing().contains(check.name()), byVectors.ok(), () -> "as expected: " + byVectors.verdict());
        assertFalse(header.undecided().contains(check.name()), "decided after all");
        assertTrue(steps(run(byVectors)) >= steps(run(byTerms)), "a run is shorter than the shortest");
        if (run.isEmpty()) {
            assertTrue(byVectors.statistics().states() <= byTerms.statistics().states(), "components are made smaller, never larger");
        }
        Optional.ofNullable(header.traces().get(check.name()))
                .ifPresent(trace -> assertEquals(trace, trace(run.orElseThrow()), "trace"));
        header.stepsOf(check.name()).ifPresent(steps -> assertEquals(steps, steps(run), "steps"));
    }

    private static Optional<Counterexample> run(Outcome outcome) {
        return switch (outcome.verdict()) {
            case Verdict.Holds(Optional<Counterexample> witness) -> witness;
            case Verdict.Fails(Optional<Counterexample> counterexample) -> counterexample;
            case Verdict.Inconclusive v -> Optional.empty();
            case Verdict.Erroneous v -> Optional.empty();
        };
    }

    private static void expect(Map<String, Long> said, Check check, long found, String what) {
        Optional.ofNullable(said.get(check.name())).ifPresent(number -> assertEquals(number, found, what));
    }

    /** {@code <a, b>}, and {@code then c} for the event that was not allowed. */
    private static String trace(Counterexample run) {
        return "<" + String.join(", ", run.trace()) + ">" + run.event().map(event -> " then " + event).orElse("");
    }

    private static int steps(Optional<Counterexample> run) {
        return run.map(shown -> shown.steps().size()).orElse(-1);
    }

    /** {@code error CSP0201 3:7}, and the file after it when it is not the spec itself. */
    private static String text(Diagnostic diagnostic, Path spec) {
        String severity = diagnostic.isError() ? "error" : "warning";
        if (diagnostic.span().isEmpty()) {
            return severity + " " + diagnostic.code() + " 0:0";
        }
        Location place = diagnostic.span().get().location();
        Path file = Path.of(place.file());
        String other = file.equals(spec) ? "" : " " + file.getFileName();
        return severity + " " + diagnostic.code() + " " + place.line() + ":" + place.column() + other;
    }
}
