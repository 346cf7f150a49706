package org.cspcheck.model.value;

import java.util.List;
import java.util.function.Supplier;

/**
 * A channel or a constructor of a datatype, as declared; each declaration is its own symbol.
 *
 * <p>The sets of its fields are found when first needed, because a datatype may mention itself.
 */
public final class Symbol {
    /** What was declared. */
    public enum Kind {
        CHANNEL,
        CONSTRUCTOR
    }

    private final Kind kind;
    private final String name;
    private final int position;
    private final Supplier<List<SetValue>> declared;
    private List<SetValue> fields;
    private final Compound bare;

    /**
     * @param position the place among the declarations of its kind; it orders the values
     * @param declared the set of each field
     */
    public Symbol(Kind kind, String name, int position, Supplier<List<SetValue>> declared) {
        this.kind = kind;
        this.name = name;
        this.position = position;
        this.declared = declared;
        this.bare = new Compound(this);
    }

    /** {@return a channel without data} */
    public static Symbol channel(String name) {
        return new Symbol(Kind.CHANNEL, name, 0, List::of);
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public int position() {
        return position;
    }

    /** {@return the set of each field, in order} */
    public List<SetValue> fields() {
        if (fields == null) {
            fields = List.copyOf(declared.get());
        }
        return fields;
    }

    public int arity() {
        return fields().size();
    }

    /** {@return the symbol alone, as a value} */
    public Compound bare() {
        return bare;
    }

    @Override
    public String toString() {
        return name;
    }
}
