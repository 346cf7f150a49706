package org.cspcheck.specs.parse;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;

/**
 * Cuts a text into tokens, in one pass and without knowing the grammar.
 *
 * <p>Always the longest sign wins, with these exceptions: a bar that begins {@code |||}, {@code ||} or {@code |~|} does not belong to the
 * bracket before it; {@code >} closes a sequence in {@code <1>==s}; {@code <-} before an operand is the beginning of {@code <-1>}; two
 * closing square brackets are two tokens, as they may close one bracket or two.
 */
final class Lexer {
    private static final int MOST_ERRORS = 20;

    private final Source source;
    private final String text;
    private final Diagnostics diagnostics;
    private final Literals literals;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean startsLine = true;
    private int errors;
    private int warnings;

    private Lexer(Source source, Diagnostics diagnostics) {
        this.source = source;
        this.text = source.text();
        this.diagnostics = diagnostics;
        this.literals = new Literals(source);
    }

    /** {@return the tokens of {@code source}; the last one is {@link TokenKind#END}} */
    static List<Token> tokens(Source source, Diagnostics diagnostics) {
        Lexer lexer = new Lexer(source, diagnostics);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        if (text.startsWith("\uFEFF")) {
            at = 1;
        }
        while (skipBlanks() && errors < MOST_ERRORS) {
            token();
        }
        if (errors >= MOST_ERRORS) {
            diagnostics.add(Diagnostic.error("CSP0109", source.span(at, at), "there are too many errors to go on reading")
                    .because("this does not look like a CSPm script"));
            at = text.length();
        }
        add(TokenKind.END, at);
    }

    // Blanks and comments

    /** {@return whether anything follows} */
    private boolean skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                startsLine = true;
                at++;
            } else if (c <= ' ' && c != 0 || c == '\u00A0') {
                at++;
            } else if (text.startsWith("--", at)) {
                skipLine();
            } else if (text.startsWith("{-", at)) {
                skipBlockComment();
            } else {
                return true;
            }
        }
        return false;
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    private void skipBlockComment() {
        int start = at;
        warnOfNegativeNumber(start);
        int open = 0;
        do {
            if (text.startsWith("{-", at)) {
                open++;
                at += 2;
            } else if (text.startsWith("-}", at)) {
                open--;
                at += 2;
            } else {
                char c = text.charAt(at++);
                startsLine |= c == '\n' || c == '\r';
            }
        } while (open > 0 && at < text.length());
        if (open > 0) {
            report(Diagnostic.error("CSP0103", source.span(start, start + 2), "this comment is never closed")
                    .because("`{-` opens a comment up to the matching `-}`, and comments nest")
                    .tryThis("close it with `-}`; for a set that begins with a negative number write `{ -1 ..}` with a blank"));
        }
    }

    private void warnOfNegativeNumber(int start) {
        int next = start + 2;
        if (next < text.length() && Character.isDigit(text.charAt(next))) {
            warn(Diagnostic.warning("CSP0107", source.span(start, start + 2), "`{-` opens a comment here")
                    .because("a set that begins with a negative number looks like this")
                    .tryThis("write `{ -1` with a blank if a set is meant"));
        }
    }

    // Tokens

    private void token() {
        char c = text.charAt(at);
        if (isLetter(c) || c == '_' && isLetterOrDigit(peek(1))) {
            word();
        } else if (isDigit(c)) {
            number();
        } else if (c == '"') {
            literal(TokenKind.TEXT, literals.endOfText(at, after(TokenKind.INCLUDE)));
        } else if (c == '\'') {
            literal(TokenKind.CHARACTER, literals.endOfCharacter(at));
        } else {
            int length = refinement();
            if (length > 0) {
                add(TokenKind.REFINES, at + length);
            } else {
                sign(c);
            }
        }
    }

    private void word() {
        int end = at + 1;
        while (end < text.length() && isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        while (end < text.length() && text.charAt(end) == '\'') {
            end++;
        }
        add(TokenKind.ofWord(text.substring(at, end)), end);
    }

    private void number() {
        int end = at + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        literals.checkNumber(at, end).ifPresent(this::report);
        add(TokenKind.NUMBER, end);
    }

    private void literal(TokenKind kind, Literals.Extent extent) {
        extent.mistake().ifPresent(this::report);
        add(kind, extent.end());
    }

    /** {@return the length of {@code [T=} here, or 0} */
    private int refinement() {
        if (text.charAt(at) != '[') {
            return 0;
        }
        int end = skipSpaces(at + 1);
        int letters = end;
        while (end < text.length() && text.charAt(end) >= 'A' && text.charAt(end) <= 'Z') {
            end++;
        }
        int sign = skipSpaces(end);
        boolean refines = end > letters && sign < text.length() && text.charAt(sign) == '=' && !text.startsWith("==", sign);
        return refines ? sign + 1 - at : 0;
    }

    private int skipSpaces(int from) {
        int end = from;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return end;
    }

    private void sign(char c) {
        TokenKind kind = Signs.longest(text, at);
        if (kind == null) {
            unknown();
            return;
        }
        boolean operandBefore = !tokens.isEmpty() && tokens.getLast().kind().endsOperand();
        if (kind == TokenKind.DRAWN && !operandBefore) {
            kind = TokenKind.LESS;
        }
        int end = at + kind.text().length();
        if (kind == TokenKind.BACKSLASH && text.startsWith("\\", end)) {
            end++;
            warn(Diagnostic.warning("CSP0108", source.span(at, end), "`\\\\` is read as `\\`")
                    .because("a backslash is no escape in CSPm"));
        }
        add(kind, end);
    }

    private void unknown() {
        int end = at;
        while (end < text.length() && isUnknown(text.charAt(end))) {
            end++;
        }
        boolean letter = Character.isLetter(text.codePointAt(at));
        String shown = Character.isISOControl(text.charAt(at))
                ? "control character " + (int) text.charAt(at)
                : "`" + Character.toString(text.codePointAt(at)) + "`";
        report(Diagnostic.error("CSP0101", source.span(at, end), "CSPm has no sign " + shown)
                .because(letter ? "names consist of the letters a to z and A to Z, digits, `_`, and primes at the end" : ""));
        add(TokenKind.UNKNOWN, end);
    }

    private boolean isUnknown(char c) {
        return c > '~' && c != '\u00A0' || c < ' ' && !Character.isWhitespace(c) || c == '`' || c == '~';
    }

    private void add(TokenKind kind, int end) {
        tokens.add(new Token(kind, at, end, startsLine));
        startsLine = false;
        at = end;
    }

    private void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        errors++;
    }

    private void warn(Diagnostic diagnostic) {
        if (warnings++ < MOST_ERRORS) {
            diagnostics.add(diagnostic);
        }
    }

    private boolean after(TokenKind kind) {
        return !tokens.isEmpty() && tokens.getLast().is(kind);
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || isDigit(c) || c == '_';
    }
}
