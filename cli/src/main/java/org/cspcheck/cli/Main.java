package org.cspcheck.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cspcheck.model.source.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code csp-check}: which command is meant, what it is given, how it ends. */
public final class Main {
    /** Commands by name; {@code check} is meant where none is named. */
    static final List<String> COMMANDS = List.of("check", "print", "run", "trace", "explore", "completion", "man");

    private final Surroundings surroundings;
    private final FrontEnd frontEnd;
    private final Decider.Factory deciders;

    Main(Surroundings surroundings, FrontEnd frontEnd, Decider.Factory deciders) {
        this.surroundings = surroundings;
        this.frontEnd = frontEnd;
        this.deciders = deciders;
    }

    public static void main(String[] arguments) {
        Surroundings process = Surroundings.ofProcess();
        process.interruption().listen();
        ExitCode code = new Main(process, FrontEnd.SPECIFICATIONS, Decider.Factory.EXPLORER).run(arguments);
        process.out().flush();
        process.err().flush();
        boolean interrupted = process.interruption().getAsBoolean();
        process.interruption().reported();
        if (!interrupted) {
            end(process, code.number());
        }
    }

    /**
     * Ends at once. An ordinary exit looks for a logger to tell of it, in every jar, which takes 20 ms; all that is there to be done has
     * been done here. Whoever gives options to Java may want what it writes at an ordinary exit, such as a recording.
     */
    private static void end(Surroundings process, int code) {
        if (process.environment().getOrDefault("CSP_CHECK_JAVA_OPTS", "").isEmpty()) {
            Runtime.getRuntime().halt(code);
        }
        System.exit(code);
    }

    /** {@return how it ended} Nothing is thrown, whatever happens. */
    ExitCode run(String... arguments) {
        String command = arguments.length > 0 && COMMANDS.contains(arguments[0]) ? arguments[0] : "check";
        boolean named = arguments.length > 0 && command.equals(arguments[0]);
        try {
            return run(command, named ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments);
        } catch (UsageException mistake) {
            return usage(mistake.getMessage(), mistake.hint());
        } catch (ParameterException mistake) {
            return usage(message(mistake), hint(mistake));
        } catch (Throwable fault) {
            Fault.tell(fault, "running the command " + command, Arrays.asList(arguments).contains("-v"), surroundings.err());
            return ExitCode.FAULT;
        }
    }

    private ExitCode run(String command, String[] arguments) throws UsageException {
        if (command.equals("completion") || command.equals("man")) {
            surroundings.out().print(command.equals("man") ? ManPage.of(version()) : Completion.script());
            return ExitCode.OK;
        }
        CommandLine grammar = switch (command) {
            case "print" -> Grammar.print();
            case "explore" -> Grammar.explore();
            case "run" -> Grammar.run();
            case "trace" -> Grammar.trace();
            default -> Grammar.check();
        };
        ParseResult typed = grammar.parseArgs(arguments);
        if (typed.isUsageHelpRequested()) {
            grammar.usage(surroundings.out(), CommandLine.Help.Ansi.OFF);
            return ExitCode.OK;
        }
        if (typed.isVersionHelpRequested()) {
            surroundings.out().println("csp-check " + version());
            return ExitCode.OK;
        }
        if (command.equals("print")) {
            return new PrintCommand(PrintRequest.of(typed), surroundings, frontEnd).run();
        }
        if (command.equals("explore")) {
            return new ExploreCommand(ExploreCommand.Request.of(typed), surroundings, frontEnd).run();
        }
        if (command.equals("run")) {
            return new RunCommand(RunRequest.of(typed), surroundings, frontEnd).run();
        }
        if (command.equals("trace")) {
            return new TraceCommand(TraceCommand.Request.of(typed), surroundings, frontEnd).run();
        }
        CheckRequest request = CheckRequest.of(typed);
        if (request.choices().isPresent()) {
            return new ReplayCommand(request, surroundings, frontEnd).run();
        }
        ExitCode code = new CheckCommand(request, surroundings, frontEnd, deciders).run();
        String first = request.specs().getFirst();
        if (code == ExitCode.INPUT_ERROR && !first.contains(".") && !Files.exists(Path.of(first))) {
            Spelling.nearest(first, COMMANDS).ifPresent(meant -> surroundings.err().println("csp-check: did you mean the command " + meant + "?"));
        }
        return code;
    }

    private ExitCode usage(String message, String hint) {
        PrintStream err = surroundings.err();
        err.println("csp-check: " + message);
        hint.lines().forEach(line -> err.println("  " + line));
        err.flush();
        return ExitCode.INPUT_ERROR;
    }

    private static String message(ParameterException mistake) {
        String text = mistake.getMessage();
        return text.isEmpty() ? "cannot read the command line" : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static String hint(ParameterException mistake) {
        String see = "csp-check --help shows all options.";
        if (mistake instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            List<String> options = mistake.getCommandLine().getCommandSpec().options().stream()
                    .flatMap(option -> Arrays.stream(option.names()))
                    .toList();
            String meant = Spelling.didYouMean(unmatched.getUnmatched().getFirst().replaceAll("=.*", ""), options);
            return meant.isEmpty() ? see : meant + "\n" + see;
        }
        return see;
    }

    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }
}
