package org.cspcheck.cli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.Specifications;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Logs as nobody wants them. */
@Timeout(60)
class LogsTest {
    private static final String SPEC =
            """
            define: |
              channel put, got : {0..3}
              channel at : {0..3}.{0..3}
              channel rest
              P = put?x -> got!x -> P [] at?x?y -> P [] rest -> P
            network: P
            trace: {%s}
            """;
    private static final String GOOD = "{\"event\":\"put.1\"}\n{\"event\":\"got.1\"}\n";

    @TempDir
    private Path folder;

    private Findings findings;

    private Verdict of(String section, byte[] log) throws IOException {
        Path spec = Files.writeString(folder.resolve("spec.yaml"), SPEC.formatted(section));
        Specification specification = Specifications.read(spec.toString(), Optional.empty(), List.of(), InputStream.nullInputStream());
        assertEquals(List.of(), specification.diagnostics());
        String file = Files.write(folder.resolve("log"), log).toString();
        var run = new TraceRun(specification, specification.evaluation().orElseThrow().network("NETWORK"), List.of(file), () -> false);
        findings = run.findings();
        return run.read(InputStream.nullInputStream()).verdict();
    }

    private String verdict(String section, String log) throws IOException {
        return of(section, log.getBytes(StandardCharsets.UTF_8)).word() + " " + findings.events();
    }

    private Diagnostic refused(byte[] log) {
        return assertThrows(SpecificationException.class, () -> of("complete: false", log)).diagnostic();
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    // ---- what it begins with

    @Test
    void text_of_another_encoding_is_refused_with_the_command_that_turns_it() {
        for (String name : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM", "X-UTF-32LE-BOM", "X-UTF-32BE-BOM")) {
            Diagnostic told = refused(GOOD.getBytes(Charset.forName(name)));
            assertEquals("CSP0805", told.code());
            assertTrue(told.hint().startsWith("iconv -f UTF-" + (name.contains("32") ? "32 " : "16")), name + ": " + told.hint());
        }
    }

    @Test
    void compressions_that_are_not_read_are_named_with_the_command_that_reads_them() {
        for (String[] each : new String[][] {
            {"28b52ffd00", "zstdcat "}, {"fd377a585a", "xzcat "}, {"425a683931", "bzcat "}, {"04224d1860", "lz4cat "}, {"504b030414", "unzip -p "}}) {
            Diagnostic told = refused(HexFormat.of().parseHex(each[0]));
            assertTrue(told.hint().startsWith(each[1] + folder), told::hint);
        }
    }

    @Test
    void zeros_are_no_log_and_a_line_of_zeros_is_no_record() throws IOException {
        assertTrue(refused(new byte[5_000_000]).cause().contains("zero bytes"));
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        assertEquals("error", of("complete: false", joined(good, new byte[4096], "\n".getBytes(StandardCharsets.UTF_8), good)).word());
        assertTrue(findings.diagnostics().getFirst().message().contains("line 3 of " + folder.resolve("log") + " cannot be read: it has zero bytes"));
        assertEquals("holds", of("complete: false", joined(good, new byte[4096])).word(), "a tail that was never written is a torn line");
        assertEquals("CSP0803", findings.diagnostics().getFirst().code());
    }

    @Test
    void a_mark_of_utf_8_and_line_ends_of_windows_are_nothing_to_mind() throws IOException {
        assertEquals("holds 2", verdict("complete: false", "\uFEFF" + GOOD));
        assertEquals("holds 2", verdict("complete: false", GOOD.replace("\n", "\r\n")));
    }

    // ---- gzip

    @Test
    void members_of_a_compressed_log_are_one_log_however_the_stream_comes() throws IOException {
        byte[] twice = joined(gzip(GOOD), gzip(GOOD), new byte[512]);
        assertEquals("holds", of("complete: false", twice).word());
        assertEquals(4, findings.events());
        var slow = new Gunzip(new java.io.ByteArrayInputStream(twice) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 1));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        });
        assertEquals(GOOD + GOOD, new String(slow.readAllBytes(), StandardCharsets.UTF_8));
    }

    /** Wherever it is cut, what is there is read, and only a cut between two members is none. */
    @Test
    void a_compressed_log_may_stop_anywhere() throws IOException {
        byte[] member = gzip(GOOD);
        byte[] twice = joined(member, member);
        for (int length = 3; length < twice.length; length++) {
            var stream = new Gunzip(new java.io.ByteArrayInputStream(twice, 0, length));
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue((GOOD + GOOD).startsWith(text));
            assertEquals(length != member.length, stream.isTorn());
        }
        assertEquals("inconclusive", of("complete: false", Arrays.copyOf(member, 5)).word());
    }

    @Test
    void what_follows_a_compressed_log_or_is_damaged_in_it_is_not_passed_over() throws IOException {
        byte[] member = gzip(GOOD);
        assertTrue(refused(joined(member, GOOD.getBytes(StandardCharsets.UTF_8))).cause().contains("not compressed by gzip"));
        byte[] damaged = member.clone();
        damaged[damaged.length - 6] ^= 1;
        assertTrue(refused(damaged).cause().contains("the sum at its end does not fit"));
    }

    // ---- members of records

    @Test
    void a_whole_number_is_one_however_it_is_written_and_another_is_one_field() throws IOException {
        String section = "channel: /c, args: [/v]";
        for (String one : List.of("1", "\"1\"", "1.0", "10e-1", "\"01\"")) {
            assertEquals("holds 1", verdict(section, "{\"c\":\"put\",\"v\":" + one + "}\n"), one);
        }
        for (String other : List.of("1.5", "1e999999999", "true", "\"x\"", "-1", "99999999999999999999")) {
            assertEquals("fails 1", verdict(section, "{\"c\":\"put\",\"v\":" + other + "}\n"), other);
        }
        assertEquals("fails 1", verdict(section, "{\"c\":\"at\",\"v\":1.2}\n"), "no two fields");
        assertEquals("holds 1", verdict(section, "{\"c\":\"at\",\"v\":\"1.2\"}\n"), "a text as CSPm writes it");
    }

    @Test
    void an_argument_that_is_not_there_is_none_and_a_record_of_no_channel_is_passed_over() throws IOException {
        String section = "channel: /c, args: [/v, /w]";
        assertEquals("holds 3", verdict(section, "{\"c\":\"put\",\"v\":1}\n{\"c\":\"got\",\"v\":1,\"w\":null}\n{\"c\":\"rest\"}\n"));
        assertEquals("fails 1", verdict(section, "{\"c\":\"put\",\"v\":null}\n"), "an event of which a part is missing is not passed over");
        assertEquals("holds 1", verdict(section, "{\"c\":\"rest\"}\n{\"c\":\"connected\"}\n{\"v\":1}\n"));
        assertEquals(2, findings.otherRecords());
        assertEquals("error 0", verdict(section, "{\"c\":\"rest\",\"c\":\"put\",\"v\":1}\n"), "a member that stands twice");
    }

    @Test
    void bytes_that_are_no_utf_8_are_an_error_in_json() throws IOException {
        assertEquals("error", of("complete: false", "{\"event\":\"rest\",\"who\":\"Jürg\"}\n".getBytes(StandardCharsets.ISO_8859_1)).word());
        assertEquals("CSP0801", findings.diagnostics().getFirst().code());
    }
}
