package org.cspcheck.runtime.component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.cspcheck.model.value.Compound;
import org.cspcheck.model.value.DotList;
import org.cspcheck.model.value.Lazy;
import org.cspcheck.model.value.MapValue;
import org.cspcheck.model.value.Sequence;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.Tuple;
import org.cspcheck.model.value.Value;

/** Values of CSPm as Java has them, and back. */
final class JavaValues {
    private JavaValues() {}

    /** {@return Integer or Long, Boolean, String, List, Set, Map} Sets and maps keep the order of CSPm, so that every run walks them alike. */
    static Object of(Value value) {
        return switch (value) {
            case Value.Int(long number) -> (int) number == number ? (Object) (int) number : (Object) number;
            case Value.Bool bool -> bool == Value.Bool.TRUE;
            case Value.Char(int codePoint) -> Character.toString(codePoint);
            case Sequence sequence -> sequence(sequence.toList());
            case SetValue set -> Collections.unmodifiableSet(new LinkedHashSet<>(list(set.elements())));
            case MapValue map -> map(map);
            case Tuple tuple -> list(IntStream.range(0, tuple.size()).mapToObj(tuple::get).toList());
            case DotList dots -> list(dots.items());
            case Compound compound -> compound.toString();
            case Lazy lazy -> of(lazy.force());
            case Value.Opaque opaque -> opaque;
        };
    }

    private static Object sequence(List<Value> elements) {
        boolean text = !elements.isEmpty() && elements.stream().allMatch(element -> element.force() instanceof Value.Char);
        List<Object> converted = list(elements);
        return text ? String.join("", converted.stream().map(Object::toString).toList()) : converted;
    }

    private static List<Object> list(Collection<Value> values) {
        var converted = new ArrayList<Object>(values.size());
        values.forEach(value -> converted.add(of(value.force())));
        return Collections.unmodifiableList(converted);
    }

    private static Map<Object, Object> map(MapValue map) {
        var converted = new LinkedHashMap<Object, Object>();
        map.entries().forEach((key, value) -> converted.put(of(key.force()), of(value.force())));
        return Collections.unmodifiableMap(converted);
    }

    /**
     * {@return what a field of this type is when Java says {@code given}; empty if Java says nothing that CSPm could mean}
     *
     * @param type decides what a text means: a member that is written like this, or else the sequence of its characters
     */
    static Optional<Value> in(SetValue type, Object given) {
        return switch (given) {
            case Value value -> Optional.of(value);
            case Integer number -> Optional.of(Value.Int.of(number));
            case Long number -> Optional.of(Value.Int.of(number));
            case Short number -> Optional.of(Value.Int.of(number));
            case Byte number -> Optional.of(Value.Int.of(number));
            case Boolean truth -> Optional.of(Value.Bool.of(truth));
            case Enum<?> constant -> member(type, constant.name());
            case String text -> member(type, text).or(() -> Optional.of(Sequence.string(text)));
            case List<?> list -> all(list).map(Sequence::of);
            case Set<?> set -> all(set).map(SetValue::of);
            default -> Optional.empty();
        };
    }

    private static Optional<Value> member(SetValue type, String text) {
        return type != null && type.isFinite()
                ? type.elements().stream().filter(value -> value.toString().equals(text)).findFirst()
                : Optional.empty();
    }

    private static Optional<List<Value>> all(Collection<?> items) {
        var values = new ArrayList<Value>(items.size());
        for (Object item : items) {
            Optional<Value> value = item == null ? Optional.empty() : in(null, item);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(values);
    }
}
