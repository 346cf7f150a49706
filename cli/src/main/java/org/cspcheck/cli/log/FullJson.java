package org.cspcheck.cli.log;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads any JSON object, wherever the wanted members stand in it. */
final class FullJson {
    private static final int MOST_DIGITS = 18;

    private final JsonFactory factory = JsonFactory.builder().build();
    private final List<List<String>> members;
    private final int offers;

    FullJson(Mapping mapping) {
        members = mapping.members();
        offers = mapping.member(Mapping.Extra.OFFERS);
    }

    /** Fills the row; {@return what is wrong with the line, null if it is an object} */
    String decode(byte[] line, int from, int to, Row row) {
        row.clear();
        if (line[from] == 0 || to - from > 1 && line[from + 1] == 0) { // which the parser takes for a sign of UTF-16
            return "it has zero bytes, as space has that was kept for a log and never written, or lost in a crash";
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), line, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "it is no JSON object";
            }
            String wrong = object(parser, new ArrayList<>(), row);
            return wrong == null && parser.nextToken() != null ? "something stands behind the object" : wrong;
        } catch (JacksonException broken) {
            String message = broken.getOriginalMessage();
            return "it is no JSON" + (message == null ? "" : " (" + message.lines().findFirst().orElse("") + ")");
        }
    }

    private String object(JsonParser parser, List<String> path, Row row) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            path.add(parser.currentName());
            parser.nextToken();
            String wrong = value(parser, path, row);
            if (wrong != null) {
                return wrong;
            }
            path.removeLast();
        }
        return null;
    }

    private String value(JsonParser parser, List<String> path, Row row) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path, row);
            case START_ARRAY -> array(parser, path, row);
            case VALUE_NULL -> null;
            case VALUE_NUMBER_FLOAT -> scalar(number(parser.getString()), path, row);
            default -> scalar(parser.getString(), path, row);
        };
    }

    /** A whole number however it is written ({@code 1.0}, {@code 1e3}); another is one field, though there is a dot in it. */
    private static String number(String text) {
        var number = new BigDecimal(text).stripTrailingZeros();
        boolean whole = number.scale() <= 0 && number.precision() - (long) number.scale() <= MOST_DIGITS;
        return whole ? number.toBigInteger().toString() : "float(" + text + ")";
    }

    private String array(JsonParser parser, List<String> path, Row row) {
        boolean offered = members.get(offers).equals(path);
        var events = new ArrayList<String>();
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            if (offered && parser.currentToken() == JsonToken.VALUE_STRING) {
                events.add(parser.getString());
            } else {
                path.add(Integer.toString(i));
                String wrong = value(parser, path, row);
                if (wrong != null) {
                    return wrong;
                }
                path.removeLast();
            }
        }
        if (offered) {
            row.offers(events);
        }
        return null;
    }

    private String scalar(String text, List<String> path, Row row) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).equals(path)) {
                if (row.has(i)) {
                    return "the member " + String.join("/", path) + " stands twice in it";
                }
                row.set(i, text);
            }
        }
        return null;
    }
}
