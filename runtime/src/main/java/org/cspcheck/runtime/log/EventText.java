package org.cspcheck.runtime.log;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import org.cspcheck.model.value.Value;

/** Communications as CSPm writes them: {@code c.3.true}. */
public final class EventText {
    private EventText() {}

    /** {@return the event of {@code value} on {@code channel}} */
    public static String of(String channel, Object value) {
        return value == null ? channel : channel + "." + of(value);
    }

    /** A record is a constructor with its fields, a list a sequence, any other collection a set; other things are what they say they are. */
    private static String of(Object value) {
        return switch (value) {
            case Value model -> model.toString();
            case Enum<?> constant -> constant.name();
            case String text -> Json.quoted(text);
            case List<?> list -> joined("<", list, ">");
            case Collection<?> set -> joined("{", set, "}");
            case Record made -> constructor(made);
            default -> value.toString();
        };
    }

    private static String joined(String open, Collection<?> values, String close) {
        var text = new StringJoiner(",", open, close);
        values.forEach(value -> text.add(of(value)));
        return text.toString();
    }

    private static String constructor(Record made) {
        var text = new StringBuilder(made.getClass().getSimpleName());
        for (RecordComponent component : made.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                text.append('.').append(of(component.getAccessor().invoke(made)));
            } catch (ReflectiveOperationException | RuntimeException closed) {
                return made.toString();
            }
        }
        return text.toString();
    }
}
