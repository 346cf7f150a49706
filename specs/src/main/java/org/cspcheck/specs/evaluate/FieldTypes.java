package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.DotList;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.SymbolicSet;
import org.cspcheck.model.value.Value;
import org.cspcheck.specs.syntax.Expression;

/**
 * Types as declarations write them: sets, where a dot joins fields and a tuple of sets is the set of tuples.
 *
 * <p>A set of dotted values stands for as many fields as its values have items, so it must be rectangular: every combination of its
 * items belongs to it.
 */
final class FieldTypes {
    private final ExpressionCompiler compiler;

    FieldTypes(ExpressionCompiler compiler) {
        this.compiler = compiler;
    }

    /** {@return the set of each field of {@code type}} */
    List<SetValue> fields(Expression type) {
        var fields = new ArrayList<SetValue>();
        addFields(type, fields);
        return fields;
    }

    private void addFields(Expression type, List<SetValue> fields) {
        if (type instanceof Expression.Dot dot) {
            addFields(dot.left(), fields);
            addFields(dot.right(), fields);
        } else {
            fields.addAll(split(set(type), type.span()));
        }
    }

    /** {@return the set that {@code type} stands for where one value is wanted: a nametype} */
    SetValue set(Expression type) {
        return switch (type) {
            case Expression.Dot dot -> new SymbolicSet.DotProduct(fields(dot));
            case Expression.Tuple tuple -> new SymbolicSet.TupleProduct(tuple.items().stream().map(this::set).toList());
            default -> Kinds.set(compiler.compile(type).eval(compiler.scope.unit().frame(new Value[0])), type.span());
        };
    }

    private static List<SetValue> split(SetValue set, Span span) {
        if (set instanceof SymbolicSet.DotProduct product) {
            return product.factors();
        }
        if (set instanceof SymbolicSet || set.isEmpty() || !(set.elements().getFirst() instanceof DotList || set.elements().getLast() instanceof DotList)) {
            return List.of(set);
        }
        return rectangle(set.elements(), span);
    }

    private static List<SetValue> rectangle(List<Value> values, Span span) {
        int width = values.getFirst() instanceof DotList list ? list.items().size() : 1;
        List<Set<Value>> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            columns.add(new LinkedHashSet<>());
        }
        for (Value value : values) {
            if (!(value instanceof DotList list) || list.items().size() != width) {
                throw notRectangular(span);
            }
            for (int i = 0; i < width; i++) {
                columns.get(i).add(list.items().get(i));
            }
        }
        long combinations = columns.stream().mapToLong(Set::size).reduce(1, Math::multiplyExact);
        if (combinations != values.size()) {
            throw notRectangular(span);
        }
        return columns.stream().map(SetValue::of).toList();
    }

    private static RuntimeException notRectangular(Span span) {
        return Faults.of("CSP0614", span, "this set of dotted values is not rectangular",
                "as the fields of a declaration it must have every combination of its items",
                "declare each field with its own set, or wrap the values in a constructor");
    }
}
