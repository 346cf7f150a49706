package org.cspcheck.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * What a person asked {@code csp-check print} for.
 *
 * @param drawing of what
 * @param process the expression that is drawn
 * @param maxStates empty for the default of the form
 */
record PrintRequest(
        String spec, CheckRequest.Reading reading, Drawing drawing, Form form, Optional<String> process, Optional<Integer> maxStates, boolean verbose) {
    /** What is printed. */
    enum Drawing {
        DEFINITIONS,
        GRAPH,
        NETWORK,
        NORMAL
    }

    /** How it is printed, and how many states of a graph by default: a drawing is read by people, a file by programs. */
    enum Form {
        TEXT("", 500),
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
        Form form = forms.isEmpty() ? Form.TEXT : forms.getFirst();
        Drawing drawing = drawing(typed, form);
        Optional<String> process = Optional.ofNullable(typed.matchedOptionValue("--process", (String) null));
        if (process.isPresent() && drawing == Drawing.DEFINITIONS) {
            throw new UsageException("--process is about a graph", "Add --dot, --mermaid, --aut, --network or --normal.");
        }
        return new PrintRequest(
                specs.getFirst(),
                CheckRequest.reading(typed),
                drawing,
                form,
                process,
                CheckRequest.count(typed, "--max-states").map(count -> (int) Math.min(count, Integer.MAX_VALUE)),
                typed.hasMatchedOption("--verbose"));
    }

    private static Drawing drawing(ParseResult typed, Form form) throws UsageException {
        boolean network = typed.hasMatchedOption("--network");
        boolean normal = typed.hasMatchedOption("--normal");
        if (network && normal) {
            throw new UsageException("only one of --network and --normal can be printed at a time", "");
        }
        if (network && form == Form.AUT) {
            throw new UsageException("--aut is about states, and --network has none", "--dot and --mermaid draw networks.");
        }
        return network ? Drawing.NETWORK : normal ? Drawing.NORMAL : form == Form.TEXT ? Drawing.DEFINITIONS : Drawing.GRAPH;
    }
}
