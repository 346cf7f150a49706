package org.cspcheck.cli;

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

    /** {@return the commands as one tree, for the completion of shells} */
    static CommandLine tree() {
        CommandLine root = check();
        root.addSubcommand("check", check());
        all().stream().skip(1).forEach(command -> root.addSubcommand(command.getCommandName().substring(NAME.length() + 1), command));
        root.addSubcommand("completion", new CommandLine(command("completion", "The completion of bash and zsh."), FACTORY));
        root.addSubcommand("man", new CommandLine(command("man", "The manual page."), FACTORY));
        return root;
    }

    /** What picocli makes for itself. Its own factory searches every jar for Groovy when it is loaded, in vain and for 20 ms. */
    private static final CommandLine.IFactory FACTORY = new CommandLine.IFactory() {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == List.class ? type.cast(new ArrayList<>()) : type.getDeclaredConstructor().newInstance();
        }
    };

    private enum Kind {
        FLAG,
        VALUE,
        LIST
    }

    private record Entry(Kind kind, String label, String description, String... names) {}

    private static final Entry HELP = new Entry(Kind.FLAG, "", "Show this help and exit.", "-h", "--help");
    private static final Entry VERSION = new Entry(Kind.FLAG, "", "Show the version and exit.", "-V", "--version");
    private static final Entry LANGUAGE = new Entry(
            Kind.VALUE, "yaml|cspm", "The language of the specs, where the name does not tell (default for standard input: cspm).", "--language");
    private static final Entry INCLUDE_PATH =
            new Entry(Kind.LIST, "DIR", "A folder where included and imported files are looked for as well; repeatable.", "--include-path");
    private static final Entry CLASSPATH =
            new Entry(Kind.VALUE, "PATH", "Where the classes of Java processes are: folders and jars.", "--classpath");
    private static final Entry COLOUR = new Entry(Kind.VALUE, "WHEN", "Colours: auto (default), always or never.", "--color");
    private static final Entry QUIET = new Entry(Kind.FLAG, "", "Only what did not come out as expected.", "-q", "--quiet");
    private static final Entry VERBOSE =
            new Entry(Kind.FLAG, "", "Also the runs behind expected answers, progress in files, details of faults.", "-v", "--verbose");

    private static final List<Entry> CHECKING = List.of(
            new Entry(Kind.LIST, "GLOB", "Only checks whose name or text matches (* and ? stand for anything); repeatable.", "--assert"),
            new Entry(Kind.VALUE, "text|json", "What standard output holds (default: text).", "--format"),
            new Entry(Kind.LIST, "KIND=FILE", "Also write a report to a file; repeatable. Kinds: json, junit, sarif, html, github (- is standard error).", "--report"),
            new Entry(Kind.VALUE, "changes|full", "How much of a counterexample is told (default: changes).", "--trace"),
            COLOUR,
            new Entry(Kind.VALUE, "N", "Stop a check after so many distinct states.", "--max-states"),
            new Entry(Kind.VALUE, "N", "Stop a check so many steps from the start.", "--max-depth"),
            new Entry(Kind.VALUE, "TIME", "Stop a check after this time: 30s, 5m, 1h30m.", "--timeout"),
            new Entry(Kind.VALUE, "SIZE", "Stop a check that needs more memory: 500m, 4g.", "--memory"),
            new Entry(Kind.VALUE, "DIR", "Go on on disk when memory is full, and leave checkpoints in DIR: the same command goes on from the last.", "--checkpoint"),
            new Entry(Kind.VALUE, "N", "Threads that search (default: all processors); verdicts do not depend on it.", "--workers"),
            new Entry(Kind.VALUE, "auto|none|always|symmetry", "Leave out states that cannot change the answer: when there are many (auto, the default), never, from the start, or those symmetric to others.", "--reduction"),
            new Entry(Kind.FLAG, "", "A process that has terminated counts as deadlocked.", "--termination-is-deadlock"),
            new Entry(Kind.FLAG, "", "Also where the time of each check went, by stage and by component.", "--profile"),
            new Entry(Kind.FLAG, "", "No effect yet: each check shows one counterexample, a shortest one.", "--all-failures"),
            LANGUAGE,
            INCLUDE_PATH,
            CLASSPATH,
            new Entry(Kind.VALUE, "N", "No effect on checks; csp-check run has a seed.", "--seed"),
            new Entry(Kind.VALUE, "FILE", "Replay one run instead of checking: the choices of a counterexample (of the check that --assert selects, else of the network), or a file of them.", "--choices"),
            QUIET,
            VERBOSE,
            HELP,
            VERSION);

    private static final List<Entry> PRINTING = List.of(
            new Entry(Kind.VALUE, "PROCESS", "The process that is drawn (default: NETWORK, or what the first check is about).", "--process"),
            new Entry(Kind.FLAG, "", "Its processes and the channels that join them; as text, or with --dot or --mermaid.", "--network"),
            new Entry(Kind.FLAG, "", "Its normal form: what it accepts after each trace; as text, or with --dot, --mermaid or --aut.", "--normal"),
            new Entry(Kind.FLAG, "", "For Graphviz; by itself the transition graph.", "--dot"),
            new Entry(Kind.FLAG, "", "For Mermaid; by itself the transition graph.", "--mermaid"),
            new Entry(Kind.FLAG, "", "The transition graph in Aldebaran format, which mCRL2 and CADP read.", "--aut"),
            new Entry(Kind.VALUE, "N", "Stop after so many states (default: 500 for --dot and --mermaid, 1000000 for --aut).", "--max-states"),
            LANGUAGE,
            INCLUDE_PATH,
            CLASSPATH,
            COLOUR,
            VERBOSE,
            HELP,
            VERSION);

    private static final List<Entry> EXPLORING = List.of(
            new Entry(Kind.FLAG, "", "In the terminal, by typed commands, instead of a page in a browser.", "--tty"),
            new Entry(Kind.VALUE, "PROCESS", "The process to walk in (default: NETWORK, or what the first check is about).", "--process"),
            new Entry(Kind.VALUE, "FILE", "Begin with these choices, or with those of a file: of a counterexample, or of an earlier walk.", "--choices"),
            new Entry(Kind.VALUE, "N", "The port of the page (default: any that is free).", "--port"),
            LANGUAGE,
            INCLUDE_PATH,
            CLASSPATH,
            COLOUR,
            VERBOSE,
            HELP,
            VERSION);

    private static final List<Entry> RUNNING = List.of(
            new Entry(Kind.VALUE, "PROCESS", "The process to run (default: NETWORK, or what the first check is about).", "--process"),
            new Entry(Kind.VALUE, "N", "Where random choices start from (the policy says which choices are random).", "--seed"),
            new Entry(Kind.VALUE, "FILE", "Make the choices of an earlier run again: their text, or the file that its spec names under choices:.", "--choices"),
            new Entry(Kind.VALUE, "PATH", "Where the classes of Java processes and of java: bindings are.", "--classpath"),
            new Entry(Kind.VALUE, "TIME", "Stop after this time: 30s, 5m, 1h30m.", "--timeout"),
            new Entry(Kind.VALUE, "FILE", "When it is stopped, by Ctrl-C or --timeout, save the network to this file.", "--save"),
            new Entry(Kind.VALUE, "FILE", "Go on with the network that was saved to this file.", "--resume"),
            new Entry(Kind.VALUE, "text|json", "How the outcome is told (default: text).", "--format"),
            LANGUAGE,
            INCLUDE_PATH,
            COLOUR,
            new Entry(Kind.FLAG, "", "Say nothing if all went well.", "-q", "--quiet"),
            new Entry(Kind.FLAG, "", "Details of faults.", "-v", "--verbose"),
            HELP,
            VERSION);

    private static final List<Entry> TRACING = List.of(
            new Entry(Kind.VALUE, "PROCESS", "The process that must allow the log (default: against: of the spec, then NETWORK).", "--process"),
            new Entry(Kind.FLAG, "", "Also what the log has visited of the specification, and what not.", "--coverage"),
            new Entry(Kind.VALUE, "text|json", "What standard output holds (default: text).", "--format"),
            new Entry(Kind.LIST, "KIND=FILE", "Also write a report to a file; repeatable.", "--report"),
            new Entry(Kind.VALUE, "changes|full", "How much of what was recorded is told (default: changes).", "--trace"),
            new Entry(Kind.FLAG, "", "Tell of every session that fails, not only of the first.", "--all-failures"),
            COLOUR,
            LANGUAGE,
            INCLUDE_PATH,
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
            command.addOption(
                    switch (entry.kind) {
                        case FLAG -> option.type(boolean.class)
                                .usageHelp(entry == HELP)
                                .versionHelp(entry == VERSION)
                                .build();
                        case VALUE -> option.type(String.class).paramLabel(entry.label).build();
                        case LIST -> option.type(List.class).auxiliaryTypes(String.class).arity("1").paramLabel(entry.label).build();
                    });
        }
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
