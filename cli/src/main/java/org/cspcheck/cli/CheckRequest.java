package org.cspcheck.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.Options.Reduction;
import org.cspcheck.model.source.Spelling;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.reports.text.Tracing;
import org.cspcheck.specs.Specifications.Language;
import org.cspcheck.specs.yaml.Quantity;
import picocli.CommandLine.ParseResult;

/**
 * What a person asked {@code csp-check check} for.
 *
 * @param specs paths, {@code -} for standard input
 * @param asserts globs; empty means every check
 * @param checkpoint the folder where searches may write
 * @param choices the choices to replay, or a file of them; empty to check
 * @param remarks what is to be said about options that were given and change nothing
 */
record CheckRequest(
        List<String> specs,
        Reading reading,
        List<String> asserts,
        Format format,
        List<Report> reports,
        Tracing tracing,
        Surroundings.Colour colour,
        Limits limits,
        Options options,
        Optional<Path> checkpoint,
        boolean quiet,
        boolean verbose,
        Optional<String> choices,
        List<String> remarks) {
    /** What standard output holds. */
    enum Format {
        TEXT,
        JSON
    }

    /** How specs are read. */
    record Reading(Optional<Language> language, List<Path> includePath, ClassPath classes) {}

    /** A report that goes to a file; {@code -} is standard error, for annotations alone. */
    record Report(String kind, Path file) {
        boolean isOnStandardError() {
            return file.toString().equals("-");
        }

        @Override
        public String toString() {
            return "--report " + kind + "=" + file;
        }
    }

    /** Kinds of reports that this version writes. */
    static final List<String> REPORT_KINDS = List.of("json", "junit", "sarif", "html", "github");

    private static final List<String> EXTENSIONS = List.of("json", "xml", "sarif", "html", "txt");

    /** Kinds that show runs with what they are drawn against. */
    private static final List<String> DRAWING = List.of("sarif", "html");

    private static final Map<String, String> WITHOUT_EFFECT = Map.of(
            "--all-failures", "--all-failures has no effect on checks: each shows one counterexample, a shortest one",
            "--seed", "--seed has no effect on checks: nothing in them is random");

    /** {@return whether a report needs the scenes of runs} */
    boolean wantsScenes() {
        return reports.stream().anyMatch(report -> DRAWING.contains(report.kind()));
    }

    static CheckRequest of(ParseResult typed) throws UsageException {
        return new CheckRequest(
                specs(typed),
                reading(typed),
                all(typed, "--assert"),
                oneOf(typed, "--format", Format.values(), Format.TEXT),
                reports(typed),
                oneOf(typed, "--trace", Tracing.values(), Tracing.CHANGES),
                oneOf(typed, "--color", Surroundings.Colour.values(), Surroundings.Colour.AUTO),
                limits(typed),
                options(typed),
                checkpoint(typed),
                typed.hasMatchedOption("--quiet"),
                typed.hasMatchedOption("--verbose"),
                Optional.ofNullable(typed.matchedOptionValue("--choices", (String) null)),
                WITHOUT_EFFECT.keySet().stream().sorted().filter(typed::hasMatchedOption).map(WITHOUT_EFFECT::get).toList());
    }

    private static Options options(ParseResult typed) throws UsageException {
        var options = new Options(
                count(typed, "--workers").map(CheckRequest::small).orElse(Runtime.getRuntime().availableProcessors()),
                oneOf(typed, "--reduction", Reduction.values(), Reduction.AUTO),
                typed.hasMatchedOption("--termination-is-deadlock"));
        return typed.hasMatchedOption("--profile") ? options.clocked(System::nanoTime) : options;
    }

    static List<String> specs(ParseResult typed) throws UsageException {
        List<String> specs = typed.hasMatchedPositional(0) ? typed.matchedPositional(0).getValue() : List.of();
        if (specs.isEmpty()) {
            throw new UsageException("which spec?", "Name a YAML spec or a CSPm script: csp-check SPEC... (csp-check --help shows all options).");
        }
        if (specs.stream().filter("-"::equals).count() > 1) {
            throw new UsageException("standard input (-) can be read only once", "");
        }
        return specs;
    }

    static Reading reading(ParseResult typed) throws UsageException {
        Optional<Language> language = Optional.ofNullable(oneOf(typed, "--language", Language.values(), null));
        var folders = new ArrayList<Path>();
        for (String folder : all(typed, "--include-path")) {
            folders.add(path("--include-path", folder));
        }
        return new Reading(language, List.copyOf(folders), classPath(typed));
    }

    private static ClassPath classPath(ParseResult typed) throws UsageException {
        String option = typed.matchedOptionValue("--classpath", "");
        try {
            return ClassPath.of(ClassPath.places(option));
        } catch (java.nio.file.InvalidPathException invalid) {
            throw new UsageException("--classpath " + option + ": not a path", "");
        }
    }

    private static List<Report> reports(ParseResult typed) throws UsageException {
        var reports = new ArrayList<Report>();
        for (String report : all(typed, "--report")) {
            int equals = report.indexOf('=');
            String kind = equals < 0 ? report : report.substring(0, equals);
            if (!REPORT_KINDS.contains(kind)) {
                throw new UsageException(
                        "--report " + report + ": this version writes no report of kind " + kind,
                        "Kinds: " + String.join(", ", REPORT_KINDS) + ". Example: --report json=report.json");
            }
            if (equals < 0 || equals == report.length() - 1) {
                throw new UsageException("--report " + report + ": which file?", "Example: --report " + kind + "=report." + EXTENSIONS.get(REPORT_KINDS.indexOf(kind)));
            }
            if (report.endsWith("=-") && !kind.equals("github")) {
                throw new UsageException("--report " + report + ": reports go to files", "--format json puts the document on standard output.");
            }
            var asked = new Report(kind, path("--report", report.substring(equals + 1)));
            if (!asked.isOnStandardError() && reports.stream().anyMatch(other -> other.file().equals(asked.file()))) {
                throw new UsageException(asked + ": another report goes to the same file", "");
            }
            reports.add(asked);
        }
        return reports;
    }

    static Limits limits(ParseResult typed) throws UsageException {
        Optional<Long> states = count(typed, "--max-states");
        Optional<Long> depth = count(typed, "--max-depth");
        Optional<Long> memory = parsed(typed, "--memory", "a size such as 500m or 4g", text -> boxed(Quantity.bytes(text)));
        return new Limits(
                states.map(OptionalLong::of).orElse(OptionalLong.empty()),
                depth.map(limit -> OptionalInt.of(small(limit))).orElse(OptionalInt.empty()),
                memory.map(OptionalLong::of).orElse(OptionalLong.empty()),
                parsed(typed, "--timeout", "a time such as 30s, 5m or 1h30m", Quantity::duration));
    }

    private static Optional<Path> checkpoint(ParseResult typed) throws UsageException {
        String folder = typed.matchedOptionValue("--checkpoint", (String) null);
        if (folder == null) {
            return Optional.empty();
        }
        Path path = path("--checkpoint", folder);
        if (Files.exists(path) && !(Files.isDirectory(path) && Files.isWritable(path))) {
            throw new UsageException("--checkpoint " + folder + ": not a folder that can be written to", "");
        }
        return Optional.of(path);
    }

    static Optional<Long> count(ParseResult typed, String option) throws UsageException {
        return parsed(typed, option, "a number from 1 up", text -> boxed(Quantity.count(text)));
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    private static int small(long number) {
        return (int) Math.min(number, Integer.MAX_VALUE);
    }

    private static <T> Optional<T> parsed(ParseResult typed, String option, String what, Function<String, Optional<T>> parse)
            throws UsageException {
        String text = typed.matchedOptionValue(option, (String) null);
        if (text == null) {
            return Optional.empty();
        }
        Optional<T> value = parse.apply(text);
        if (value.isEmpty()) {
            throw new UsageException(option + " " + text + ": not " + what, "");
        }
        return value;
    }

    static <E extends Enum<E>> E oneOf(ParseResult typed, String option, E[] choices, E otherwise) throws UsageException {
        String text = typed.matchedOptionValue(option, (String) null);
        if (text == null) {
            return otherwise;
        }
        var words = new ArrayList<String>();
        for (E choice : choices) {
            String word = choice.name().toLowerCase(Locale.ROOT);
            if (word.equals(text)) {
                return choice;
            }
            words.add(word);
        }
        String meant = Spelling.didYouMean(text, words);
        throw new UsageException(
                option + " " + text + ": not one of " + String.join(", ", words), meant);
    }

    static List<String> all(ParseResult typed, String option) {
        return typed.matchedOptionValue(option, List.of());
    }

    private static Path path(String option, String text) throws UsageException {
        try {
            return Path.of(text);
        } catch (java.nio.file.InvalidPathException invalid) {
            throw new UsageException(option + " " + text + ": not a path", "");
        }
    }
}
