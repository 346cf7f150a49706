package org.cspcheck.cli.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows under a line of titles, by RFC 4180, with a comma, a semicolon or a tab between fields, whichever the titles have. A field does not
 * go on in the next line.
 */
final class CsvDecoder implements Decoder {
    private final List<List<String>> members;
    private int[] columns;
    private char separator = ',';

    CsvDecoder(Mapping mapping) {
        members = mapping.members();
    }

    @Override
    public String decode(byte[] line, int from, int to, Row row) {
        row.clear();
        String text = new String(line, from, to - from, StandardCharsets.UTF_8);
        if (columns == null) {
            titles(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return null;
        }
        List<String> fields = fields(text);
        if (fields == null) {
            return "a quote is not closed in it";
        }
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] >= 0 && columns[i] < fields.size() && !fields.get(columns[i]).isEmpty()) {
                row.set(i, fields.get(columns[i]));
            }
        }
        return null;
    }

    private void titles(String text) {
        separator = text.contains(",") ? ',' : text.contains(";") ? ';' : text.contains("\t") ? '\t' : ',';
        List<String> titles = fields(text);
        columns = new int[members.size()];
        for (int i = 0; i < columns.length; i++) {
            List<String> pointer = members.get(i);
            columns[i] = titles == null || pointer.size() != 1 ? -1 : titles.stream().map(String::strip).toList().indexOf(pointer.getFirst());
        }
    }

    /** {@return the fields of a line; null if a quote is not closed} */
    private List<String> fields(String text) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"' && (quoted || field.isEmpty())) {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return quoted ? null : fields;
    }
}
