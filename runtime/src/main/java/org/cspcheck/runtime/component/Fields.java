package org.cspcheck.runtime.component;

import java.util.List;
import org.cspcheck.model.value.Value;

/** What an event carried: its fields behind those that the process gave itself. */
public final class Fields {
    private final List<Value> values;

    Fields(List<Value> values) {
        this.values = values;
    }

    public int size() {
        return values.size();
    }

    /** {@return the field with this position, from 0, as CSPm has it} */
    public Value value(int position) {
        return values.get(position);
    }

    /** {@return the field as Java has it: Integer, Long, Boolean, String (of constructors and texts), List, Set or Map} */
    public Object get(int position) {
        return JavaValues.of(value(position));
    }

    /** {@return the first field, a number} */
    public int integer() {
        return integer(0);
    }

    public int integer(int position) {
        return as(Integer.class, position);
    }

    /** {@return the first field, a truth value} */
    public boolean truth() {
        return truth(0);
    }

    public boolean truth(int position) {
        return as(Boolean.class, position);
    }

    /** {@return the first field as text: the name of a constructor} */
    public String text() {
        return text(0);
    }

    public String text(int position) {
        return get(position).toString();
    }

    private <T> T as(Class<T> type, int position) {
        Object field = get(position);
        if (!type.isInstance(field)) {
            throw new ClassCastException("field " + position + " is " + field + ", which is no " + type.getSimpleName());
        }
        return type.cast(field);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
