package org.cspcheck.specs.parse;

import org.cspcheck.specs.syntax.Expression;

/**
 * Why people type what does not fit: habits from other languages, and lines that were not finished.
 *
 * @param cause why it happened; may be empty
 * @param hint what to try; may be empty
 */
record Slip(String cause, String hint) {
    static final Slip NONE = new Slip("", "");

    /** {@return what may have led to {@code found} behind {@code before}} */
    static Slip of(Token before, Token found, String text) {
        return switch (found.kind()) {
            case DEFINES -> new Slip("`=` defines a name", "compare with `==`");
            case PARALLEL -> new Slip("`||` stands between two alphabets or before generators",
                    "write `P [A || B] Q`, `P [| A |] Q` or `P ||| Q` for processes, `or` for truth values");
            case AMPERSAND -> new Slip("", before.is(TokenKind.AMPERSAND) ? "write `and` for truth values" : "");
            case BAR -> new Slip("in double quotes YAML reads a backslash as the beginning of an escape, and `|\\` as `|`",
                    "write `|\\ A` to keep nothing but A, in YAML without quotes or in single ones");
            case GREATER -> greater(before);
            case NAME -> name(before, text);
            case NUMBER, TEXT, CHARACTER -> argument(before);
            case CHANNEL, DATATYPE, NAMETYPE, ASSERT, TRANSPARENT, EXTERNAL, INCLUDE, EXPORTS, ENDMODULE ->
                    new Slip("what stands before this is not complete", "");
            case CLOSE_ROUND, CLOSE_CURLY, CLOSE_SQUARE, CLOSE_EVENTS, CLOSE_MAP, CLOSE_SHARING ->
                    new Slip(before.kind().endsOperand() ? "no bracket is open that this one could close" : "something is missing before it", "");
            case ARROW, DOT, QUERY, BANG, SEMICOLON, STAR, SLASH, PERCENT, CARET, PLUS ->
                    new Slip(before.kind().endsOperand() ? "" : "an operand is missing before this operator", "");
            default -> NONE;
        };
    }

    private static Slip greater(Token before) {
        return switch (before.kind()) {
            case MINUS -> new Slip("", "write the arrow `->` without a blank");
            case LESS -> new Slip("`<>` is the empty sequence", "write `!=` for \"different\"");
            default -> NONE;
        };
    }

    private static Slip name(Token before, String text) {
        return switch (text) {
            case "in" -> new Slip("", "`let` goes with `within`");
            case "endif", "fi", "elseif", "elif" -> new Slip("CSPm has no `" + text + "`", "write `if .. then .. else if .. then .. else ..`");
            default -> argument(before);
        };
    }

    private static Slip argument(Token before) {
        return switch (before.kind()) {
            case NAME -> new Slip("", "a function takes its arguments in parentheses, as in `f(x)`");
            case GREATER -> new Slip("the `>` before it closed a sequence", "put a comparison inside a sequence in parentheses: `(x > y)`");
            default -> NONE;
        };
    }

    /** {@return what may have led to a line that is not a definition, beginning with {@code left}} */
    static Slip noDefinition(Expression left) {
        return left instanceof Expression.Binary binary && binary.operator() == Expression.BinaryOperator.EQUAL
                ? new Slip("`==` compares, `=` defines", "")
                : NONE;
    }
}
