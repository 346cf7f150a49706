package org.cspcheck.specs.parse;

import java.util.HashMap;
import java.util.Map;

/** The words and signs of CSPm. */
enum TokenKind {
    // Words with a content of their own
    NAME("a name"),
    NUMBER("a number"),
    CHARACTER("a character"),
    TEXT("a string"),
    END("the end of the text"),

    // Reserved words; module, instance, subtype, print and Timed are words only where a declaration begins
    IF("if"),
    THEN("then"),
    ELSE("else"),
    LET("let"),
    WITHIN("within"),
    AND("and"),
    OR("or"),
    NOT("not"),
    TRUE("true"),
    FALSE("false"),
    CHANNEL("channel"),
    DATATYPE("datatype"),
    NAMETYPE("nametype"),
    ASSERT("assert"),
    TRANSPARENT("transparent"),
    EXTERNAL("external"),
    INCLUDE("include"),
    EXPORTS("exports"),
    ENDMODULE("endmodule"),

    // Brackets
    OPEN_ROUND("("),
    CLOSE_ROUND(")"),
    OPEN_CURLY("{"),
    CLOSE_CURLY("}"),
    OPEN_SQUARE("["),
    CLOSE_SQUARE("]"),
    OPEN_EVENTS("{|"),
    CLOSE_EVENTS("|}"),
    OPEN_MAP("(|"),
    CLOSE_MAP("|)"),
    OPEN_SHARING("[|"),
    CLOSE_SHARING("|]"),
    CLOSE_THROW("|>"),
    OPEN_RENAMING("[["),
    OPEN_PLUS("[+"),
    CLOSE_PLUS("+]"),
    OPEN_INTERRUPT("/+"),
    CLOSE_INTERRUPT("+\\"),

    // Processes
    ARROW("->"),
    EXTERNAL_CHOICE("[]"),
    INTERNAL_CHOICE("|~|"),
    INTERLEAVE("|||"),
    PARALLEL("||"),
    SLIDING("[>"),
    INTERRUPT("/\\"),
    PROJECT("|\\"),
    BACKSLASH("\\"),
    SEMICOLON(";"),
    AMPERSAND("&"),
    QUERY("?"),
    BANG("!"),
    DOLLAR("$"),
    LINK("<->"),

    // Data
    DOT("."),
    DOTS(".."),
    PLUS("+"),
    MINUS("-"),
    STAR("*"),
    SLASH("/"),
    PERCENT("%"),
    EQUAL("=="),
    DIFFERENT("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    HASH("#"),
    CARET("^"),

    // The rest
    DEFINES("="),
    COMMA(","),
    COLON(":"),
    DOUBLE_COLON("::"),
    DRAWN("<-"),
    BAR("|"),
    AT("@"),
    DOUBLE_AT("@@"),
    UNDERSCORE("_"),
    MAPS("=>"),
    EXTENDS("=>*"),
    /** {@code [T=}, {@code [F=}, {@code [FD=}: any capital letters. */
    REFINES("a refinement sign such as [T="),
    /** {@code :[} before a property. */
    OPEN_PROPERTY(":["),
    /** What the lexer has already complained about. */
    UNKNOWN("an unknown character");

    private static final Map<String, TokenKind> WORDS = new HashMap<>();

    static {
        for (TokenKind kind : values()) {
            if (kind.ordinal() >= IF.ordinal() && kind.ordinal() <= ENDMODULE.ordinal()) {
                WORDS.put(kind.text, kind);
            }
        }
    }

    private final String text;

    TokenKind(String text) {
        this.text = text;
    }

    /** {@return the reserved word {@code word}, or a name} */
    static TokenKind ofWord(String word) {
        return WORDS.getOrDefault(word, NAME);
    }

    /** {@return how it is typed; for kinds with a content, what it is} */
    String text() {
        return text;
    }

    /** {@return how a message calls it} */
    String inWords() {
        return switch (this) {
            case NAME, NUMBER, CHARACTER, TEXT, END, REFINES, UNKNOWN -> text;
            default -> "`" + text + "`";
        };
    }

    /** {@return whether an operand may end here, so that what follows is an operator} */
    boolean endsOperand() {
        return switch (this) {
            case NAME, NUMBER, CHARACTER, TEXT, TRUE, FALSE, UNDERSCORE -> true;
            case CLOSE_ROUND, CLOSE_CURLY, CLOSE_SQUARE, CLOSE_EVENTS, CLOSE_MAP, GREATER -> true;
            default -> false;
        };
    }
}
