package org.cspcheck.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.runtime.term.Checkpoint;

/**
 * A run that was saved, and its file: a line for each thing, the word before the first blank says what.
 *
 * <pre>
 * file ::= "csp-check-run 1" line*
 * line ::= "input" SHA-256 PATH | "process" EXPRESSION | "happened" NUMBER | "event" EVENT
 *        | "at" STEPS LAST NAME | "code" WORDS LAST NAME | "pending" BINDING TAB VALUE
 * </pre>
 *
 * @param inputs the SHA-256 of each file of the spec: it must be the same spec
 * @param process what was run, empty for the network
 * @param happened how many events there were
 * @param pending values that came in and were not taken, by binding
 */
public record SavedRun(List<String> inputs, String process, long happened, Checkpoint checkpoint, Map<String, List<String>> pending) {
    private static final String HEAD = "csp-check-run 1";

    /** Writes the file; whoever reads it finds all of it or nothing. */
    public void write(Path file) throws IOException {
        var lines = new ArrayList<>(List.of(HEAD));
        inputs.forEach(input -> lines.add("input " + input));
        lines.add("process " + process);
        lines.add("happened " + happened);
        checkpoint.events().forEach(event -> lines.add("event " + event));
        for (Checkpoint.Position position : checkpoint.positions()) {
            boolean code = !position.code().isEmpty();
            List<String> path = code ? position.code() : position.path().stream().map(String::valueOf).toList();
            lines.add((code ? "code " : "at ") + (path.isEmpty() ? "-" : String.join(",", path)) + " " + position.last() + " " + position.name());
        }
        pending.forEach((binding, values) -> values.forEach(value -> lines.add("pending " + binding + "\t" + value)));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, lines);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** @throws IllegalArgumentException if it is not such a file */
    public static SavedRun read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().equals(HEAD)) {
            throw new IllegalArgumentException("it is not a saved run");
        }
        var inputs = new ArrayList<String>();
        var events = new ArrayList<String>();
        var positions = new ArrayList<Checkpoint.Position>();
        var pending = new LinkedHashMap<String, List<String>>();
        String process = "";
        long happened = 0;
        for (String line : lines.subList(1, lines.size())) {
            String rest = line.substring(line.indexOf(' ') + 1);
            switch (line.substring(0, Math.max(0, line.indexOf(' ')))) {
                case "input" -> inputs.add(rest);
                case "process" -> process = rest;
                case "happened" -> happened = Long.parseLong(rest);
                case "event" -> events.add(rest);
                case "at" -> positions.add(position(rest));
                case "code" -> positions.add(code(rest));
                case "pending" -> pending.computeIfAbsent(rest.substring(0, rest.indexOf('\t')), _ -> new ArrayList<>())
                        .add(rest.substring(rest.indexOf('\t') + 1));
                default -> throw new IllegalArgumentException("a line says " + line);
            }
        }
        return new SavedRun(inputs, process, happened, new Checkpoint(events, positions), pending);
    }

    private static Checkpoint.Position code(String text) {
        String[] words = text.split(" ", 3);
        return new Checkpoint.Position(words[2], List.of(), Integer.parseInt(words[1]), List.of(words[0].split(",")));
    }

    private static Checkpoint.Position position(String text) {
        String[] words = text.split(" ", 3);
        List<Integer> path = words[0].equals("-") ? List.of() : Arrays.stream(words[0].split(",")).map(Integer::valueOf).toList();
        return new Checkpoint.Position(words[2], path, Integer.parseInt(words[1]));
    }
}
