package org.cspcheck.specs.parse;

import static org.cspcheck.specs.parse.TokenKind.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.Declaration.Clause;
import org.cspcheck.specs.syntax.Expression;

/**
 * Lists of declarations: what separates them, what is included among them, and where reading goes on after an error.
 *
 * <p>A declaration that cannot be read is skipped up to the next line that begins a declaration or stands no further to the right than it
 * did. Inside {@code let} there is no such place, so there the whole declaration around it is skipped.
 */
final class DeclarationListParser {
    private static final int MOST_ERRORS = 100;
    private static final Set<TokenKind> BEGIN_DECLARATIONS =
            EnumSet.of(CHANNEL, DATATYPE, NAMETYPE, ASSERT, TRANSPARENT, EXTERNAL, INCLUDE, EXPORTS, ENDMODULE);

    private final Tokens tokens;
    private final Inclusion inclusion;
    private final Diagnostics diagnostics;
    private final DeclarationParser declarations;
    private final Set<String> unreadable = new HashSet<>();
    private int errors;

    DeclarationListParser(Tokens tokens, Inclusion inclusion) {
        this.tokens = tokens;
        this.inclusion = inclusion;
        this.diagnostics = inclusion.diagnostics();
        this.declarations = new DeclarationParser(tokens, this);
    }

    DeclarationParser declarations() {
        return declarations;
    }

    /** {@return the names in declarations that were skipped} */
    Set<String> unreadable() {
        return unreadable;
    }

    /** Reads declarations up to one of {@code ends} or the end of the text; the end itself is not read. */
    List<Declaration> declarations(Place place, Set<TokenKind> ends) {
        return tokens.deeper(() -> {
            List<Declaration> read = new ArrayList<>();
            while (!tokens.at(END) && !ends.contains(tokens.current().kind())) {
                if (place == Place.LET) {
                    declaration(place, ends, read);
                } else {
                    recoverably(place, ends, read);
                }
            }
            List<Declaration> joined = joinClauses(read);
            new Annotations(diagnostics, unreadable).check(joined);
            return joined;
        });
    }

    private void declaration(Place place, Set<TokenKind> ends, List<Declaration> read) {
        if (tokens.at(INCLUDE)) {
            include(place, read);
            return;
        }
        int first = tokens.position();
        Declaration declaration = declarations.declaration(place);
        place.excludes(declaration).ifPresent(kind -> report(
                Diagnostic.error("CSP0217", declaration.span(), kind + " cannot be declared " + place.inWords())
                        .tryThis("move it to the top of the script")));
        read.add(declaration);
        endOfDeclaration(first, ends);
    }

    /** Complains unless what began at {@code first} is followed by a new line, the end of the text or one of {@code ends}. */
    void endOfDeclaration(int first, Set<TokenKind> ends) {
        Token token = tokens.current();
        if (token.startsLine() || token.is(END) || ends.contains(token.kind())) {
            return;
        }
        boolean continued = token.is(DEFINES) && tokens.lineWasContinued(first);
        Slip slip = continued
                ? new Slip("the line before is not complete, so this one was read as its end", "")
                : tokens.slip();
        throw tokens.expected("an operator or " + (ends.contains(WITHIN) ? "`within`" : "the end of the declaration"), slip);
    }

    // Errors

    private void recoverably(Place place, Set<TokenKind> ends, List<Declaration> read) {
        Token start = tokens.current();
        int first = tokens.position();
        Tokens.Recovery recovery = tokens.recovery();
        try {
            declaration(place, ends, read);
            declarations.patterns().complain(diagnostics);
        } catch (SyntaxError error) {
            report(error.diagnostic());
            tokens.recover(recovery);
            declarations.patterns().forget(0);
            skip(start, first, ends);
        }
    }

    private void report(Diagnostic diagnostic) {
        errors++;
        if (errors <= MOST_ERRORS) {
            diagnostics.add(diagnostic);
        }
    }

    private void skip(Token start, int first, Set<TokenKind> ends) {
        int column = column(start);
        if (tokens.position() == first) {
            tokens.next();
        }
        while (!tokens.at(END) && !mayBegin(tokens.current(), column, ends)) {
            tokens.next();
        }
        tokens.namesSince(first, unreadable);
    }

    private boolean mayBegin(Token token, int column, Set<TokenKind> ends) {
        return token.startsLine()
                && (BEGIN_DECLARATIONS.contains(token.kind()) || ends.contains(token.kind()) || column(token) <= column);
    }

    private int column(Token token) {
        return tokens.span(token).location().column();
    }

    // include "file"

    private void include(Place place, List<Declaration> read) {
        Token start = tokens.next();
        Token name = tokens.current();
        boolean complete = start.startsLine() && name.is(TEXT) && !name.startsLine();
        if (complete) {
            tokens.next();
        }
        if (!complete || !(tokens.current().startsLine() || tokens.at(END))) {
            throw new SyntaxError(Diagnostic.error("CSP0206", tokens.since(start), "this include is not complete")
                    .because("an include stands on a line of its own and names a file in double quotes")
                    .tryThis("write include \"file.csp\""));
        }
        Span span = tokens.since(start);
        String file = tokens.text(name).substring(1, Math.max(1, tokens.text(name).length() - 1));
        Optional<Inclusion> included = inclusion.of(file, span);
        included.ifPresent(deeper -> {
            Parser parser = new Parser(deeper);
            read.addAll(parser.declarations(place));
            unreadable.addAll(parser.unreadable());
        });
    }

    // clauses

    private static List<Declaration> joinClauses(List<Declaration> read) {
        List<Declaration> joined = new ArrayList<>();
        List<Clause> clauses = new ArrayList<>();
        for (Declaration declaration : read) {
            boolean continues = declaration instanceof Declaration.Function function
                    && !clauses.isEmpty()
                    && function.name().text().equals(clauses.getFirst().name().text());
            if (!continues) {
                addFunction(clauses, joined);
            }
            if (declaration instanceof Declaration.Function function) {
                clauses.addAll(function.clauses());
            } else {
                joined.add(declaration);
            }
        }
        addFunction(clauses, joined);
        return joined;
    }

    private static void addFunction(List<Clause> clauses, List<Declaration> joined) {
        if (!clauses.isEmpty()) {
            Span span = clauses.getFirst().span().to(clauses.getLast().span());
            joined.add(new Declaration.Function(span, clauses.getFirst().name(), clauses));
            clauses.clear();
        }
    }
}
