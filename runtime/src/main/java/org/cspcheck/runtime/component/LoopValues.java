package org.cspcheck.runtime.component;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Which objects can be the value of a loop: those that are equal when they mean the same. */
final class LoopValues {
    private static final ClassValue<Boolean> COMPARABLE = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            try {
                return type.isEnum() || type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
            } catch (NoSuchMethodException impossible) {
                return false;
            }
        }
    };

    /** Of a record: whether the values of its components need to be looked at. */
    private static final ClassValue<Boolean> PLAIN = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            for (RecordComponent component : type.getRecordComponents()) {
                Class<?> of = component.getType();
                if (!of.isPrimitive() && !of.isEnum() && of != String.class && !Number.class.isAssignableFrom(of)) {
                    return false;
                }
            }
            return true;
        }
    };

    private LoopValues() {}

    /** {@return what is wrong with a value, in words; empty if nothing is} */
    static Optional<String> reject(Object value) {
        return switch (value) {
            case null -> Optional.of("null");
            case Integer i -> Optional.empty();
            case String s -> Optional.empty();
            case Enum<?> e -> Optional.empty();
            case Record r -> PLAIN.get(r.getClass()) ? Optional.empty() : components(r);
            case Collection<?> c -> COMPARABLE.get(c.getClass()) ? first(c) : identity(c);
            case Map<?, ?> m -> COMPARABLE.get(m.getClass()) ? first(m.keySet()).or(() -> first(m.values())) : identity(m);
            case Optional<?> o -> o.flatMap(LoopValues::reject);
            default -> COMPARABLE.get(value.getClass()) ? Optional.empty() : identity(value);
        };
    }

    private static Optional<String> first(Collection<?> values) {
        for (Object value : values) {
            Optional<String> wrong = value == null ? Optional.empty() : reject(value);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> components(Record whole) {
        for (RecordComponent component : whole.getClass().getRecordComponents()) {
            Object value = get(whole, component);
            Optional<String> wrong = value == null ? Optional.empty() : reject(value);
            if (wrong.isPresent()) {
                return wrong.map(what -> whole.getClass().getSimpleName() + ", whose " + component.getName() + " is " + what);
            }
        }
        return Optional.empty();
    }

    private static Object get(Record whole, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException | RuntimeException unreadable) {
            return null;
        }
    }

    private static Optional<String> identity(Object value) {
        return Optional.of("an object of " + value.getClass().getTypeName() + ", which is equal to itself alone");
    }
}
