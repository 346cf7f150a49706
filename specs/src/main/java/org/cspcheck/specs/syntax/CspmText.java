package org.cspcheck.specs.syntax;

import java.util.function.Consumer;
import org.cspcheck.specs.syntax.Assertion.Claim;

/** Syntax as text: what is read back from it is the same tree, whatever the spans. */
public final class CspmText {
    private CspmText() {}

    public static String of(Expression expression) {
        return text(out -> new ExpressionText(out).whole(expression));
    }

    public static String of(Pattern pattern) {
        return text(out -> new PatternText(out).pattern(pattern, Precedence.OPEN));
    }

    /** {@return a declaration, which may take several lines} */
    public static String of(Declaration declaration) {
        return text(out -> new DeclarationText(new ExpressionText(out), out).declaration(declaration, ""));
    }

    /** {@return an assertion without the word {@code assert}} */
    public static String of(Assertion assertion) {
        return (assertion.negated() ? "not " : "")
                + of(assertion.claim())
                + assertion.priority().map(events -> " :[tau priority over]: " + of(events)).orElse("")
                + assertion.reduction().map(CspmText::of).orElse("");
    }

    private static String of(Claim claim) {
        return switch (claim) {
            case Claim.Refinement(Expression specification, Assertion.Model model, Expression implementation) ->
                    of(specification) + " [" + model + "= " + of(implementation);
            case Claim.DeadlockFree(Expression process, Assertion.Model model) ->
                    of(process) + " :[deadlock free [" + model + "]]";
            case Claim.DivergenceFree(Expression process) -> of(process) + " :[divergence free]";
            case Claim.Deterministic(Expression process, Assertion.Model model) ->
                    of(process) + " :[deterministic [" + model + "]]";
            case Claim.HasTrace(Expression process, Assertion.Model model, Expression trace) ->
                    of(process) + " :[has trace [" + model + "]]: " + of(trace);
        };
    }

    private static String of(Assertion.Reduction reduction) {
        return switch (reduction) {
            case UNSPECIFIED -> " :[partial order reduce]";
            case PRECISE -> " :[partial order reduce [precise]]";
            case HYBRID -> " :[partial order reduce [hybrid]]";
            case FAST -> " :[partial order reduce [fast]]";
        };
    }

    private static String text(Consumer<StringBuilder> printing) {
        return DeepStack.call(() -> {
            StringBuilder out = new StringBuilder();
            printing.accept(out);
            return out.toString();
        });
    }

    /** {@return {@code text} in double quotes} */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> out.append(c == '"' ? "\\\"" : c == '\'' ? "'" : escaped(c)));
        return out.append('"').toString();
    }

    /** {@return a character in single quotes} */
    static String quoted(int codePoint) {
        return "'" + (codePoint == '\'' ? "\\'" : codePoint == '"' ? "\"" : escaped(codePoint)) + "'";
    }

    private static String escaped(int codePoint) {
        return switch (codePoint) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            case 0 -> "\\0";
            default -> Character.toString(codePoint);
        };
    }
}
