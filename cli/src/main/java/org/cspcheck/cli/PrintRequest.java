package org.cspcheck.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * What a person asked {@code csp-check print} for.
 *
 * @param process the expression whose graph is wanted
 * @param maxStates empty for the default of the form
 */
record PrintRequest(
        String spec, CheckRequest.Reading reading, Form form, Optional<String> process, Optional<Integer> maxStates, boolean verbose) {
    /** What is printed, and how many states of a graph by default: a drawing is read by people, a file by programs. */
    enum Form {
        DEFINITIONS("", 0),
        DOT("--dot", 500),
        MERMAID("--mermaid", 500),
        AUT("--aut", 1_000_000);

        private final String option;
        private final int states;

        Form(String option, int states) {
            this.option = option;
            this.states = states;
        }

        int states() {
            return states;
        }
    }

    static PrintRequest of(ParseResult typed) throws UsageException {
        List<String> specs = CheckRequest.specs(typed);
        if (specs.size() > 1) {
            throw new UsageException("print takes one spec, and was given " + specs.size(), "");
        }
        List<Form> forms = java.util.Arrays.stream(Form.values())
                .filter(form -> !form.option.isEmpty() && typed.hasMatchedOption(form.option))
                .toList();
        if (forms.size() > 1) {
            throw new UsageException("only one of --dot, --mermaid and --aut can be printed at a time", "");
        }
        Optional<String> process = Optional.ofNullable(typed.matchedOptionValue("--process", (String) null));
        if (process.isPresent() && forms.isEmpty()) {
            throw new UsageException("--process is about a graph", "Add --dot, --mermaid or --aut.");
        }
        return new PrintRequest(
                specs.getFirst(),
                CheckRequest.reading(typed),
                forms.isEmpty() ? Form.DEFINITIONS : forms.getFirst(),
                process,
                CheckRequest.count(typed, "--max-states").map(count -> (int) Math.min(count, Integer.MAX_VALUE)),
                typed.hasMatchedOption("--verbose"));
    }
}
