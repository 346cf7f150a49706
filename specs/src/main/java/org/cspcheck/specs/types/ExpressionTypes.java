package org.cspcheck.specs.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Generator;
import org.cspcheck.specs.syntax.Items;
import org.cspcheck.specs.syntax.Pattern;
import org.cspcheck.specs.types.Constraint.Chain;
import org.cspcheck.specs.types.Constraint.Origin;
import org.cspcheck.specs.types.Constraint.Part;
import org.cspcheck.specs.types.Constraint.Related;
import org.cspcheck.specs.types.Constraint.Relation;
import org.cspcheck.specs.types.Type.Atom;
import org.cspcheck.specs.types.Type.Function;
import org.cspcheck.specs.types.Type.MapOf;
import org.cspcheck.specs.types.Type.Sequence;
import org.cspcheck.specs.types.Type.SetOf;
import org.cspcheck.specs.types.Type.Tuple;
import org.cspcheck.specs.types.Type.Variable;

/** The types of data and functions; processes are looked after by {@link ProcessTypes}. */
final class ExpressionTypes {
    private static final String DOTS = "a channel or constructor takes its fields by dot, each of the type that was declared";

    private static final String WEAK_DOT = "the dot binds weaker than other operators: `c.x == y` is `c.(x == y)`; parentheses help, `(c.x) == y`";

    private final Inference inference;
    private final BuiltInTypes builtIns;
    private final PatternTypes patterns;
    private final GeneratorTypes generators;
    private final ProcessTypes processes;
    private final DeclarationTypes declarations;

    ExpressionTypes(Inference inference, BuiltInTypes builtIns, PatternTypes patterns, DeclarationTypes declarations) {
        this.inference = inference;
        this.builtIns = builtIns;
        this.patterns = patterns;
        this.declarations = declarations;
        this.generators = new GeneratorTypes(inference, patterns, this);
        this.processes = new ProcessTypes(inference, patterns, generators, this);
    }

    GeneratorTypes generators() {
        return generators;
    }

    /** Checks that {@code expression} is of type {@code expected}; {@code why} is the rule. */
    void expect(Expression expression, Scope scope, Type expected, String why) {
        switch (expression) {
            case Expression.If(_, Expression condition, Expression then, Expression otherwise) -> {
                condition(condition, scope);
                expect(then, scope, expected, why);
                expect(otherwise, scope, expected, why);
            }
            case Expression.Let(_, var local, Expression body) -> expect(body, declarations.local(local, scope), expected, why);
            default -> inference.unify(expression.span(), expected, infer(expression, scope), why);
        }
    }

    private void condition(Expression condition, Scope scope) {
        expect(condition, scope, Atom.BOOL, "`if` asks for true or false");
    }

    Type infer(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.Number _ -> Atom.INT;
            case Expression.Character _ -> Atom.CHAR;
            case Expression.Text _ -> new Sequence(Atom.CHAR);
            case Expression.Truth _ -> Atom.BOOL;
            case Expression.Name name -> name(name, scope);
            case Expression.Tuple(_, List<Expression> items) -> new Tuple(items.stream().map(item -> infer(item, scope)).toList());
            case Expression.Sequence(_, Items items) -> new Sequence(items(items, scope, false));
            case Expression.Set(Span span, Items items) -> {
                Type item = items(items, scope, true);
                inference.require(TypeClass.SET, span, item);
                yield new SetOf(item);
            }
            case Expression.EventSet(_, List<Expression> heads, List<Generator> over) -> {
                Scope inner = generators.sets(over, scope);
                Type item = inference.fresh();
                heads.forEach(head -> inference.constrain(new Related(
                        Relation.PRODUCTIONS, new Origin(head.span(), "`{| .. |}` completes channels and constructors"), infer(head, inner), item)));
                yield new SetOf(item);
            }
            case Expression.MapOf(_, List<Expression.Entry> entries) -> map(entries, scope);
            case Expression.Dot dot -> {
                Type whole = inference.fresh();
                inference.constrain(new Chain(new Origin(dot.span(), compares(dot) ? WEAK_DOT : DOTS), parts(dot, scope), whole));
                yield whole;
            }
            case Expression.Unary(_, var operator, Expression operand) -> unary(operator, operand, scope);
            case Expression.Binary binary -> binary(binary, scope);
            case Expression.If(_, Expression condition, Expression then, Expression otherwise) -> {
                condition(condition, scope);
                Type type = infer(then, scope);
                expect(otherwise, scope, type, "both branches of an `if` are of one type");
                yield type;
            }
            case Expression.Let(_, var local, Expression body) -> infer(body, declarations.local(local, scope));
            case Expression.Lambda(_, List<Pattern> parameters, Expression body) -> {
                Map<String, Binding> bound = new HashMap<>();
                List<Type> arguments = new ArrayList<>();
                for (Pattern parameter : parameters) {
                    Type argument = inference.fresh();
                    patterns.parameter(parameter, argument, scope, bound);
                    arguments.add(argument);
                }
                yield new Function(arguments, infer(body, scope.inner(bound)));
            }
            case Expression.Apply apply -> apply(apply, scope);
            default -> {
                processes.check(expression, scope);
                yield Atom.PROCESS;
            }
        };
    }

    /** Whether the last part of {@code dot} is an operation, which may have been meant for the whole. */
    private static boolean compares(Expression.Dot dot) {
        return switch (dot.right()) {
            case Expression.Dot inner -> compares(inner);
            case Expression.Binary _ -> true;
            default -> false;
        };
    }

    private Type name(Expression.Name name, Scope scope) {
        return switch (scope.find(name.name())) {
            case Binding.Local(Type type) -> type;
            case Binding.Defined(Definition definition) -> inference.use(definition, name.name().name(), name.span());
            case Binding.Module _, Binding.Instance _ -> inference.fresh();
            case null -> name.name().isPlain() ? builtIns.of(name.name().name(), name.span()) : inference.fresh();
        };
    }

    /** {@return the parts of an expression that may be a dot} */
    List<Part> parts(Expression expression, Scope scope) {
        List<Part> parts = new ArrayList<>();
        addParts(expression, scope, parts);
        return parts;
    }

    private void addParts(Expression expression, Scope scope, List<Part> parts) {
        if (expression instanceof Expression.Dot(_, Expression left, Expression right)) {
            addParts(left, scope, parts);
            addParts(right, scope, parts);
        } else {
            parts.add(new Part(expression.span(), infer(expression, scope), false));
        }
    }

    // Listings

    private Type items(Items items, Scope scope, boolean set) {
        Scope inner = set ? generators.sets(items.generators(), scope) : generators.sequences(items.generators(), scope);
        return switch (items) {
            case Items.Listed(List<Expression> heads, _) -> one(heads, inner, set ? "the elements of a set are of one type" : "the items of a sequence are of one type");
            case Items.Range(Expression from, Optional<Expression> to, _) -> {
                expect(from, inner, Atom.INT, "a range goes from number to number");
                to.ifPresent(last -> expect(last, inner, Atom.INT, "a range goes from number to number"));
                yield Atom.INT;
            }
        };
    }

    private Type one(List<Expression> expressions, Scope scope, String why) {
        if (expressions.isEmpty()) {
            return inference.ofNothing();
        }
        Type type = infer(expressions.getFirst(), scope);
        expressions.subList(1, expressions.size()).forEach(other -> expect(other, scope, type, why));
        return type;
    }

    private Type map(List<Expression.Entry> entries, Scope scope) {
        Type key = inference.fresh(TypeClass.SET);
        Type value = inference.fresh();
        for (Expression.Entry entry : entries) {
            expect(entry.key(), scope, key, "the keys of a map are of one type");
            expect(entry.value(), scope, value, "the values of a map are of one type");
        }
        return new MapOf(key, value);
    }

    // Operators

    private Type unary(Expression.UnaryOperator operator, Expression operand, Scope scope) {
        return switch (operator) {
            case NEGATE -> operand(operand, scope, Atom.INT, "`-` negates numbers");
            case NOT -> operand(operand, scope, Atom.BOOL, "`not` negates truth values");
            case LENGTH -> {
                expect(operand, scope, new Sequence(inference.fresh()), "`#` is the length of a sequence; `card(S)` is the size of a set");
                yield Atom.INT;
            }
        };
    }

    private Type operand(Expression operand, Scope scope, Type type, String why) {
        expect(operand, scope, type, why);
        return type;
    }

    private Type binary(Expression.Binary binary, Scope scope) {
        String symbol = "`" + binary.operator().symbol() + "`";
        return switch (binary.operator()) {
            case OR, AND -> both(binary, scope, Atom.BOOL, symbol + " joins truth values");
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> both(binary, scope, Atom.INT, symbol + " calculates with numbers");
            case CONCAT -> both(binary, scope, new Sequence(inference.fresh()), "`^` joins sequences");
            case EQUAL, DIFFERENT -> compare(binary, scope, TypeClass.EQ);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> compare(binary, scope, TypeClass.ORD);
        };
    }

    private Type both(Expression.Binary binary, Scope scope, Type type, String why) {
        expect(binary.left(), scope, type, why);
        expect(binary.right(), scope, type, why);
        return type;
    }

    private Type compare(Expression.Binary binary, Scope scope, TypeClass asked) {
        Type type = infer(binary.left(), scope);
        expect(binary.right(), scope, type, "`" + binary.operator().symbol() + "` compares values of one type");
        inference.require(asked, binary.span(), type);
        return Atom.BOOL;
    }

    // Calls

    private Type apply(Expression.Apply apply, Scope scope) {
        Type function = Type.known(infer(apply.function(), scope));
        List<Expression> arguments = apply.arguments();
        return switch (function) {
            case Function(List<Type> expected, Type result) when expected.size() == arguments.size() -> {
                for (int i = 0; i < expected.size(); i++) {
                    expect(arguments.get(i), scope, expected.get(i), argument(i, expected.size(), apply.function()));
                }
                yield result;
            }
            case Function(List<Type> expected, Type result) -> {
                arguments.forEach(argument -> infer(argument, scope));
                inference.complain(Diagnostic.error("CSP0522", apply.span(), "this function takes " + Words.arguments(expected.size())
                        + ", but is given " + arguments.size()));
                yield result;
            }
            case Variable variable -> {
                Type result = inference.fresh();
                List<Type> given = arguments.stream().map(argument -> infer(argument, scope)).toList();
                inference.unify(apply.function().span(), variable, new Function(given, result), "it is called as a function here");
                yield result;
            }
            default -> {
                arguments.forEach(argument -> infer(argument, scope));
                inference.complain(Diagnostic.error("CSP0520", apply.function().span(), "this should be a function, but it is " + Words.one(function))
                        .because("it is called with " + Words.arguments(arguments.size())));
                yield inference.fresh();
            }
        };
    }

    private static String argument(int position, int count, Expression function) {
        String which = count == 1 ? "the argument" : "argument " + (position + 1);
        return function instanceof Expression.Name name ? which + " of `" + name.name() + "`" : which + " of a function";
    }
}
