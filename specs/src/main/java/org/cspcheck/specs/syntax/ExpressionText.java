package org.cspcheck.specs.syntax;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cspcheck.specs.syntax.Expression.*;

/**
 * Prints expressions with the parentheses they need.
 *
 * <p>{@code let}, {@code if}, lambda and the replicated operators reach as far to the right as they can, so they need parentheses wherever
 * an operator follows: {@code last} says that none does up to the next bracket, comma or line.
 */
final class ExpressionText {
    private final StringBuilder out;
    private final PatternText patterns;
    private final DeclarationText declarations;
    /** Whether a {@code >} would close a sequence here. */
    private boolean inSequence;

    ExpressionText(StringBuilder out) {
        this.out = out;
        this.patterns = new PatternText(out);
        this.declarations = new DeclarationText(this, out);
    }

    /** Prints an expression that something closes or separates from what follows. */
    void whole(Expression expression) {
        operand(expression, Precedence.OPEN, true);
    }

    /** Prints an operand, in parentheses if it binds more weakly than {@code weakest}. */
    private void operand(Expression expression, Precedence weakest, boolean last) {
        Precedence precedence = precedence(expression);
        boolean open = precedence == Precedence.OPEN;
        boolean parentheses = open ? !last : precedence.isWeakerThan(weakest) || inSequence && isGreater(expression);
        if (parentheses) {
            out.append('(');
            within(false, () -> bare(expression, true));
            out.append(')');
        } else {
            bare(expression, last);
        }
    }

    private static boolean isGreater(Expression expression) {
        return expression instanceof Binary binary && binary.operator() == BinaryOperator.GREATER;
    }

    private void within(boolean sequence, Runnable printing) {
        boolean outer = inSequence;
        inSequence = sequence;
        printing.run();
        inSequence = outer;
    }

    private void bare(Expression expression, boolean last) {
        switch (expression) {
            case Expression.Number(_, long value) -> out.append(value);
            case Expression.Character(_, int codePoint) -> out.append(CspmText.quoted(codePoint));
            case Text(_, String value) -> out.append(CspmText.quoted(value));
            case Truth(_, boolean value) -> out.append(value);
            case Name(_, QualifiedName name) -> out.append(name);

            case Tuple(_, List<Expression> items) -> bracketed("(", () -> list(items), ")");
            case Sequence(_, Items items) -> {
                out.append('<');
                within(true, () -> blankBeforeMinus(() -> items(items)));
                out.append('>');
            }
            case Expression.Set(_, Items items) -> bracketed("{", () -> items(items), "}");
            case EventSet(_, List<Expression> heads, List<Generator> generators) -> bracketed("{| ", () -> {
                list(heads);
                bar(generators);
            }, " |}");
            case MapOf(_, List<Entry> entries) -> bracketed("(| ", () -> entries(entries), " |)");
            case Dot(_, Expression left, Expression right) -> joined(left, Precedence.OR, ".", right, Precedence.DOT, last);
            case Unary(_, UnaryOperator operator, Expression operand) -> unary(operator, operand, last);
            case Binary(_, Expression left, BinaryOperator operator, Expression right) ->
                    left(left, " " + operator.symbol() + " ", right, Precedence.of(operator), last);

            case If(_, Expression condition, Expression then, Expression otherwise) -> {
                out.append("if ");
                whole(condition);
                out.append(" then ");
                whole(then);
                out.append(" else ");
                whole(otherwise);
            }
            case Let(_, List<Declaration> local, Expression body) -> {
                declarations.let(local);
                whole(body);
            }
            case Lambda(_, List<Pattern> parameters, Expression body) -> {
                out.append("\\ ");
                patterns(parameters, Precedence.BOTH);
                out.append(" @ ");
                whole(body);
            }
            case Apply(_, Expression function, List<Expression> arguments) -> {
                operand(function, Precedence.POSTFIX, false);
                bracketed("(", () -> list(arguments), ")");
            }

            case Prefix(_, Expression channel, List<Field> fields, Expression process) -> {
                operand(channel, Precedence.DOT, false);
                fields.forEach(this::field);
                out.append(" -> ");
                operand(process, Precedence.PREFIX, last);
            }
            case Guard(_, Expression condition, Expression process) ->
                    joined(condition, Precedence.DOT, " & ", process, Precedence.PREFIX, last);
            case Sequential(_, Expression left, Expression right) -> left(left, " ; ", right, Precedence.SEQUENTIAL, last);
            case Sliding(_, Expression left, Expression right) -> left(left, " [> ", right, Precedence.SLIDING, last);
            case Interrupt(_, Expression left, Expression right) -> left(left, " /\\ ", right, Precedence.INTERRUPT, last);
            case ExternalChoice(_, Expression left, Expression right) -> left(left, " [] ", right, Precedence.EXTERNAL, last);
            case InternalChoice(_, Expression left, Expression right) -> left(left, " |~| ", right, Precedence.INTERNAL, last);
            case Interleave(_, Expression left, Expression right) -> left(left, " ||| ", right, Precedence.INTERLEAVE, last);
            case Hide(_, Expression process, Expression events) ->
                    joined(process, Precedence.HIDE, " \\ ", events, Precedence.DOT, last);
            case Project(_, Expression process, Expression events) ->
                    joined(process, Precedence.HIDE, " |\\ ", events, Precedence.DOT, last);
            case SynchronisingInterrupt(_, Expression left, Expression events, Expression right) ->
                    sharing(left, " /+ ", events, " +\\ ", right, Precedence.INTERRUPT, last);
            case SynchronisingChoice(_, Expression left, Expression events, Expression right) ->
                    sharing(left, " [+ ", events, " +] ", right, Precedence.EXTERNAL, last);
            case SharingParallel(_, Expression left, Expression events, Expression right) ->
                    sharing(left, " [| ", events, " |] ", right, Precedence.PARALLEL, last);
            case Throw(_, Expression left, Expression events, Expression right) ->
                    sharing(left, " [| ", events, " |> ", right, Precedence.PARALLEL, last);
            case AlphabetisedParallel(_, Expression left, Expression leftAlphabet, Expression rightAlphabet, Expression right) -> {
                operand(left, Precedence.PARALLEL, false);
                bracketed(" [ ", () -> {
                    whole(leftAlphabet);
                    out.append(" || ");
                    whole(rightAlphabet);
                }, " ] ");
                operand(right, Precedence.PARALLEL.stronger(), last);
            }
            case LinkedParallel(_, Expression left, List<Pair> links, List<Generator> generators, Expression right) -> {
                operand(left, Precedence.PARALLEL, false);
                bracketed(" [ ", () -> pairs(links, " <-> ", generators), " ] ");
                operand(right, Precedence.PARALLEL.stronger(), last);
            }
            case Rename(_, Expression process, List<Pair> pairs, List<Generator> generators) -> {
                operand(process, Precedence.POSTFIX, false);
                bracketed("[[", () -> pairs(pairs, " <- ", generators), "]]");
            }

            case ReplicatedSequential(_, List<Generator> generators, Expression body) -> replicated("; ", generators, body);
            case ReplicatedExternalChoice(_, List<Generator> generators, Expression body) -> replicated("[] ", generators, body);
            case ReplicatedInternalChoice(_, List<Generator> generators, Expression body) -> replicated("|~| ", generators, body);
            case ReplicatedInterleave(_, List<Generator> generators, Expression body) -> replicated("||| ", generators, body);
            case ReplicatedSharingParallel(_, Expression events, List<Generator> generators, Expression body) -> {
                bracketed("[| ", () -> whole(events), " |] ");
                replicated("", generators, body);
            }
            case ReplicatedSynchronisingChoice(_, Expression events, List<Generator> generators, Expression body) -> {
                bracketed("[+ ", () -> whole(events), " +] ");
                replicated("", generators, body);
            }
            case ReplicatedAlphabetisedParallel(_, List<Generator> generators, Expression alphabet, Expression body) -> {
                out.append("|| ");
                generators(generators);
                bracketed(" @ [ ", () -> whole(alphabet), " ] ");
                whole(body);
            }
            case ReplicatedLinkedParallel(_, List<Pair> links, List<Generator> inner, List<Generator> generators, Expression body) -> {
                bracketed("[ ", () -> pairs(links, " <-> ", inner), " ] ");
                replicated("", generators, body);
            }
        }
    }

    // Operators

    private void joined(
            Expression left, Precedence leftmost, String sign, Expression right, Precedence rightmost, boolean last) {
        operand(left, leftmost, false);
        out.append(sign);
        operand(right, rightmost, last);
    }

    private void left(Expression left, String sign, Expression right, Precedence precedence, boolean last) {
        joined(left, precedence, sign, right, precedence.stronger(), last);
    }

    private void sharing(
            Expression left, String open, Expression events, String close, Expression right, Precedence precedence, boolean last) {
        operand(left, precedence, false);
        bracketed(open, () -> whole(events), close);
        operand(right, precedence.stronger(), last);
    }

    private void unary(UnaryOperator operator, Expression operand, boolean last) {
        out.append(operator.symbol()).append(operator == UnaryOperator.NOT ? " " : "");
        boolean twice = operator == UnaryOperator.NEGATE && operand instanceof Unary inner && inner.operator() == operator;
        blankBeforeMinus(() -> operand(operand, twice ? Precedence.of(operator) : Precedence.ofOperand(operator), last));
    }

    private void replicated(String sign, List<Generator> generators, Expression body) {
        out.append(sign);
        generators(generators);
        out.append(" @ ");
        whole(body);
    }

    // Lists

    private void bracketed(String open, Runnable content, String close) {
        out.append(open);
        within(false, open.equals("{") ? () -> blankBeforeMinus(content) : content);
        out.append(close);
    }

    /** Keeps <code>{-</code> and {@code --} from being comments, and {@code <-} from being an arrow. */
    private void blankBeforeMinus(Runnable printing) {
        int start = out.length();
        printing.run();
        if (start < out.length() && out.charAt(start) == '-') {
            out.insert(start, ' ');
        }
    }

    private <T> void separated(List<T> items, Consumer<T> printing) {
        String separator = "";
        for (T item : items) {
            out.append(separator);
            printing.accept(item);
            separator = ", ";
        }
    }

    void list(List<Expression> items) {
        separated(items, this::whole);
    }

    private void items(Items items) {
        switch (items) {
            case Items.Listed(List<Expression> heads, _) -> list(heads);
            case Items.Range(Expression from, Optional<Expression> to, _) -> {
                whole(from);
                out.append("..");
                to.ifPresent(this::whole);
            }
        }
        bar(items.generators());
    }

    private void entries(List<Entry> entries) {
        separated(entries, entry -> {
            operand(entry.key(), Precedence.DOT, false);
            out.append(" => ");
            whole(entry.value());
        });
    }

    private void pairs(List<Pair> pairs, String sign, List<Generator> generators) {
        separated(pairs, pair -> {
            whole(pair.from());
            out.append(sign);
            whole(pair.to());
        });
        bar(generators);
    }

    private void bar(List<Generator> generators) {
        if (!generators.isEmpty()) {
            out.append(" | ");
            generators(generators);
        }
    }

    private void generators(List<Generator> generators) {
        separated(generators, this::generator);
    }

    private void generator(Generator generator) {
        switch (generator) {
            case Generator.Drawn(_, Pattern pattern, Expression range) -> {
                patterns.pattern(pattern, Precedence.OPEN);
                out.append(" <- ");
                whole(range);
            }
            case Generator.Condition(_, Expression condition) -> whole(condition);
        }
    }

    void patterns(List<Pattern> items, Precedence weakest) {
        separated(items, item -> patterns.pattern(item, weakest));
    }

    void pattern(Pattern pattern) {
        patterns.pattern(pattern, Precedence.OPEN);
    }

    private void field(Field field) {
        switch (field) {
            case Field.Output(_, Expression value) -> {
                out.append('!');
                operand(value, Precedence.DOT, false);
            }
            case Field.Input(_, Pattern pattern, Optional<Expression> set) -> input('?', pattern, set);
            case Field.Chosen(_, Pattern pattern, Optional<Expression> set) -> input('$', pattern, set);
        }
    }

    private void input(char sign, Pattern pattern, Optional<Expression> set) {
        out.append(sign);
        patterns.pattern(pattern, Precedence.DOT);
        set.ifPresent(values -> {
            out.append(':');
            operand(values, Precedence.OR, false);
        });
    }

    private static Precedence precedence(Expression expression) {
        return switch (expression) {
            case If _, Let _, Lambda _ -> Precedence.OPEN;
            case ReplicatedSequential _, ReplicatedExternalChoice _, ReplicatedInternalChoice _, ReplicatedInterleave _,
                    ReplicatedSharingParallel _, ReplicatedSynchronisingChoice _, ReplicatedAlphabetisedParallel _,
                    ReplicatedLinkedParallel _ -> Precedence.OPEN;
            case Hide _, Project _ -> Precedence.HIDE;
            case Interleave _ -> Precedence.INTERLEAVE;
            case SharingParallel _, Throw _, AlphabetisedParallel _, LinkedParallel _ -> Precedence.PARALLEL;
            case InternalChoice _ -> Precedence.INTERNAL;
            case ExternalChoice _, SynchronisingChoice _ -> Precedence.EXTERNAL;
            case Interrupt _, SynchronisingInterrupt _ -> Precedence.INTERRUPT;
            case Sliding _ -> Precedence.SLIDING;
            case Sequential _ -> Precedence.SEQUENTIAL;
            case Prefix _, Guard _ -> Precedence.PREFIX;
            case Dot _ -> Precedence.DOT;
            case Unary unary -> Precedence.of(unary.operator());
            case Binary binary -> Precedence.of(binary.operator());
            case Apply _, Rename _ -> Precedence.POSTFIX;
            case Expression.Number _, Expression.Character _, Text _, Truth _, Name _, Tuple _, Sequence _, Expression.Set _,
                    EventSet _, MapOf _ -> Precedence.ATOM;
        };
    }
}
