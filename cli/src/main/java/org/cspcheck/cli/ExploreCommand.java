package org.cspcheck.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cspcheck.cli.explore.Session;
import org.cspcheck.cli.explore.TerminalWalk;
import org.cspcheck.cli.explore.WalkServer;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.reports.text.DiagnosticText;
import org.cspcheck.specs.Specification;
import picocli.CommandLine.ParseResult;

/** {@code csp-check explore}: a walk through the states of a process, as a local page or in the terminal. */
final class ExploreCommand {
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int POLL_MILLIS = 50;
    private static final int HIGHEST_PORT = 65_535;

    /**
     * What a person asked for.
     *
     * @param process the expression to walk in; empty for the network
     * @param choices the choices to begin with, or a file of them
     * @param port 0 for any
     */
    record Request(
            String spec,
            CheckRequest.Reading reading,
            Optional<String> process,
            Optional<String> choices,
            boolean terminal,
            int port,
            Surroundings.Colour colour,
            boolean verbose) {
        static Request of(ParseResult typed) throws UsageException {
            List<String> specs = CheckRequest.specs(typed);
            if (specs.size() > 1) {
                throw new UsageException("explore takes one spec, and was given " + specs.size(), "");
            }
            long port = CheckRequest.count(typed, "--port").orElse(0L);
            if (port > HIGHEST_PORT) {
                throw new UsageException("--port " + port + ": there is no such port", "");
            }
            boolean terminal = typed.hasMatchedOption("--tty");
            if (terminal && specs.getFirst().equals("-")) {
                throw new UsageException("standard input (-) holds the commands of --tty, and cannot hold the spec as well", "");
            }
            return new Request(
                    specs.getFirst(),
                    CheckRequest.reading(typed),
                    Optional.ofNullable(typed.matchedOptionValue("--process", (String) null)),
                    Optional.ofNullable(typed.matchedOptionValue("--choices", (String) null)),
                    terminal,
                    (int) port,
                    CheckRequest.oneOf(typed, "--color", Surroundings.Colour.values(), Surroundings.Colour.AUTO),
                    typed.hasMatchedOption("--verbose"));
        }
    }

    private final Request request;
    private final Surroundings surroundings;
    private final FrontEnd frontEnd;

    ExploreCommand(Request request, Surroundings surroundings, FrontEnd frontEnd) {
        this.request = request;
        this.surroundings = surroundings;
        this.frontEnd = frontEnd;
    }

    ExitCode run() throws UsageException {
        DeepThread.End<Optional<Session>> begun = deep(this::begin);
        return switch (begun) {
            case DeepThread.End.Returned<Optional<Session>>(Optional<Session> session) when session.isEmpty() -> ExitCode.INPUT_ERROR;
            case DeepThread.End.Returned<Optional<Session>>(Optional<Session> session) when request.terminal() -> ended(deep(() -> typed(session.get())));
            case DeepThread.End.Returned<Optional<Session>>(Optional<Session> session) -> served(session.get());
            case DeepThread.End.Abandoned<Optional<Session>>() -> ExitCode.INTERRUPTED;
            case DeepThread.End.Threw<Optional<Session>>(UsageException mistake) -> throw mistake;
            case DeepThread.End.Threw<Optional<Session>>(Throwable cause) -> failed(cause);
        };
    }

    private <T> DeepThread.End<T> deep(Callable<T> work) {
        return DeepThread.run("explore", work, surroundings.interruption(), GRACE);
    }

    private Optional<Session> begin() throws UsageException {
        Specification specification = frontEnd.read(request.spec(), request.reading(), surroundings.in());
        surroundings.err().print(DiagnosticText.of(specification.diagnostics(), surroundings.errPage(request.colour())));
        surroundings.err().flush();
        if (specification.hasErrors() || specification.evaluation().isEmpty()) {
            return Optional.empty();
        }
        var session = new Session(
                specification, Subject.of(specification, specification.evaluation().get(), request.process()), surroundings.interruption());
        if (request.choices().isPresent()) {
            follow(session, request.choices().get());
        }
        return Optional.of(session);
    }

    private void follow(Session session, String option) throws UsageException {
        List<Integer> choices = GivenChoices.of(option);
        int taken = session.walk().follow(choices);
        if (taken < choices.size()) {
            surroundings.err().println("csp-check: only the first " + taken + " of " + choices.size() + " choices are possible");
        }
    }

    private ExitCode typed(Session session) throws IOException {
        var in = new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8));
        new TerminalWalk(session, in, surroundings.out(), surroundings.outPage(request.colour())).run();
        return ExitCode.OK;
    }

    private ExitCode ended(DeepThread.End<ExitCode> end) {
        return switch (end) {
            case DeepThread.End.Returned<ExitCode>(ExitCode code) -> code;
            case DeepThread.End.Abandoned<ExitCode>() -> ExitCode.INTERRUPTED;
            case DeepThread.End.Threw<ExitCode>(Throwable cause) -> failed(cause);
        };
    }

    private ExitCode served(Session session) throws UsageException {
        try (var server = new WalkServer(session, request.port())) {
            surroundings.out().println("Open " + server.address() + " in a browser; Ctrl-C ends this.");
            surroundings.out().flush();
            while (!surroundings.interruption().getAsBoolean()) {
                Thread.sleep(POLL_MILLIS);
            }
            return ExitCode.INTERRUPTED;
        } catch (IOException taken) {
            throw new UsageException("--port " + request.port() + " cannot be used: " + taken.getMessage(), "Leave --port out to take any that is free.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    private ExitCode failed(Throwable cause) {
        if (cause instanceof SpecificationException mistake) {
            surroundings.err().print(DiagnosticText.of(List.of(mistake.diagnostic()), surroundings.errPage(request.colour())));
            return ExitCode.INPUT_ERROR;
        }
        Fault.tell(cause, "exploring " + request.spec(), request.verbose(), surroundings.err());
        return ExitCode.FAULT;
    }
}
