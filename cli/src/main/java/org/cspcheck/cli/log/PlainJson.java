package org.cspcheck.cli.log;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads objects of the common form without making any object: ASCII, no escapes, no nesting, short whole numbers.
 *
 * <p>It only ever says yes to a line that is JSON; whatever it does not know it leaves to {@link FullJson}.
 */
final class PlainJson {
    private static final int LONGEST_LINE = 40_000;
    private static final int LONGEST_NUMBER = 18;
    private static final byte[][] WORDS = {bytes("true"), bytes("false"), bytes("null")};

    private final byte[][] names;
    private byte[] line;
    private int at;
    private int end;

    private PlainJson(byte[][] names) {
        this.names = names;
    }

    /** Pointers into nested objects never match a plain line, as they should not. */
    static PlainJson of(Mapping mapping) {
        byte[][] names = new byte[mapping.size()][];
        for (int i = 0; i < names.length; i++) {
            List<String> pointer = mapping.members().get(i);
            names[i] = bytes(pointer.size() == 1 ? pointer.getFirst() : "\0");
        }
        return new PlainJson(names);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** {@return whether the line is a plain object, and the row filled} */
    boolean decode(byte[] bytes, int from, int to, Row row) {
        line = bytes;
        at = from;
        end = to;
        row.clear();
        if (to - from > LONGEST_LINE || !sign('{')) {
            return false;
        }
        if (sign('}')) {
            return isOver();
        }
        do {
            if (!member(row)) {
                return false;
            }
        } while (sign(','));
        return sign('}') && isOver();
    }

    private boolean member(Row row) {
        if (!sign('"')) {
            return false;
        }
        int key = at;
        int keyEnd = string();
        if (keyEnd < 0 || !sign(':')) {
            return false;
        }
        blanks();
        if (at == end) {
            return false;
        }
        byte first = line[at];
        int value = at;
        int valueEnd;
        if (first == '"') {
            value = ++at;
            valueEnd = string();
        } else {
            valueEnd = first == '-' || first >= '0' && first <= '9' ? number() : word();
        }
        return valueEnd >= 0 && (first == 'n' || keep(key, keyEnd, value, valueEnd, row));
    }

    /** A member that is wanted and stands twice is left to the other decoder, as is an array of offers. */
    private boolean keep(int key, int keyEnd, int value, int valueEnd, Row row) {
        for (int i = 0; i < names.length; i++) {
            byte[] name = names[i];
            if (name.length == keyEnd - key && matches(name, key)) {
                if (row.has(i)) {
                    return false;
                }
                row.set(i, line, value, valueEnd);
            }
        }
        return true;
    }

    private boolean matches(byte[] name, int key) {
        for (int i = 0; i < name.length; i++) {
            if (line[key + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    /** Reads over a string and its closing quote; {@return where its content ends, -1 if it is not plain} */
    private int string() {
        for (int i = at; i < end; i++) {
            byte b = line[i];
            if (b == '"') {
                at = i + 1;
                return i;
            }
            if (b < ' ' || b == '\\') { // what is no ASCII is negative
                return -1;
            }
        }
        return -1;
    }

    private int number() {
        int from = at;
        if (line[at] == '-') {
            at++;
        }
        int digits = at;
        while (at < end && line[at] >= '0' && line[at] <= '9') {
            at++;
        }
        boolean whole = at == end || line[at] == ',' || line[at] == '}' || line[at] == ' ';
        boolean proper = at > digits && (line[digits] != '0' || at == digits + 1);
        return whole && proper && at - from <= LONGEST_NUMBER ? at : -1;
    }

    private int word() {
        for (byte[] word : WORDS) {
            if (at + word.length <= end && matches(word, at)) {
                at += word.length;
                return at;
            }
        }
        return -1;
    }

    private boolean sign(char sign) {
        blanks();
        if (at < end && line[at] == sign) {
            at++;
            return true;
        }
        return false;
    }

    private void blanks() {
        while (at < end && (line[at] == ' ' || line[at] == '\t')) {
            at++;
        }
    }

    private boolean isOver() {
        blanks();
        return at == end;
    }
}
