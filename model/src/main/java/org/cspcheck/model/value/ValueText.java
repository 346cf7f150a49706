package org.cspcheck.model.value;

import java.util.List;
import java.util.stream.Collectors;

/** Writing values, and comparing components that may be lazy. */
final class ValueText {
    private ValueText() {}

    static String join(String open, Iterable<? extends Value> values, String separator, String close) {
        var text = new StringBuilder(open);
        String between = "";
        for (Value value : values) {
            text.append(between).append(value);
            between = separator;
        }
        return text.append(close).toString();
    }

    static String string(List<Value> characters) {
        return characters.stream()
                .map(c -> escape(((Value.Char) c.force()).codePoint(), '"'))
                .collect(Collectors.joining("", "\"", "\""));
    }

    static String escape(int codePoint, char quote) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            case '\\' -> "\\\\";
            default -> (codePoint == quote ? "\\" : "") + Character.toString(codePoint);
        };
    }

    static boolean sameForced(Value[] some, Value[] others) {
        if (some.length != others.length) {
            return false;
        }
        for (int i = 0; i < some.length; i++) {
            if (some[i] != others[i] && !some[i].force().equals(others[i].force())) {
                return false;
            }
        }
        return true;
    }

    static int hashForced(Value[] values) {
        int hash = 1;
        for (Value value : values) {
            hash = Hashing.combine(hash, value.force().hashCode());
        }
        return hash;
    }
}
