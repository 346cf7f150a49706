package org.cspcheck.specs.syntax;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cspcheck.model.source.Span;

/** A syntax tree as a text without spans, to compare what is meant and not where it stands. */
public final class Shape {
    private Shape() {}

    public static String of(Object node) {
        return switch (node) {
            case Optional<?> optional -> optional.map(Shape::of).orElse("-");
            case Collection<?> nodes -> nodes.stream().map(Shape::of).collect(Collectors.joining(" ", "[", "]"));
            case Assertion assertion -> "Assertion(" + assertion.negated() + " " + of(assertion.claim()) + " " + of(assertion.priority())
                    + " " + assertion.reduction() + ")";
            case Record record -> record.getClass().getSimpleName() + Stream.of(record.getClass().getRecordComponents())
                    .filter(component -> component.getType() != Span.class)
                    .map(component -> of(value(component, record)))
                    .collect(Collectors.joining(" ", "(", ")"));
            default -> node.toString();
        };
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
