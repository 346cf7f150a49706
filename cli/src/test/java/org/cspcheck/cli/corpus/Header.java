package org.cspcheck.cli.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a spec says about itself in its comments, beside the {@code expect:} of its checks.
 *
 * @param about the first comment: why the spec exists
 * @param states by the name of the check: how many states it visits with {@code --reduction none}
 * @param transitions by the name of the check: how many steps lead out of them
 * @param reduced by the name of the check: how many states it visits as checks are made by default
 * @param traces by the name of the check: the visible events of its shortest counterexample or witness
 * @param steps by the name of the check: how many steps that run has, internal ones included
 * @param undecided the checks that a limit stops
 * @param failing the checks that do not come out as their {@code expect:} says
 * @param diagnostics {@code error CSP0201 3:7}, with the file after it when it is another one
 */
record Header(
        String about,
        Map<String, Long> states,
        Map<String, Long> transitions,
        Map<String, Long> reduced,
        Map<String, String> traces,
        Map<String, Integer> steps,
        TreeSet<String> undecided,
        TreeSet<String> failing,
        TreeSet<String> diagnostics) {
    private static final Pattern LINE = Pattern.compile(
            "\\s*(?:#|--)\\s*(?:(states|transitions|reduced|trace|steps): (.+?) = (.+?)|(inconclusive|fails): (.+?)|(error|warning): (CSP\\d{4} \\d+:\\d+(?: \\S+)?))(?:\\s+\\(.*)?");

    static Header of(Path file) {
        try {
            return of(Files.readAllLines(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Header of(List<String> lines) {
        String first = lines.isEmpty() ? "" : lines.getFirst();
        String about = first.startsWith("#") || first.startsWith("--") ? first.replaceFirst("^(#|--)\\s*", "") : "";
        var header = new Header(
                about,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>());
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                header.add(matcher);
            }
        }
        return header;
    }

    private void add(Matcher line) {
        if (line.group(4) != null) {
            (line.group(4).equals("fails") ? failing : undecided).add(line.group(5));
        } else if (line.group(6) != null) {
            diagnostics.add(line.group(6) + " " + line.group(7));
        } else {
            switch (line.group(1)) {
                case "states" -> states.put(line.group(2), Long.valueOf(line.group(3)));
                case "transitions" -> transitions.put(line.group(2), Long.valueOf(line.group(3)));
                case "reduced" -> reduced.put(line.group(2), Long.valueOf(line.group(3)));
                case "trace" -> traces.put(line.group(2), line.group(3));
                default -> steps.put(line.group(2), Integer.valueOf(line.group(3)));
            }
        }
    }

    /** {@return the names of checks that the header speaks of} */
    List<String> checks() {
        var names = new ArrayList<>(states.keySet());
        names.addAll(transitions.keySet());
        names.addAll(reduced.keySet());
        names.addAll(traces.keySet());
        names.addAll(steps.keySet());
        names.addAll(undecided);
        names.addAll(failing);
        return names;
    }

    OptionalInt stepsOf(String check) {
        return steps.containsKey(check) ? OptionalInt.of(steps.get(check)) : OptionalInt.empty();
    }
}
