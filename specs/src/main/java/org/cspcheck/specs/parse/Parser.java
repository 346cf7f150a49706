package org.cspcheck.specs.parse;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.specs.syntax.Assertion;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.DeepStack;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Generator;
import org.cspcheck.specs.syntax.Script;

/** Reads CSPm. All mistakes of a text are reported at once; a result is complete when none was reported. */
public final class Parser {
    private final Tokens tokens;
    private final Diagnostics diagnostics;
    private final DeclarationListParser lists;

    Parser(Inclusion inclusion) {
        Source source = inclusion.chain().getLast();
        this.diagnostics = inclusion.diagnostics();
        this.tokens = new Tokens(source, Lexer.tokens(source, diagnostics));
        this.lists = new DeclarationListParser(tokens, inclusion);
    }

    /** {@return the script that {@code source} and what it includes hold, as far as it can be read} */
    public static Script script(Source source, Includes includes, Diagnostics diagnostics) {
        return DeepStack.call(() -> {
            Parser parser = new Parser(new Inclusion(includes, List.of(source), diagnostics));
            List<Declaration> declarations = parser.declarations(Place.TOP);
            return new Script(declarations, parser.unreadable());
        });
    }

    /** {@return the one expression that {@code source} is, unless it has an error} */
    public static Optional<Expression> expression(Source source, Diagnostics diagnostics) {
        return whole(source, diagnostics, parser -> parser.lists.declarations().expressions()::expression);
    }

    /** {@return the assertion that {@code source} is, without the word {@code assert}, unless it has an error} */
    public static Optional<Assertion> assertionBody(Source source, Diagnostics diagnostics) {
        return whole(source, diagnostics, parser -> parser.lists.declarations().assertions()::assertion);
    }

    /** {@return the generators and conditions, separated by commas, that {@code source} is, unless it has an error} */
    public static Optional<List<Generator>> generators(Source source, Diagnostics diagnostics) {
        return whole(source, diagnostics, parser -> parser.lists.declarations().expressions()::generators);
    }

    private interface Rule<T> {
        Supplier<T> of(Parser parser);
    }

    private static <T> Optional<T> whole(Source source, Diagnostics diagnostics, Rule<T> rule) {
        return DeepStack.call(() -> {
            Diagnostics own = new Diagnostics();
            Parser parser = new Parser(new Inclusion(Includes.none(), List.of(source), own));
            Optional<T> read = parser.whole(rule.of(parser));
            own.all().forEach(diagnostics::add);
            return own.hasErrors() ? Optional.empty() : read;
        });
    }

    private <T> Optional<T> whole(Supplier<T> rule) {
        try {
            T read = tokens.inBrackets(rule);
            if (!tokens.at(TokenKind.END)) {
                throw tokens.expected("an operator or the end of the text");
            }
            lists.declarations().patterns().complain(diagnostics);
            return Optional.of(read);
        } catch (SyntaxError error) {
            diagnostics.add(error.diagnostic());
            return Optional.empty();
        }
    }

    List<Declaration> declarations(Place place) {
        return lists.declarations(place, EnumSet.noneOf(TokenKind.class));
    }

    Set<String> unreadable() {
        return lists.unreadable();
    }
}
