package org.cspcheck.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.ParseResult;

/**
 * What a person asked {@code csp-check run} for.
 *
 * @param process the expression that is run; empty for the network
 * @param choices the choices to repeat, or a file of them
 * @param limit how long it runs at most
 * @param save the file to save it to when it is stopped
 * @param resume the file of a saved run to go on with
 */
record RunRequest(
        String spec,
        CheckRequest.Reading reading,
        Optional<String> process,
        OptionalLong seed,
        Optional<String> choices,
        Optional<Duration> limit,
        Optional<Path> save,
        Optional<Path> resume,
        CheckRequest.Format format,
        Surroundings.Colour colour,
        boolean quiet,
        boolean verbose) {
    static RunRequest of(ParseResult typed) throws UsageException {
        List<String> specs = CheckRequest.specs(typed);
        if (specs.size() > 1) {
            throw new UsageException("run takes one spec, and was given " + specs.size(), "");
        }
        return new RunRequest(
                specs.getFirst(),
                CheckRequest.reading(typed),
                Optional.ofNullable(typed.matchedOptionValue("--process", (String) null)),
                seed(typed),
                Optional.ofNullable(typed.matchedOptionValue("--choices", (String) null)),
                CheckRequest.limits(typed).time(),
                Optional.ofNullable(typed.matchedOptionValue("--save", (String) null)).map(Path::of),
                Optional.ofNullable(typed.matchedOptionValue("--resume", (String) null)).map(Path::of),
                CheckRequest.oneOf(typed, "--format", CheckRequest.Format.values(), CheckRequest.Format.TEXT),
                CheckRequest.oneOf(typed, "--color", Surroundings.Colour.values(), Surroundings.Colour.AUTO),
                typed.hasMatchedOption("--quiet"),
                typed.hasMatchedOption("--verbose"));
    }

    private static OptionalLong seed(ParseResult typed) throws UsageException {
        String text = typed.matchedOptionValue("--seed", (String) null);
        if (text == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException noNumber) {
            throw new UsageException("--seed " + text + ": not a whole number", "");
        }
    }
}
