package org.cspcheck.cli.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.cspcheck.specs.yaml.SpecFile;
import org.junit.jupiter.api.Test;

class JsonDecoderTest {
    private static final Mapping MAPPING = Mapping.of(SpecFile.Trace.DEFAULT);
    private static final String[] KEYS = {"event", "gap", "time", "process", "e", "", "event ", "offers"};
    private static final String[] VALUES = {
        "\"a.1\"", "\"\"", "\"a\\u002e1\"", "\"é\"", "12", "-0", "01", "1.5", "1e3", "-", "12345678901234567890", "true", "tru", "false",
        "null", "nul", "{}", "[]", "{\"event\":\"b\"}", "[1,\"x\"]", "\"a\tb\"", "\"a\\", "'a'", "", "\"open"
    };
    private static final String[] SIGNS = {"{", "}", ",", ":", "\"", " ", "\t", "[", "]", "\\", "0", "x"};

    @Test
    void the_plain_form_is_read_as_the_full_parser_reads_it() {
        var random = new Random(7);
        int plain = 0;
        int records = 0;
        for (int i = 0; i < 200_000; i++) {
            String text = damaged(object(random), random);
            byte[] line = text.getBytes(StandardCharsets.UTF_8);
            var fast = new Row(MAPPING.size());
            var slow = new Row(MAPPING.size());
            boolean isRecord = new FullJsonOnce().decode(line, slow) == null;
            records += isRecord ? 1 : 0;
            if (PlainJson.of(MAPPING).decode(line, 0, line.length, fast)) {
                plain++;
                assertTrue(isRecord, text);
                assertArrayEquals(members(slow), members(fast), text);
            }
        }
        assertTrue(plain > 20_000 && records > plain + 10_000, plain + " plain lines of " + records + " records");
    }

    private static final FullJson FULL = new FullJson(MAPPING);

    private record FullJsonOnce() {
        String decode(byte[] line, Row row) {
            return FULL.decode(line, 0, line.length, row);
        }
    }

    private static String object(Random random) {
        var text = new StringBuilder(blank(random)).append('{');
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",").append(blank(random)).append('"').append(KEYS[random.nextInt(KEYS.length)]).append('"').append(blank(random));
            text.append(':').append(blank(random)).append(VALUES[random.nextInt(random.nextBoolean() ? 2 : VALUES.length)]).append(blank(random));
        }
        return text.append('}').append(blank(random)).toString();
    }

    private static String blank(Random random) {
        return random.nextInt(5) == 0 ? " " : "";
    }

    /** Once in a while a sign more or a sign less. */
    private static String damaged(String text, Random random) {
        int at = random.nextInt(text.length());
        return switch (random.nextInt(8)) {
            case 0 -> text.substring(0, at) + SIGNS[random.nextInt(SIGNS.length)] + text.substring(at);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            default -> text;
        };
    }

    private static String[] members(Row row) {
        return IntStream.range(0, MAPPING.size()).mapToObj(i -> row.has(i) ? row.text(i) : null).toArray(String[]::new);
    }

    @Test
    void members_are_found_wherever_they_stand() {
        var row = new Row(MAPPING.size());
        byte[] line = "{\"x\":[{\"event\":1}],\"event\":\"c.\\\"q\\\"\",\"offers\":[\"a\",\"b\"]}".getBytes(StandardCharsets.UTF_8);
        assertNull(new JsonDecoder(MAPPING).decode(line, 0, line.length, row));
        assertEquals("c.\"q\"", row.text(0));
        assertEquals(java.util.List.of("a", "b"), row.offers());
    }

    @Test
    void a_member_that_stands_twice_makes_no_record() {
        var row = new Row(MAPPING.size());
        byte[] line = "{\"event\":\"a\",\"event\":\"b\"}".getBytes(StandardCharsets.UTF_8);
        assertFalse(PlainJson.of(MAPPING).decode(line, 0, line.length, row));
        assertEquals("the member event stands twice in it", new JsonDecoder(MAPPING).decode(line, 0, line.length, row));
    }
}
