package org.cspcheck.specs.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cspcheck.model.source.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an editor accepts by the schema, the reader accepts, and the other way round. */
class SchemaTest {
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream in = SpecReader.class.getResourceAsStream("csp-spec.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<Error> objections(String yaml) {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        JsonNode tree = JsonMapper.shared().valueToTree(document);
        return SCHEMA.validate(tree);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}", "name: 5", "name: x\nabout: true", "import: [a.csp]", "define: |\n  P = STOP", "network: STOP", "network: []",
                "network: [{process: P}]", "network: [{process: P, for: i <- S, name: p, alphabet: '{a}'}]",
                "network: [{java: C, args: [1, '<>'], implements: P, model: FD}]", "hide: '{| a |}'", "check: []",
                "check: [deadlock free, livelock-free, Deterministic, 'divergence  free', 'P [T= Q']", "check: [{assert: 'P [T= Q'}]",
                "check: [{can: a, name: n, about: x, expect: fails, model: T, limits: {states: 1}}]", "check: [{never: '{a}'}]",
                "limits: {states: 5, depth: '1_000', memory: 8g, time: 1m30s}", "limits: {memory: 1024}", "limits: {memory: 2 GiB}",
                "time: {unit: 1ms, timers: urgent}", "time: {timers: free}", "time: {timers: {race: 2ms}}", "run: {}",
                "run: {bind: {a: stdout, b.1: 'java:x.Y'}, policy: {queue: fifo, seed: -1}, record: r, choices: c, monitor: [P]}",
                "trace: {event: /e}", "trace: {channel: /c/d~0e, args: [/a]}", "trace: {ignore: '{a}', against: P, complete: true}",
                "trace: {format: csv, event: /e, by: /s, unreadable: gap}", "trace: {format: text, pattern: '(?<event>.*)'}", "trace: {pattern: '(?<e>.*)', event: /e}"
            })
    void both_accept_what_is_right(String yaml) {
        assertEquals(List.of(), objections(yaml), yaml);
        assertEquals(List.of(), Reading.of(yaml).diagnostics(), yaml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nmae: x", "name: [x]", "name:", "import: a.csp", "import: [[a]]", "define: {a: b}", "network: {process: P}", "network: [P]",
                "network: [{name: x}]", "network: [{process: P, java: C}]", "network: [{process: P, args: [1]}]", "network: [{java: C, model: T}]",
                "network: [{process: P, when: x}]", "hide: [a]", "check: deadlock free", "check: [dedlock free]", "check: [[a]]", "check: [{name: n}]",
                "check: [{can: a, never: b}]", "check: [{can: a, expect: fail}]", "check: [{can: a, model: R}]", "limits: {states: 0}",
                "limits: {states: many}", "limits: {time: 10}", "limits: {time: 10 parsecs}", "limits: {memory: lots}", "limits: 5",
                "time: {unit: 5}", "time: {timers: lazy}", "time: {timers: {race: 2}}", "run: {bind: {a: printer}}", "run: {policy: {queue: lifo}}",
                "run: {policy: {seed: x}}", "run: {monitor: P}", "trace: {event: e}", "trace: {event: /e, channel: /c}", "trace: {args: [/a]}",
                "trace: {complete: maybe}", "trace: {format: text}", "trace: {format: csv, pattern: '(?<e>.)'}", "trace: {unreadable: maybe}", "trace: {by: s}",
                "- a", "text"
            })
    void both_reject_what_is_wrong(String yaml) {
        assertFalse(objections(yaml).isEmpty(), yaml);
        assertFalse(Reading.of(yaml).diagnostics().isEmpty(), yaml);
    }

    static Stream<Path> specs() throws IOException {
        List<Path> found;
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.startsWith("target") && !file.startsWith("src/test") && !file.startsWith("mistakes"))
                    .sorted()
                    .toList();
        }
        return found.isEmpty() ? Stream.of(Path.of("none")) : found.stream();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void every_example_fits_the_schema(Path spec) throws IOException {
        String yaml = Files.exists(spec) ? Files.readString(spec) : "{}";
        Reading reading = Reading.of(yaml);
        boolean readable = reading.diagnostics().stream().noneMatch(Diagnostic::isError);
        assertEquals(readable, objections(yaml).isEmpty(), () -> spec + ": " + reading.diagnostics() + " " + objections(yaml));
    }

    @Test
    void the_schema_is_valid_itself() throws IOException {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        try (InputStream in = SpecReader.class.getResourceAsStream("csp-spec.schema.json")) {
            assertEquals(List.of(), meta.validate(JsonMapper.shared().readTree(in)));
        }
    }
}
