package org.cspcheck.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What can be typed after {@code csp-check}.
 *
 * <p>Built option by option, without annotations: reading those by reflection takes longer than a small check.
 */
final class Grammar {
    static final String NAME = "csp-check";

    private Grammar() {}

    /** {@code csp-check [check] SPEC...}. */
    static CommandLine check() {
        CommandSpec command = command(NAME, "Checks everything that the specs assert.");
        command.usageMessage().customSynopsis("csp-check [check] [OPTIONS] SPEC...", "csp-check print [OPTIONS] SPEC", "csp-check run [OPTIONS] SPEC", "csp-check trace [OPTIONS] SPEC LOG...", "csp-check explore [OPTIONS] SPEC");
        options(command, CHECKING);
        command.addPositional(specs("0..*"));
        command.usageMessage().footer(
                "",
                "SPEC is a YAML spec (.yaml, .yml) or a CSPm script (.csp, .cspm, .fdr2); - is standard input.",
                "",
                "Exit codes: 0 every check came out as expected; 1 at least one did not; 2 usage error, unreadable file or an error in a"
                        + " spec; 3 at least one check has no answer, or there was none; 70 a fault of the tool; 130 interrupted.",
                "",
                "csp-check print --help tells what can be printed, csp-check run --help how to run a network, csp-check explore --help how to walk"
                        + " through states.");
        return new CommandLine(command, FACTORY);
    }

    /** {@code csp-check print SPEC}. */
    static CommandLine print() {
        CommandSpec command = command(NAME + " print", "Prints the definitions of a spec, or a process: its states, its network, its normal form.");
        options(command, PRINTING);
        command.addPositional(specs("0..*"));
        return new CommandLine(command, FACTORY);
    }

    /** {@code csp-check explore SPEC}. */
    static CommandLine explore() {
        CommandSpec command = command(NAME + " explore", "Walks through the states of a process by hand: a local page, or the terminal.");
        options(command, EXPLORING);
        command.addPositional(specs("0..*"));
        return new CommandLine(command, FACTORY);
    }

    /** {@code csp-check run SPEC}. */
    static CommandLine run() {
        CommandSpec command = command(NAME + " run", "Runs the network of a spec in production: real clock, real input and output.");
        options(command, RUNNING);
        command.addPositional(specs("0..*"));
        command.usageMessage().footer(
                "",
                "The section run: of a spec says where channels lead, how choices are made, and which logs are written.",
                "",
                "Exit codes: 0 the network terminated, or its input or the choices to repeat ended; 1 it deadlocked or failed, or a monitor objected; 2 usage"
                        + " error or an error in the spec; 3 stopped at --timeout; 70 a fault of the tool; 130 interrupted.");
        return new CommandLine(command, FACTORY);
    }

    /** {@code csp-check trace SPEC LOG...}. */
    static CommandLine trace() {
        CommandSpec command = command(NAME + " trace", "Verifies that what a log has recorded is a trace of the specification.");
        command.usageMessage().customSynopsis("csp-check trace [OPTIONS] SPEC LOG...");
        options(command, TRACING);
        command.addPositional(specs("0..*"));
        command.usageMessage().footer(
                "",
                "LOG is JSON Lines with a member event, or what `trace:` of the spec says; compressed by gzip or not; - is standard"
                        + " input, which is followed as it comes.",
                "",
                "Exit codes: 0 everything recorded is allowed; 1 an event, or the end, is not; 2 usage error, unreadable file or line, or"
                        + " an error in the spec; 3 no answer, because events are missing or there are none; 70 a fault of the tool; 130 interrupted.");
        return new CommandLine(command, FACTORY);
    }

    /** {@return every command that takes a spec, {@code check} first} */
    static List<CommandLine> all() {
        return List.of(check(), print(), run(), trace(), explore());
    }

    /** What picocli makes for itself. Its own factory searches every jar for Groovy when it is loaded, in vain and for 20 ms. */
    private static final CommandLine.IFactory FACTORY = new CommandLine.IFactory() {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == List.class ? type.cast(new ArrayList<>()) : type.getDeclaredConstructor().newInstance();
        }
    };

    /**
     * An option.
     *
     * @param type what shells offer for its value: files for a path, nothing for a text; a flag has no value
     * @param words what else they offer; what ends in = goes on with a file
     */
    private record Entry(Class<?> type, String label, List<String> words, boolean repeatable, String description, String... names) {}

    private static Entry flag(String description, String... names) {
        return new Entry(boolean.class, "", List.of(), false, description, names);
    }

    private static Entry text(String label, String description, String name) {
        return new Entry(String.class, label, List.of(), false, description, name);
    }

    private static Entry oneOf(List<String> words, String description, String name) {
        return new Entry(String.class, String.join("|", words), words, false, description, name);
    }

    private static Entry file(String label, String description, String name) {
        return new Entry(Path.class, label, List.of(), false, description, name);
    }

    private static final List<String> KINDS = List.of("json=", "junit=", "sarif=", "html=", "github=");
    private static final Entry HELP = flag("Show this help and exit.", "-h", "--help");
    private static final Entry VERSION = flag("Show the version and exit.", "-V", "--version");
    private static final Entry LANGUAGE = oneOf(List.of("yaml", "cspm"), "The language of the specs, where the name does not tell (default for standard input: cspm).", "--language");
    private static final Entry INCLUDE_PATH = new Entry(Path.class, "DIR", List.of(), true, "A folder where included and imported files are looked for as well; repeatable.", "--include-path");
    private static final Entry CLASSPATH = file("PATH", "Where the classes of Java processes are: folders and jars.", "--classpath");
    private static final Entry COLOUR = new Entry(String.class, "WHEN", List.of("auto", "always", "never"), false, "Colours: auto (default), always or never.", "--color");
    private static final Entry QUIET = flag("Only what did not come out as expected.", "-q", "--quiet");
    private static final Entry VERBOSE = flag("Also the runs behind expected answers, progress in files, details of faults.", "-v", "--verbose");

    private static final List<Entry> CHECKING = List.of(
            new Entry(String.class, "GLOB", List.of(), true, "Only checks whose name or text matches (* and ? stand for anything); repeatable.", "--assert"),
            oneOf(List.of("text", "json"), "What standard output holds (default: text).", "--format"),
            new Entry(String.class, "KIND=FILE", KINDS, true, "Also write a report to a file; repeatable. Kinds: json, junit, sarif, html, github (- is standard error).", "--report"),
            oneOf(List.of("changes", "full"), "How much of a counterexample is told (default: changes).", "--trace"),
            COLOUR,
            text("N", "Stop a check after so many distinct states.", "--max-states"),
            text("N", "Stop a check so many steps from the start.", "--max-depth"),
            text("TIME", "Stop a check after this time: 30s, 5m, 1h30m.", "--timeout"),
            text("SIZE", "Stop a check that needs more memory: 500m, 4g.", "--memory"),
            file("DIR", "Go on on disk when memory is full, and leave checkpoints in DIR: the same command goes on from the last.", "--checkpoint"),
            text("N", "Threads that search (default: all processors); verdicts do not depend on it.", "--workers"),
            oneOf(List.of("auto", "none", "always", "symmetry"), "Leave out states that cannot change the answer: when there are many (auto, the default), never, from the start, or those symmetric to others.", "--reduction"),
            flag("A process that has terminated counts as deadlocked.", "--termination-is-deadlock"),
            flag("Also where the time of each check went, by stage and by component.", "--profile"),
            flag("No effect yet: each check shows one counterexample, a shortest one.", "--all-failures"),
            LANGUAGE,
            INCLUDE_PATH,
            CLASSPATH,
            text("N", "No effect on checks; csp-check run has a seed.", "--seed"),
            file("FILE", "Replay one run instead of checking: the choices of a counterexample (of the check that --assert selects, else of the network), or a file of them.", "--choices"),
            QUIET,
            VERBOSE,
            HELP,
            VERSION);

    private static final List<Entry> PRINTING = List.of(
            text("PROCESS", "The process that is drawn (default: NETWORK, or what the first check is about).", "--process"),
            flag("Its processes and the channels that join them; as text, or with --dot or --mermaid.", "--network"),
            flag("Its normal form: what it accepts after each trace; as text, or with --dot, --mermaid or --aut.", "--normal"),
            flag("For Graphviz; by itself the transition graph.", "--dot"),
            flag("For Mermaid; by itself the transition graph.", "--mermaid"),
            flag("The transition graph in Aldebaran format, which mCRL2 and CADP read.", "--aut"),
            text("N", "Stop after so many states (default: 500 for --dot and --mermaid, 1000000 for --aut).", "--max-states"),
            LANGUAGE,
            INCLUDE_PATH,
            CLASSPATH,
            COLOUR,
            VERBOSE,
            HELP,
            VERSION);

    private static final List<Entry> EXPLORING = List.of(
            flag("In the terminal, by typed commands, instead of a page in a browser.", "--tty"),
            text("PROCESS", "The process to walk in (default: NETWORK, or what the first check is about).", "--process"),
            file("FILE", "Begin with these choices, or with those of a file: of a counterexample, or of an earlier walk.", "--choices"),
            text("N", "The port of the page (default: any that is free).", "--port"),
            LANGUAGE,
            INCLUDE_PATH,
            CLASSPATH,
            COLOUR,
            VERBOSE,
            HELP,
            VERSION);

    private static final List<Entry> RUNNING = List.of(
            text("PROCESS", "The process to run (default: NETWORK, or what the first check is about).", "--process"),
            text("N", "Where random choices start from (the policy says which choices are random).", "--seed"),
            file("FILE", "Make the choices of an earlier run again: their text, or the file that its spec names under choices:.", "--choices"),
            file("PATH", "Where the classes of Java processes and of java: bindings are.", "--classpath"),
            text("TIME", "Stop after this time: 30s, 5m, 1h30m.", "--timeout"),
            file("FILE", "When it is stopped, by Ctrl-C or --timeout, save the network to this file.", "--save"),
            file("FILE", "Go on with the network that was saved to this file.", "--resume"),
            oneOf(List.of("text", "json"), "How the outcome is told (default: text).", "--format"),
            LANGUAGE,
            INCLUDE_PATH,
            COLOUR,
            flag("Say nothing if all went well.", "-q", "--quiet"),
            flag("Details of faults.", "-v", "--verbose"),
            HELP,
            VERSION);

    private static final List<Entry> TRACING = List.of(
            text("PROCESS", "The process that must allow the log (default: against: of the spec, then NETWORK).", "--process"),
            flag("Also what the log has visited of the specification, and what not.", "--coverage"),
            oneOf(List.of("text", "json"), "What standard output holds (default: text).", "--format"),
            new Entry(String.class, "KIND=FILE", KINDS, true, "Also write a report to a file; repeatable.", "--report"),
            oneOf(List.of("changes", "full"), "How much of what was recorded is told (default: changes).", "--trace"),
            flag("Tell of every session that fails, not only of the first.", "--all-failures"),
            COLOUR,
            LANGUAGE,
            INCLUDE_PATH,
            CLASSPATH,
            QUIET,
            VERBOSE,
            HELP,
            VERSION);

    private static CommandSpec command(String name, String about) {
        CommandSpec command = CommandSpec.wrapWithoutInspection(null, FACTORY).name(name);
        command.usageMessage().description(about, "").sortOptions(false).width(100);
        return command;
    }

    private static void options(CommandSpec command, List<Entry> entries) {
        for (Entry entry : entries) {
            OptionSpec.Builder option = OptionSpec.builder(entry.names).description(entry.description);
            if (entry.type == boolean.class) {
                option.type(boolean.class).usageHelp(entry == HELP).versionHelp(entry == VERSION);
            } else {
                taking(option, entry).paramLabel(entry.label).completionCandidates(entry.words.isEmpty() ? null : entry.words);
            }
            command.addOption(option.build());
        }
    }

    /** Whatever shells offer, the value is the text that was typed: some options take a file or something else. */
    private static OptionSpec.Builder taking(OptionSpec.Builder option, Entry entry) {
        OptionSpec.Builder typed = entry.repeatable ? option.type(List.class).auxiliaryTypes(entry.type).arity("1") : option.type(entry.type);
        return typed.converters(text -> text);
    }

    private static PositionalParamSpec specs(String arity) {
        return PositionalParamSpec.builder()
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity(arity)
                .paramLabel("SPEC")
                .description("What to read.")
                .hidden(true)
                .build();
    }
}
