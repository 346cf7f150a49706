package org.cspcheck.specs.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.syntax.QualifiedName;
import org.cspcheck.specs.syntax.TypeExpression;
import org.cspcheck.specs.types.Type.Atom;
import org.cspcheck.specs.types.Type.Data;
import org.cspcheck.specs.types.Type.Function;
import org.cspcheck.specs.types.Type.MapOf;
import org.cspcheck.specs.types.Type.Partial;
import org.cspcheck.specs.types.Type.Rigid;
import org.cspcheck.specs.types.Type.Sequence;
import org.cspcheck.specs.types.Type.SetOf;
import org.cspcheck.specs.types.Type.Tuple;
import org.cspcheck.specs.types.Type.Variable;

/**
 * Types that were written.
 *
 * <p>A written type is read twice: with variables, for those who use the name, and with rigid ones, to check the definition, which has to
 * do for every type. A variable that an annotation around it has too is the same type. {@code a =>* b} may be so much that it is
 * anything.
 */
final class AnnotationTypes {
    private final Inference inference;

    AnnotationTypes(Inference inference) {
        this.inference = inference;
    }

    /** {@return the type for those who use the name} */
    Scheme scheme(TypeExpression.Scheme written, Scope scope) {
        Map<String, Type> variables = new HashMap<>();
        List<Variable> all = new ArrayList<>();
        Type type = new Reader(scope, variables, all, false).read(written.type());
        for (TypeExpression.Constraint constraint : written.constraints()) {
            if (variables.get(constraint.variable()) instanceof Variable variable) {
                TypeClass.named(constraint.typeClass()).ifPresent(variable.classes::add);
            }
        }
        return new Scheme(all, type, List.of());
    }

    /** The type for the definition itself. */
    record Checked(Type type, Map<String, Type> variables) {}

    Checked checked(TypeExpression.Scheme written, Scope scope) {
        Map<String, Type> variables = new HashMap<>();
        Type type = new Reader(scope, variables, new ArrayList<>(), true).read(written.type());
        for (TypeExpression.Constraint constraint : written.constraints()) {
            if (variables.get(constraint.variable()) instanceof Rigid rigid) {
                TypeClass.named(constraint.typeClass()).ifPresent(rigid.classes::add);
            }
        }
        return new Checked(type, variables);
    }

    private final class Reader {
        private final Scope scope;
        private final Map<String, Type> variables;
        private final List<Variable> all;
        private final boolean rigid;

        Reader(Scope scope, Map<String, Type> variables, List<Variable> all, boolean rigid) {
            this.scope = scope;
            this.variables = variables;
            this.all = all;
            this.rigid = rigid;
        }

        Type read(TypeExpression type) {
            return switch (type) {
                case TypeExpression.Name(Span span, QualifiedName name) -> name(span, name);
                case TypeExpression.Tuple(_, List<TypeExpression> items) -> new Tuple(items.stream().map(this::read).toList());
                case TypeExpression.Sequence(_, TypeExpression item) -> new Sequence(read(item));
                case TypeExpression.Set(_, TypeExpression item) -> new SetOf(read(item));
                case TypeExpression.Map(_, TypeExpression key, TypeExpression value) -> new MapOf(read(key), read(value));
                case TypeExpression.Dot(_, TypeExpression left, TypeExpression right) ->
                        Type.joined(Type.flat(List.of(read(left), read(right))));
                case TypeExpression.Dotable(_, TypeExpression argument, TypeExpression result) -> dotable(read(argument), read(result));
                case TypeExpression.Extendable(Span span, TypeExpression argument, TypeExpression result) -> {
                    extendable(span, argument);
                    read(argument);
                    read(result);
                    yield flexible();
                }
                case TypeExpression.Function(_, List<TypeExpression> arguments, TypeExpression result) ->
                        new Function(arguments.stream().map(this::read).toList(), read(result));
            };
        }

        private Type dotable(Type argument, Type result) {
            List<Type> fields = new ArrayList<>(Type.flat(List.of(argument)));
            if (result instanceof Partial(List<Type> more, Type end)) {
                fields.addAll(more);
                return new Partial(fields, end);
            }
            return new Partial(fields, result);
        }

        private void extendable(Span span, TypeExpression argument) {
            boolean variable = argument instanceof TypeExpression.Name(_, QualifiedName name) && isVariable(name);
            if (!variable) {
                inference.complain(Diagnostic.error("CSP0530", span, "before `=>*` stands a type variable")
                        .because("`a =>* b` takes any number of fields, whatever they are, until it is a `b`")
                        .tryThis("`=>` takes fields of a certain type"));
            }
        }

        private Variable flexible() {
            Variable variable = inference.fresh();
            all.add(variable);
            return variable;
        }

        private Type name(Span span, QualifiedName name) {
            if (name.isPlain() && scope.find(name.name()) == null) {
                switch (name.name()) {
                    case "Int" -> {
                        return Atom.INT;
                    }
                    case "Bool" -> {
                        return Atom.BOOL;
                    }
                    case "Char" -> {
                        return Atom.CHAR;
                    }
                    case "Proc" -> {
                        return Atom.PROCESS;
                    }
                    case "Event" -> {
                        return Atom.EVENT;
                    }
                    default -> { }
                }
            }
            return isVariable(name) ? variable(name.name()) : declared(span, name);
        }

        private boolean isVariable(QualifiedName name) {
            return name.isPlain() && Character.isLowerCase(name.name().charAt(0));
        }

        private Type variable(String name) {
            Type outer = scope.rigid(name);
            if (outer != null) {
                return outer;
            }
            return variables.computeIfAbsent(name, text -> rigid ? new Rigid(text) : flexible());
        }

        /** The values of a datatype, subtype or nametype. */
        private Type declared(Span span, QualifiedName name) {
            if (scope.find(name) instanceof Binding.Defined(Definition definition)) {
                Type type = Type.known(inference.use(definition, name.name(), span));
                if (type instanceof SetOf(Type item)) {
                    return item;
                }
                if (type instanceof Data) {
                    return type;
                }
            }
            return flexible();
        }
    }
}
