package org.cspcheck.specs.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The signs of CSPm by their first character, longest first. */
final class Signs {
    private static final List<List<TokenKind>> BY_FIRST = new ArrayList<>();

    static {
        for (int c = 0; c < 128; c++) {
            BY_FIRST.add(new ArrayList<>());
        }
        for (TokenKind kind : TokenKind.values()) {
            boolean sign = kind.ordinal() >= TokenKind.OPEN_ROUND.ordinal() && kind.ordinal() < TokenKind.REFINES.ordinal();
            if (sign) {
                BY_FIRST.get(kind.text().charAt(0)).add(kind);
            }
        }
        BY_FIRST.get(':').add(TokenKind.OPEN_PROPERTY);
        BY_FIRST.forEach(kinds -> kinds.sort(Comparator.comparingInt((TokenKind kind) -> kind.text().length()).reversed()));
    }

    private Signs() {}

    /** {@return the sign that stands at {@code at}, or null} */
    static TokenKind longest(String text, int at) {
        char c = text.charAt(at);
        if (c >= 128) {
            return null;
        }
        for (TokenKind kind : BY_FIRST.get(c)) {
            if (text.startsWith(kind.text(), at) && belongsTogether(kind, text, at + kind.text().length())) {
                return kind;
            }
        }
        return null;
    }

    /** {@return whether the characters of {@code kind}, which end at {@code end}, are one sign with respect to what follows} */
    private static boolean belongsTogether(TokenKind kind, String text, int end) {
        return switch (kind) {
            // (||| x:S @ P) and {|~| x:S @ P}, but {||} is an empty set of events
            case OPEN_MAP, OPEN_EVENTS, OPEN_SHARING -> !text.startsWith("||", end - 1) && !text.startsWith("|~|", end - 1)
                    || text.startsWith("||}", end - 1)
                    || text.startsWith("||)", end - 1);
            // <1>==s and the type <a>=>b
            case GREATER_OR_EQUAL -> !text.startsWith("=", end) && !text.startsWith(">", end);
            // c?x:[] y:S @ .., though nobody writes it
            case OPEN_PROPERTY -> end < text.length() && "]|+>[".indexOf(text.charAt(end)) < 0;
            default -> true;
        };
    }
}
