package org.cspcheck.specs.parse;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.Span;

/**
 * The tokens of a text, a place among them, and what the brackets around that place mean.
 *
 * <p>Inside brackets line ends mean nothing; outside they end a definition wherever it can end. A {@code >} closes a sequence where one is
 * open and no other bracket has been opened since.
 */
final class Tokens {
    /** Levels of nesting that are read; far more than anybody writes, and few enough for the stack that {@link Parser} reads on. */
    static final int DEEPEST = 4_000;

    private record Brackets(int openSequences, boolean lineEndsMatter) {}

    private final Source source;
    private final List<Token> tokens;
    private final Literals literals;
    private int at;
    private Brackets brackets = new Brackets(0, true);
    private int depth;
    private int toldUpTo;

    Tokens(Source source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
        this.literals = new Literals(source);
    }

    // Looking

    Token current() {
        return tokens.get(at);
    }

    Token ahead(int count) {
        return tokens.get(Math.min(at + count, tokens.size() - 1));
    }

    boolean at(TokenKind kind) {
        return current().kind() == kind;
    }

    boolean atWord(String word) {
        return at(TokenKind.NAME) && text(current()).equals(word);
    }

    /** {@return whether the definition so far may be followed by the current token as an infix operator or a list of arguments} */
    boolean continuesHere() {
        Token token = current();
        return switch (token.kind()) {
            case LESS, MINUS, OPEN_ROUND -> !(token.startsLine() && brackets.lineEndsMatter);
            case GREATER -> brackets.openSequences == 0;
            default -> true;
        };
    }

    String text(Token token) {
        return source.text().substring(token.start(), token.end());
    }

    Literals literals() {
        return literals;
    }

    // Moving

    Token next() {
        Token token = current();
        if (at < tokens.size() - 1) {
            at++;
        }
        return token;
    }

    boolean accept(TokenKind kind) {
        if (at(kind)) {
            next();
            return true;
        }
        return false;
    }

    /** {@return the current token, which must be of {@code kind}} {@code where} completes "expected .. where". */
    Token expect(TokenKind kind, String where) {
        if (!at(kind)) {
            throw expected(kind.inWords() + " " + where);
        }
        return next();
    }

    // Brackets and depth

    /** Reads what stands between {@code open}, just read, and {@code close}, which is read too. */
    <T> T enclosed(Token open, TokenKind close, Supplier<T> content) {
        T read = within(new Brackets(0, false), content);
        closing(open, close);
        return read;
    }

    /** Reads what stands between {@code <}, just read, and its {@code >}. */
    <T> T enclosedSequence(Token open, Supplier<T> content) {
        T read = within(new Brackets(brackets.openSequences + 1, false), content);
        closing(open, TokenKind.GREATER);
        return read;
    }

    /** Reads what stands after an opening bracket whose closing bracket may be of two kinds. */
    <T> T inBrackets(Supplier<T> content) {
        return within(new Brackets(0, false), content);
    }

    /** Reads declarations, for which line ends matter whatever brackets are around them. */
    <T> T inLines(Supplier<T> content) {
        return within(new Brackets(brackets.openSequences, true), content);
    }

    private <T> T within(Brackets inner, Supplier<T> content) {
        Brackets outer = brackets;
        brackets = inner;
        try {
            return content.get();
        } finally {
            brackets = outer;
        }
    }

    /** Reads one level deeper. */
    <T> T deeper(Supplier<T> content) {
        if (++depth > DEEPEST) {
            depth--;
            throw new SyntaxError(Diagnostic.error("CSP0202", span(current()), "this is nested too deeply")
                    .because("more than " + DEEPEST + " levels of brackets or operators are not read")
                    .tryThis("give a part of it a name of its own"));
        }
        try {
            return content.get();
        } finally {
            depth--;
        }
    }

    void closing(Token open, TokenKind close) {
        if (!accept(close)) {
            String message = "expected " + close.inWords() + " to close this bracket, but found " + describe(current());
            throw new SyntaxError(Diagnostic.error("CSP0203", span(current()), message)
                    .because("the bracket opened here is still open, or something before it is not complete")
                    .with(List.of(new Diagnostic.Note("the bracket was opened here", span(open)))));
        }
    }

    // Places and messages

    Source source() {
        return source;
    }

    Span span(Token token) {
        return source.span(token.start(), token.end());
    }

    /** {@return the stretch from {@code first} to the token read last} */
    Span since(Token first) {
        return source.span(first.start(), Math.max(first.end(), tokens.get(Math.max(0, at - 1)).end()));
    }

    /** {@return what was typed since {@code first}, without comments, each stretch of white space one blank} */
    String typedSince(int first) {
        StringBuilder typed = new StringBuilder();
        for (int i = first; i < at; i++) {
            boolean gap = i > first && tokens.get(i).start() > tokens.get(i - 1).end();
            typed.append(gap ? " " : "").append(text(tokens.get(i)));
        }
        return typed.toString();
    }

    int position() {
        return at;
    }

    SyntaxError expected(String what) {
        return expected(what, slip());
    }

    /** {@return what may have led to the current token} */
    Slip slip() {
        return at == 0 ? Slip.NONE : Slip.of(tokens.get(at - 1), current(), text(current()));
    }

    SyntaxError expected(String what, String cause, String hint) {
        return expected(what, new Slip(cause, hint));
    }

    SyntaxError expected(String what, Slip slip) {
        String message = "expected " + what + ", but found " + describe(current());
        return new SyntaxError(
                Diagnostic.error("CSP0201", span(current()), message).because(slip.cause()).tryThis(slip.hint()));
    }

    /** {@return whether the line of the current token began with something that was read as part of what came before it} */
    boolean lineWasContinued(int first) {
        int line = at;
        while (line > first && !tokens.get(line).startsLine()) {
            line--;
        }
        return line > first;
    }

    private String describe(Token token) {
        return switch (token.kind()) {
            case NAME -> "the name `" + text(token) + "`";
            case NUMBER -> "the number " + text(token);
            case CHARACTER, REFINES -> "`" + text(token) + "`";
            case TEXT, END, UNKNOWN -> token.kind().text();
            default -> token.kind().inWords();
        };
    }

    // Recovery

    /** Adds the names read since {@code first} to {@code names}, none of them a second time. */
    void namesSince(int first, Set<String> names) {
        for (int i = Math.max(first, toldUpTo); i < at; i++) {
            if (tokens.get(i).is(TokenKind.NAME)) {
                names.add(text(tokens.get(i)));
            }
        }
        toldUpTo = Math.max(toldUpTo, at);
    }

    /** {@return the place to come back to with {@link #recover}} */
    Recovery recovery() {
        return new Recovery(brackets, depth);
    }

    /** What was true where a declaration began. */
    record Recovery(Brackets brackets, int depth) {}

    void recover(Recovery recovery) {
        brackets = recovery.brackets;
        depth = recovery.depth;
    }
}
