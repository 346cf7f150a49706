import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.cspcheck.explorer.Explorer;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.value.Value;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.specs.SourceReader;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.Specifications;
import org.cspcheck.specs.parse.FileIncludes;
import org.cspcheck.specs.parse.Parser;

/** See the script {@code corpus} beside this file. Each script is read and checked on a thread of its own, with a time limit. */
class CorpusCheck {
    private static final int STATES_OF_A_REJECTED_PROCESS = 200;
    private static final String STUCK = "does not stop at its time limit";
    private static final long STACK = 1L << 30;

    /** How something came out. */
    private enum Grade {
        RIGHT,
        WRONG,
        OPEN,
        UNREAD
    }

    /** One line of the result. */
    private record Line(String group, Grade grade, String where, String what, double seconds) {}

    private record Assertion(int line, int number, String text, boolean pass, String confidence) {}

    private final Path folder;
    private final Duration time;
    private final Options how;
    private final List<Line> lines = new ArrayList<>();

    CorpusCheck(Path folder, Duration time, Options how) {
        this.how = how;
        this.folder = folder;
        this.time = time;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new LinkedHashMap<>(Map.of("--time", "30s", "--jobs", "1", "--only", "", "--reduction", "auto"));
        String folder = arguments[arguments.length - 1];
        boolean verbose = false;
        for (int i = 0; i < arguments.length; i++) {
            if (options.containsKey(arguments[i])) {
                options.put(arguments[i], arguments[++i]);
            }
            verbose |= arguments[i].equals("--verbose");
        }
        var reduction = Options.Reduction.valueOf(options.get("--reduction").toUpperCase(java.util.Locale.ROOT));
        var corpus = new CorpusCheck(Path.of(folder), Duration.parse("PT" + options.get("--time")), new Options(1, reduction, false));
        corpus.run(Integer.parseInt(options.get("--jobs")), options.get("--only"));
        System.exit(corpus.tell(verbose) ? 0 : 1);
    }

    // --- running -----------------------------------------------------------------------------------------------------------

    private void run(int jobs, String only) throws Exception {
        Map<String, List<String[]>> asserted = byPath("expected.tsv", only);
        Map<String, List<String[]>> read = byPath("frontend.tsv", only);
        try (var pool = Executors.newFixedThreadPool(jobs)) {
            var pending = new ArrayList<Future<List<Line>>>();
            asserted.forEach((path, rows) -> pending.add(pool.submit(() -> script(path, rows))));
            read.forEach((path, rows) -> pending.add(pool.submit(() -> frontEnd(path, rows.getFirst()))));
            int done = 0;
            for (Future<List<Line>> script : pending) {
                lines.addAll(script.get());
                done++;
                if (System.console() != null) {
                    System.err.print("\r" + done + " of " + pending.size() + " scripts");
                }
            }
        }
    }

    private Map<String, List<String[]>> byPath(String table, String only) throws IOException {
        if (!Files.exists(folder.resolve(table))) {
            return Map.of();
        }
        return Files.readAllLines(folder.resolve(table)).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(row -> row[0].contains(only))
                .collect(Collectors.groupingBy(row -> row[0], LinkedHashMap::new, Collectors.toList()));
    }

    private static <T> T onDeepStack(Callable<T> work, Duration limit) throws ExecutionException, TimeoutException, InterruptedException {
        var task = new FutureTask<T>(work);
        var thread = new Thread(null, task, "script", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            thread.interrupt();
            throw late;
        }
    }

    private Specification read(String path) {
        return Specifications.read(folder.resolve(path).toString(), Optional.empty(), List.of(), InputStream.nullInputStream());
    }

    // --- assertions --------------------------------------------------------------------------------------------------------

    private List<Line> script(String path, List<String[]> rows) throws InterruptedException {
        var told = new ArrayList<Line>();
        List<Assertion> assertions = rows.stream()
                .map(row -> new Assertion(Integer.parseInt(row[1]), Integer.parseInt(row[2]), row[3], row[4].equals("pass"), row[5]))
                .toList();
        long start = System.nanoTime();
        Specification specification;
        try {
            specification = onDeepStack(() -> read(path), time.plusSeconds(10));
        } catch (ExecutionException | TimeoutException failure) {
            assertions.forEach(asked -> told.add(line(path, asked, Grade.UNREAD, describe(failure), start)));
            return told;
        }
        if (specification.hasErrors()) {
            String why = firstError(specification);
            assertions.forEach(asked -> told.add(line(path, asked, Grade.UNREAD, why, start)));
            return told;
        }
        var explorer = new Explorer(specification.alphabet(), how);
        for (Assertion asked : assertions) {
            long begin = System.nanoTime();
            Optional<Check> check = find(specification, asked);
            if (check.isEmpty()) {
                told.add(line(path, asked, Grade.UNREAD, "there is no such assertion", begin));
                continue;
            }
            Line line = decide(path, explorer, check.get(), asked, begin);
            told.add(line);
            if (line.what.equals(STUCK)) {
                // What it shares with the others is still in use.
                specification = read(path);
                explorer = new Explorer(specification.alphabet(), how);
            }
        }
        return told;
    }

    /** By line, else by number, both within the script itself. */
    private static Optional<Check> find(Specification specification, Assertion asked) {
        List<Check> checks = specification.checks();
        Optional<Check> onLine = checks.stream()
                .filter(check -> check.span().filter(span -> span.location().line() == asked.line
                                && span.location().file().equals(specification.name())).isPresent())
                .findFirst();
        if (onLine.isPresent()) {
            return onLine;
        }
        return asked.number <= checks.size() ? Optional.of(checks.get(asked.number - 1)) : Optional.empty();
    }

    private Line decide(String path, Explorer explorer, Check check, Assertion asked, long begin) throws InterruptedException {
        Limits limits = new Limits(
                java.util.OptionalLong.empty(), java.util.OptionalInt.empty(), java.util.OptionalLong.empty(), Optional.of(time));
        try {
            Outcome outcome = onDeepStack(
                    () -> explorer.check(check, limits, Progress.SILENT, () -> false), time.plusSeconds(10));
            return switch (outcome.verdict()) {
                case Verdict.Holds v -> line(path, asked, asked.pass ? Grade.RIGHT : Grade.WRONG, "holds", begin);
                case Verdict.Fails v -> line(path, asked, asked.pass ? Grade.WRONG : Grade.RIGHT, "fails", begin);
                case Verdict.Inconclusive v -> line(path, asked, Grade.OPEN, v.reason() + ", " + outcome.statistics(), begin);
                case Verdict.Erroneous v -> line(path, asked, Grade.UNREAD, v.diagnostic().toString(), begin);
            };
        } catch (TimeoutException late) {
            return line(path, asked, Grade.OPEN, STUCK, begin);
        } catch (ExecutionException failure) {
            return line(path, asked, Grade.WRONG, describe(failure), begin);
        }
    }

    private static Line line(String path, Assertion asked, Grade grade, String what, long begin) {
        String where = path + ":" + asked.line + " " + asked.text.replaceFirst("^assert +", "");
        String expected = grade == Grade.WRONG ? " (known to " + (asked.pass ? "hold" : "fail") + ", " + asked.confidence + ")" : "";
        return new Line("assertions", grade, where, what + expected, (System.nanoTime() - begin) / 1e9);
    }

    // --- the front end -----------------------------------------------------------------------------------------------------

    private List<Line> frontEnd(String path, String[] row) throws InterruptedException {
        long begin = System.nanoTime();
        String phase = row[1];
        boolean accept = row[2].equals("accept");
        Grade grade;
        String what;
        try {
            Optional<String> objection = onDeepStack(() -> objection(path, phase, accept), time.plusSeconds(10));
            grade = objection.isPresent() == accept ? Grade.WRONG : Grade.RIGHT;
            what = objection.orElse("accepted");
        } catch (TimeoutException late) {
            grade = Grade.OPEN;
            what = "time limit reached";
        } catch (ExecutionException failure) {
            grade = Grade.WRONG;
            what = describe(failure);
        }
        return List.of(new Line(phase + " " + row[2], grade, path, what, (System.nanoTime() - begin) / 1e9));
    }

    /** {@return what is wrong with a script, if anything is found} A script that need only be readable may mention what nobody defines. */
    private Optional<String> objection(String path, String phase, boolean accept) {
        if (accept && (phase.equals("parser") || phase.equals("prettyprinter"))) {
            var diagnostics = new Diagnostics();
            String script = folder.resolve(path).toString();
            FileIncludes includes = new FileIncludes(List.of(), (name, file) -> SourceReader.read(name, file, diagnostics));
            SourceReader.read(script, Path.of(script), diagnostics)
                    .ifPresent(source -> Parser.script(source, includes, diagnostics));
            return diagnostics.all().stream().filter(Diagnostic::isError).map(Diagnostic::toString).findFirst();
        }
        Specification specification = read(path);
        if (specification.hasErrors()) {
            return Optional.of(firstError(specification));
        }
        return phase.equals("evaluator") ? objection(specification, accept) : Optional.empty();
    }

    private static Optional<String> objection(Specification specification, boolean accept) {
        var evaluation = specification.evaluation().orElseThrow();
        for (String name : evaluation.definitions()) {
            boolean claims = name.startsWith("test");
            boolean process = name.startsWith("procTest");
            try {
                if (process && !accept) {
                    walk(evaluation.process(Parser.expression(Source.of(name, name), new Diagnostics()).orElseThrow()));
                } else if (claims || !accept) {
                    Value value = evaluation.definition(name);
                    if (claims && accept && !(value instanceof Value.Opaque) && !value.toString().equals("true")) {
                        return Optional.of(name + " is " + value);
                    }
                }
            } catch (SpecificationException mistake) {
                return Optional.of(name + ": " + mistake.getMessage());
            }
        }
        return accept ? Optional.empty() : evaluated(specification);
    }

    /** {@return the first mistake in a process that an assertion is about} */
    private static Optional<String> evaluated(Specification specification) {
        for (Check check : specification.checks()) {
            try {
                walk(check.subject());
            } catch (SpecificationException mistake) {
                return Optional.of(check.name() + ": " + mistake.getMessage());
            }
        }
        return Optional.empty();
    }

    private static void walk(Process process) {
        var rules = new FiringRules();
        var seen = new HashSet<Process>();
        var queue = new ArrayList<>(List.of(rules.settle(process)));
        for (int i = 0; i < queue.size() && i < STATES_OF_A_REJECTED_PROCESS; i++) {
            for (Step step : rules.steps(queue.get(i))) {
                if (seen.add(step.target())) {
                    queue.add(step.target());
                }
            }
        }
    }

    // --- telling -----------------------------------------------------------------------------------------------------------

    private static String firstError(Specification specification) {
        return specification.diagnostics().stream().filter(Diagnostic::isError).findFirst().orElseThrow().toString();
    }

    private static String describe(Exception failure) {
        Throwable cause = failure instanceof ExecutionException ? failure.getCause() : failure;
        StackTraceElement[] trace = cause.getStackTrace();
        return "fault: " + cause + (trace.length > 0 ? " at " + trace[0] : "");
    }

    private boolean tell(boolean verbose) {
        for (Grade grade : Grade.values()) {
            if (grade != Grade.RIGHT || verbose) {
                lines.stream().filter(line -> line.grade == grade).forEach(line -> System.out.printf(
                        "%-6s %7.2f s  %s%n                   %s%n", grade.name().toLowerCase(), line.seconds, line.where, line.what));
            }
        }
        var groups = new TreeMap<String, Map<Grade, Long>>();
        lines.forEach(line -> groups.computeIfAbsent(line.group, group -> new TreeMap<>()).merge(line.grade, 1L, Long::sum));
        groups.forEach((group, counts) -> {
            long total = counts.values().stream().mapToLong(Long::longValue).sum();
            System.out.printf("%-22s %4d:", group, total);
            for (Grade grade : Grade.values()) {
                System.out.printf("  %4d %s", counts.getOrDefault(grade, 0L), grade.name().toLowerCase());
            }
            System.out.println();
        });
        return lines.stream().noneMatch(line -> line.grade == Grade.WRONG);
    }
}
