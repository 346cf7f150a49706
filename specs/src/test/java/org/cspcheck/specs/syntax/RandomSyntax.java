package org.cspcheck.specs.syntax;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.syntax.Expression.*;

/** Random trees of every kind that can be typed. */
final class RandomSyntax {
    private static final Span NOWHERE = Source.of("nowhere", "").span(0, 0);
    private static final List<String> NAMES = List.of("a", "b", "P", "Q'", "x_1", "STOP", "union", "print");

    private final Random random;

    RandomSyntax(Random random) {
        this.random = random;
    }

    // Expressions

    Expression expression(int depth) {
        if (depth <= 0) {
            return atom();
        }
        return switch (random.nextInt(8)) {
            case 0 -> atom();
            case 1, 2 -> data(depth - 1);
            case 3 -> structure(depth - 1);
            case 4, 5, 6 -> process(depth - 1);
            default -> replicated(depth - 1);
        };
    }

    private Expression atom() {
        return switch (random.nextInt(6)) {
            case 0 -> new Expression.Number(NOWHERE, random.nextInt(100));
            case 1 -> new Expression.Character(NOWHERE, "a'\"\\\n\0é".codePointAt(random.nextInt(7)));
            case 2 -> new Text(NOWHERE, pick("", "text", "with \"quotes\" and \\", "it's\ta\r\n", "☕"));
            case 3 -> new Truth(NOWHERE, random.nextBoolean());
            default -> new Name(NOWHERE, random.nextInt(5) == 0 ? new QualifiedName(List.of("M", "N"), name()) : QualifiedName.of(name()));
        };
    }

    private Expression data(int depth) {
        return switch (random.nextInt(11)) {
            case 0 -> new Tuple(NOWHERE, some(2, 3, () -> expression(depth)));
            case 1 -> new Sequence(NOWHERE, items(depth));
            case 2 -> new Expression.Set(NOWHERE, items(depth));
            case 3 -> new EventSet(NOWHERE, some(0, 2, () -> expression(depth)), some(0, 2, () -> generator(depth)));
            case 4 -> new MapOf(NOWHERE, some(0, 2, () -> new Entry(expression(depth), expression(depth))));
            case 5, 6 -> new Dot(NOWHERE, expression(depth), expression(depth));
            case 7 -> new Unary(NOWHERE, pick(UnaryOperator.values()), expression(depth));
            default -> new Binary(NOWHERE, expression(depth), pick(BinaryOperator.values()), expression(depth));
        };
    }

    private Items items(int depth) {
        return random.nextBoolean()
                ? new Items.Listed(some(0, 3, () -> expression(depth)), some(0, 2, () -> generator(depth)))
                : new Items.Range(expression(depth), maybe(() -> expression(depth)), some(0, 2, () -> generator(depth)));
    }

    private Expression structure(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> new If(NOWHERE, expression(depth), expression(depth), expression(depth));
            case 1 -> new Let(NOWHERE, locals(depth), expression(depth));
            case 2 -> new Lambda(NOWHERE, some(1, 2, () -> pattern(depth)), expression(depth));
            default -> new Apply(NOWHERE, expression(depth), some(0, 2, () -> expression(depth)));
        };
    }

    private Expression process(int depth) {
        Expression l = expression(depth);
        Expression r = expression(depth);
        return switch (random.nextInt(18)) {
            case 0, 1 -> new Prefix(NOWHERE, l, some(0, 3, () -> field(depth)), r);
            case 2 -> new Guard(NOWHERE, l, r);
            case 3 -> new Sequential(NOWHERE, l, r);
            case 4 -> new Sliding(NOWHERE, l, r);
            case 5 -> new Interrupt(NOWHERE, l, r);
            case 6 -> new SynchronisingInterrupt(NOWHERE, l, expression(depth), r);
            case 7 -> new ExternalChoice(NOWHERE, l, r);
            case 8 -> new SynchronisingChoice(NOWHERE, l, expression(depth), r);
            case 9 -> new InternalChoice(NOWHERE, l, r);
            case 10 -> new SharingParallel(NOWHERE, l, expression(depth), r);
            case 11 -> new AlphabetisedParallel(NOWHERE, l, expression(depth), expression(depth), r);
            case 12 -> new LinkedParallel(NOWHERE, l, pairs(1, depth), some(0, 2, () -> generator(depth)), r);
            case 13 -> new Throw(NOWHERE, l, expression(depth), r);
            case 14 -> new Interleave(NOWHERE, l, r);
            case 15 -> new Hide(NOWHERE, l, r);
            case 16 -> new Project(NOWHERE, l, r);
            default -> rename(l, pairs(0, depth), depth);
        };
    }

    private Expression rename(Expression process, List<Pair> pairs, int depth) {
        return new Rename(NOWHERE, process, pairs, pairs.isEmpty() ? List.of() : some(0, 2, () -> generator(depth)));
    }

    private Expression replicated(int depth) {
        List<Generator> generators = some(1, 2, () -> generator(depth));
        Expression body = expression(depth);
        return switch (random.nextInt(8)) {
            case 0 -> new ReplicatedSequential(NOWHERE, generators, body);
            case 1 -> new ReplicatedExternalChoice(NOWHERE, generators, body);
            case 2 -> new ReplicatedInternalChoice(NOWHERE, generators, body);
            case 3 -> new ReplicatedInterleave(NOWHERE, generators, body);
            case 4 -> new ReplicatedSharingParallel(NOWHERE, expression(depth), generators, body);
            case 5 -> new ReplicatedAlphabetisedParallel(NOWHERE, generators, expression(depth), body);
            case 6 -> new ReplicatedLinkedParallel(
                    NOWHERE, pairs(1, depth), some(0, 1, () -> generator(depth)), generators, body);
            default -> new ReplicatedSynchronisingChoice(NOWHERE, expression(depth), generators, body);
        };
    }

    private List<Pair> pairs(int least, int depth) {
        return some(least, 2, () -> new Pair(expression(depth), expression(depth)));
    }

    private Generator generator(int depth) {
        return random.nextInt(3) == 0
                ? new Generator.Condition(NOWHERE, expression(depth))
                : new Generator.Drawn(NOWHERE, pattern(depth), expression(depth));
    }

    private Field field(int depth) {
        return switch (random.nextInt(3)) {
            case 0 -> new Field.Output(NOWHERE, expression(depth));
            case 1 -> new Field.Input(NOWHERE, pattern(depth), maybe(() -> expression(depth)));
            default -> new Field.Chosen(NOWHERE, pattern(depth), maybe(() -> expression(depth)));
        };
    }

    // Patterns

    Pattern pattern(int depth) {
        if (depth <= 0) {
            return switch (random.nextInt(5)) {
                case 0 -> new Pattern.Wildcard(NOWHERE);
                case 1 -> new Pattern.Number(NOWHERE, random.nextInt(20) - 10);
                case 2 -> new Pattern.Text(NOWHERE, "t");
                case 3 -> new Pattern.Truth(NOWHERE, true);
                default -> new Pattern.Name(NOWHERE, QualifiedName.of(name()));
            };
        }
        return switch (random.nextInt(7)) {
            case 0 -> new Pattern.Tuple(NOWHERE, some(2, 3, () -> pattern(depth - 1)));
            case 1 -> new Pattern.Sequence(NOWHERE, some(0, 2, () -> pattern(depth - 1)));
            case 2 -> new Pattern.Set(NOWHERE, maybe(() -> pattern(depth - 1)));
            case 3 -> new Pattern.Dot(NOWHERE, pattern(depth - 1), pattern(depth - 1));
            case 4 -> new Pattern.Concat(NOWHERE, pattern(depth - 1), pattern(depth - 1));
            case 5 -> new Pattern.Both(NOWHERE, pattern(depth - 1), pattern(depth - 1));
            default -> new Pattern.Character(NOWHERE, 'c');
        };
    }

    // Declarations

    private List<Declaration> locals(int depth) {
        return some(1, 3, () -> local(depth));
    }

    private Declaration local(int depth) {
        return switch (random.nextInt(5)) {
            case 0 -> new Declaration.Value(NOWHERE, identifier("v"), expression(depth));
            case 1 -> new Declaration.Binding(NOWHERE, new Pattern.Sequence(NOWHERE, some(0, 2, () -> pattern(depth))), expression(depth));
            case 2 -> new Declaration.Transparent(NOWHERE, List.of(identifier("normal"), identifier("diamond")));
            case 3 -> new Declaration.Timed(NOWHERE, maybe(() -> expression(depth)), some(0, 2, () ->
                    new Declaration.Value(NOWHERE, identifier("t"), expression(depth))));
            default -> function(depth);
        };
    }

    /** Functions have names of their own: neighbours of the same name would be clauses of one function. */
    private Declaration function(int depth) {
        Identifier name = identifier("f" + random.nextInt(1_000_000));
        return new Declaration.Function(NOWHERE, name, some(1, 2, () -> new Declaration.Clause(
                NOWHERE, name, some(1, 2, () -> some(0, 2, () -> pattern(depth))), expression(depth))));
    }

    // Chance

    private Identifier identifier(String text) {
        return new Identifier(NOWHERE, text);
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    @SafeVarargs
    private <T> T pick(T... of) {
        return of[random.nextInt(of.length)];
    }

    private <T> List<T> some(int least, int most, Supplier<T> one) {
        return Stream.generate(one).limit(least + random.nextInt(most - least + 1)).toList();
    }

    private <T> Optional<T> maybe(Supplier<T> one) {
        return random.nextBoolean() ? Optional.of(one.get()) : Optional.empty();
    }
}
