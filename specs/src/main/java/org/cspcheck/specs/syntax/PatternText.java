package org.cspcheck.specs.syntax;

import java.util.List;
import java.util.Optional;

/** Prints patterns. */
final class PatternText {
    private final StringBuilder out;

    PatternText(StringBuilder out) {
        this.out = out;
    }

    /** Prints {@code pattern}, in parentheses if it binds more weakly than {@code weakest}. */
    void pattern(Pattern pattern, Precedence weakest) {
        boolean parentheses = precedence(pattern).isWeakerThan(weakest);
        out.append(parentheses ? "(" : "");
        bare(pattern);
        out.append(parentheses ? ")" : "");
    }

    private void bare(Pattern pattern) {
        switch (pattern) {
            case Pattern.Name(_, QualifiedName name) -> out.append(name);
            case Pattern.Wildcard _ -> out.append("_");
            case Pattern.Number(_, long value) -> out.append(value);
            case Pattern.Character(_, int codePoint) -> out.append(CspmText.quoted(codePoint));
            case Pattern.Text(_, String value) -> out.append(CspmText.quoted(value));
            case Pattern.Truth(_, boolean value) -> out.append(value);
            case Pattern.Tuple(_, List<Pattern> items) -> list("(", items, ")");
            case Pattern.Sequence(_, List<Pattern> items) -> list("<", items, ">");
            case Pattern.Set(_, Optional<Pattern> item) -> list("{", item.stream().toList(), "}");
            case Pattern.Dot(_, Pattern left, Pattern right) -> joined(left, Precedence.OR, ".", right, Precedence.DOT);
            case Pattern.Concat(_, Pattern left, Pattern right) ->
                    joined(left, Precedence.CONCAT, "^", right, Precedence.POSTFIX);
            case Pattern.Both(_, Pattern left, Pattern right) ->
                    joined(left, Precedence.BOTH, " @@ ", right, Precedence.BOTH.stronger());
        }
    }

    private void joined(Pattern left, Precedence leftmost, String sign, Pattern right, Precedence rightmost) {
        pattern(left, leftmost);
        out.append(sign);
        pattern(right, rightmost);
    }

    private void list(String open, List<Pattern> items, String close) {
        out.append(open);
        String separator = "";
        for (Pattern item : items) {
            out.append(separator);
            separator = ", ";
            int start = out.length();
            pattern(item, Precedence.OPEN);
            if (!open.equals("(") && out.charAt(start) == '-') {
                out.insert(start, ' ');
            }
        }
        out.append(close);
    }

    private static Precedence precedence(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Both _ -> Precedence.BOTH;
            case Pattern.Dot _ -> Precedence.DOT;
            case Pattern.Concat _ -> Precedence.CONCAT;
            case Pattern.Number number -> number.value() < 0 ? Precedence.SUM : Precedence.ATOM;
            case Pattern.Name _, Pattern.Wildcard _, Pattern.Character _, Pattern.Text _, Pattern.Truth _, Pattern.Tuple _,
                    Pattern.Sequence _, Pattern.Set _ -> Precedence.ATOM;
        };
    }
}
