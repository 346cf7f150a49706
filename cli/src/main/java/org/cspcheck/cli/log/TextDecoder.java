package org.cspcheck.cli.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of text under a pattern: its named groups are the members. */
final class TextDecoder implements Decoder {
    private final Pattern pattern;
    private final String[] groups;

    TextDecoder(Mapping mapping) {
        pattern = mapping.pattern().orElseThrow();
        groups = new String[mapping.size()];
        for (int i = 0; i < groups.length; i++) {
            List<String> pointer = mapping.members().get(i);
            boolean named = pointer.size() == 1 && pattern.namedGroups().containsKey(pointer.getFirst());
            groups[i] = named ? pointer.getFirst() : null;
        }
    }

    @Override
    public String decode(byte[] line, int from, int to, Row row) {
        row.clear();
        Matcher matcher = pattern.matcher(new String(line, from, to - from, StandardCharsets.UTF_8));
        if (!matcher.find()) {
            return "the pattern does not match it";
        }
        for (int i = 0; i < groups.length; i++) {
            String found = groups[i] == null ? null : matcher.group(groups[i]);
            if (found != null) {
                row.set(i, found);
            }
        }
        return null;
    }
}
