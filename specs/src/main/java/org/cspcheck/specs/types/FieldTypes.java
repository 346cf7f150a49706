package org.cspcheck.specs.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.QualifiedName;
import org.cspcheck.specs.types.Type.Atom;
import org.cspcheck.specs.types.Type.Data;
import org.cspcheck.specs.types.Type.Dotted;
import org.cspcheck.specs.types.Type.Partial;
import org.cspcheck.specs.types.Type.SetOf;
import org.cspcheck.specs.types.Type.Tuple;
import org.cspcheck.specs.types.Type.Variable;

/** Types as declarations write them: sets, where a dot joins fields and a tuple of sets is the set of tuples. */
final class FieldTypes {
    private static final String SET = "the type of a field is the set of its values";

    private final Inference inference;
    private final ExpressionTypes expressions;

    FieldTypes(Inference inference, ExpressionTypes expressions) {
        this.inference = inference;
        this.expressions = expressions;
    }

    /** A channel: an event, once it has its fields. */
    void channel(Optional<Expression> written, Scope scope, Type type, Span span) {
        List<Type> fields = fields(written, scope);
        written.ifPresent(expression -> {
            fields.forEach(field -> inference.require(TypeClass.EQ, expression.span(), field));
            known(fields, expression.span());
        });
        inference.unify(span, type, Type.awaiting(fields, Atom.EVENT), "it is a channel");
    }

    void constructor(Declaration.Constructor constructor, Scope scope, Type type, Data data) {
        List<Type> fields = fields(constructor.fields(), scope);
        known(fields, constructor.span());
        inference.unify(constructor.name().span(), type, Type.awaiting(fields, data), "it is a constructor");
    }

    /** Complains of a field of whose values nothing is known: its set is empty. */
    private void known(List<Type> fields, Span span) {
        if (fields.stream().anyMatch(field -> Type.known(field) instanceof Variable variable && variable.ofNothing)) {
            inference.complain(Diagnostic.error("CSP0526", span, "the type of a field is not known")
                    .because("it is an empty set, of which it does not show what its elements would be")
                    .tryThis("say it by an annotation, as in `S :: {Int}`"));
        }
    }

    void nametype(Expression set, Scope scope, Type type) {
        inference.unify(set.span(), type, new SetOf(element(set, scope)), SET);
    }

    /** A subtype: constructors of one datatype, each with the fields it was declared with. */
    void subtype(Declaration.Subtype subtype, Scope scope, Type type) {
        Type data = inference.fresh();
        for (Declaration.Constructor constructor : subtype.constructors()) {
            List<Type> given = fields(constructor.fields(), scope);
            Type whole = Type.known(constructorType(constructor, scope));
            List<Type> wanted = whole instanceof Partial(List<Type> fields, _) ? Type.flat(fields) : List.of();
            Type result = whole instanceof Partial(_, Type end) ? end : whole;
            inference.unify(constructor.name().span(), data, result, "a subtype repeats constructors of one datatype");
            if (!(whole instanceof Variable)) {
                same(constructor, wanted, given);
            }
        }
        inference.unify(subtype.name().span(), type, new SetOf(data), "");
    }

    private Type constructorType(Declaration.Constructor constructor, Scope scope) {
        String name = constructor.name().text();
        return scope.find(QualifiedName.of(name)) instanceof Binding.Defined(Definition definition)
                ? inference.use(definition, name, constructor.name().span()) : inference.fresh();
    }

    private void same(Declaration.Constructor constructor, List<Type> wanted, List<Type> given) {
        boolean open = wanted.stream().anyMatch(Variable.class::isInstance);
        if (given.size() > wanted.size() && !open) {
            inference.complain(Diagnostic.error("CSP0523", constructor.span(), "too many fields for the constructor `" + constructor.name() + "`")
                    .because(wanted.isEmpty() ? "it has none" : "its fields are " + Words.text(Type.joined(wanted))));
            return;
        }
        for (int i = 0; i < Math.min(wanted.size(), given.size()); i++) {
            if (!inference.unify(constructor.span(), new SetOf(wanted.get(i)), new SetOf(given.get(i)),
                    "a subtype has the fields of the datatype, with fewer values")) {
                return;
            }
        }
    }

    private List<Type> fields(Optional<Expression> written, Scope scope) {
        return written.map(expression -> Type.flat(List.of(element(expression, scope)))).orElse(List.of());
    }

    /** {@return the type of the values of the set, product or tuple that {@code expression} is} */
    private Type element(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.Dot(_, Expression left, Expression right) -> {
                List<Type> items = new ArrayList<>(Type.flat(List.of(element(left, scope))));
                items.addAll(Type.flat(List.of(element(right, scope))));
                yield Type.joined(items);
            }
            case Expression.Tuple(_, List<Expression> items) -> new Tuple(items.stream().map(item -> element(item, scope)).toList());
            default -> element(expressions.infer(expression, scope), expression.span());
        };
    }

    private Type element(Type type, Span span) {
        return switch (Type.known(type)) {
            case Tuple(List<Type> items) -> new Tuple(items.stream().map(item -> element(item, span)).toList());
            case SetOf(Type item) -> Type.known(item);
            case Dotted(List<Type> items) -> Type.joined(items.stream().map(item -> element(item, span)).toList());
            default -> {
                Type item = inference.fresh();
                yield inference.unify(span, new SetOf(item), type, SET) ? Type.known(item) : inference.fresh();
            }
        };
    }
}
