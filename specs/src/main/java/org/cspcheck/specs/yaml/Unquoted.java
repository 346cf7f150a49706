package org.cspcheck.specs.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets CSPm contain characters that YAML keeps for itself, where nothing but CSPm can stand.
 *
 * <p>In {@code hide: {| mid |}} YAML sees a mapping, in {@code network: ||| i : ID @ P(i)} a block scalar and another key; a
 * person sees an event set and a process. So before YAML sees the text, such a first character, and such a colon, is exchanged for
 * one of the private-use area, and back again in each value. The length stays the same, and so do all places.
 *
 * @param text what YAML may see
 */
record Unquoted(String text, boolean changed) {
    private static final String RESERVED = "{|[:";
    private static final char FIRST = '\uE0C0';

    private static final Pattern CSPM = Pattern.compile("(?m)^[ \\t-]*"
            + "(?:hide|alphabet|never|can|ignore|network|process|implements|assert|against):[ \\t]+(?=[^\\s\"'>&*!#])([^\\r\\n]*)");

    static Unquoted of(String typed) {
        for (int i = 0; i < RESERVED.length(); i++) {
            if (typed.indexOf(FIRST + i) >= 0) {
                return new Unquoted(typed, false);
            }
        }
        StringBuilder text = new StringBuilder(typed);
        Matcher passages = CSPM.matcher(typed);
        boolean changed = false;
        while (passages.find()) {
            changed |= shield(text, passages.start(1), passages.end(1));
        }
        return new Unquoted(text.toString(), changed);
    }

    /** {@return a value as it was typed} */
    String restore(String value) {
        String restored = value;
        if (changed) {
            for (int i = 0; i < RESERVED.length(); i++) {
                restored = restored.replace((char) (FIRST + i), RESERVED.charAt(i));
            }
        }
        return restored;
    }

    private static boolean shield(StringBuilder text, int start, int end) {
        String passage = text.substring(start, end);
        boolean cspm = passage.startsWith("{") || passage.startsWith("||")
                || passage.startsWith("|~|") || passage.startsWith("[|") || passage.matches("\\[\\][ \\t]+[^ \\t#].*");
        if (!cspm && (passage.startsWith("|") || passage.startsWith("["))) {
            return false;
        }
        if (cspm) {
            exchange(text, start);
        }
        boolean colons = false;
        for (int at = text.indexOf(" : ", start); at >= 0 && at < end; at = text.indexOf(" : ", at + 1)) {
            exchange(text, at + 1);
            colons = true;
        }
        return cspm || colons;
    }

    private static void exchange(StringBuilder text, int at) {
        text.setCharAt(at, (char) (FIRST + RESERVED.indexOf(text.charAt(at))));
    }
}
