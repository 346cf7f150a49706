package org.cspcheck.specs.yaml;

import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Span;

/** Says what the YAML engine objects to in words that fit a spec. */
final class Explanation {
    private static final String QUOTE_IT =
            "Put the text into single quotes, or start a block with `|` and write it on the lines below, indented.";

    private Explanation() {}

    /** {@return the message for {@code problem}, which is the engine's own sentence} */
    static Diagnostic of(String problem, Span at) {
        if (problem.contains("mapping values are not allowed")) {
            return error(at, "A colon with a blank after it cannot stand here")
                    .because("YAML takes it for the end of a key. Either a text contains it, or the line above is indented differently.")
                    .tryThis(QUOTE_IT);
        }
        if (problem.contains("TAB")) {
            return error(at, "A tab cannot be used to indent")
                    .because("YAML measures structure in blanks; a tab has no agreed width.")
                    .tryThis("Replace the tabs at the start of the lines by blanks.");
        }
        if (problem.contains("cannot start any token")) {
            return error(at, "A text cannot start with this character")
                    .because("YAML keeps @, %, | and ` at the start of a text for itself.")
                    .tryThis(QUOTE_IT);
        }
        if (problem.contains("unknown escape")) {
            return error(at, "This escape is not known")
                    .because("Inside double quotes a backslash starts an escape; CSPm writes hiding with one.")
                    .tryThis("Use single quotes or a block with `|`, or write the backslash twice.");
        }
        if (problem.contains("unexpected end of stream") || problem.contains("unexpected document separator")) {
            return error(at, "A quoted text is not closed")
                    .because("Its closing quote is missing, or a quote inside it was not written twice.")
                    .tryThis("Close it, or start a block with `|`, which needs no quotes.");
        }
        if (problem.contains("could not find expected ':'")) {
            return error(at, "This line is neither `key: value` nor a list item `- value`")
                    .because("The colon or the hyphen is missing, or the line should be indented further to belong to the one above.")
                    .tryThis("CSPm belongs under `define: |`, indented by two blanks.");
        }
        if (problem.contains("expected <block end>")) {
            return error(at, "The indentation of this line fits none of those above it")
                    .because("What belongs together starts in the same column.")
                    .tryThis("Align the line with its neighbours; a list item starts with `- `.");
        }
        if (problem.contains("expected ',' or")) {
            return error(at, "A comma or a closing bracket is missing here")
                    .because("A text that starts with [ or { is a list or a mapping to YAML.")
                    .tryThis("If it is CSPm: " + Character.toLowerCase(QUOTE_IT.charAt(0)) + QUOTE_IT.substring(1));
        }
        if (problem.contains("comment or a line break") || problem.contains("chomping or indentation")) {
            return error(at, "The text of a block starts on the line after its `|`")
                    .because("A bar at the start of a text announces a block to YAML.")
                    .tryThis(QUOTE_IT);
        }
        return error(at, "This is no YAML: " + problem);
    }

    private static Diagnostic error(Span at, String message) {
        return Diagnostic.error("CSP0403", at, message);
    }
}
