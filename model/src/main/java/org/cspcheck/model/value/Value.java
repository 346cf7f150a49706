package org.cspcheck.model.value;

/**
 * A value of CSPm.
 *
 * <p>Values compare by what they are; a component that has not been needed yet is {@link Lazy}, and {@link #force()} gives the value
 * itself. {@code toString} writes a value as CSPm would.
 */
public sealed interface Value permits
        Value.Int, Value.Bool, Value.Char, Tuple, Sequence, SetValue, MapValue, Compound, DotList, Lazy, Value.Opaque {

    /** {@return this value, evaluated as far as its outermost form} */
    default Value force() {
        return this;
    }

    /** An integer. CSPm leaves the width open; here it has 64 bits, and leaving them is an error. */
    record Int(long value) implements Value {
        private static final Int[] SMALL = new Int[1280];

        static {
            for (int i = 0; i < SMALL.length; i++) {
                SMALL[i] = new Int(i - 256);
            }
        }

        public static Int of(long value) {
            return value >= -256 && value < 1024 ? SMALL[(int) value + 256] : new Int(value);
        }

        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /** A truth value. */
    enum Bool implements Value {
        FALSE,
        TRUE;

        public static Bool of(boolean value) {
            return value ? TRUE : FALSE;
        }

        @Override
        public String toString() {
            return this == TRUE ? "true" : "false";
        }
    }

    /** A character, by its code point. */
    record Char(int codePoint) implements Value {
        @Override
        public String toString() {
            return "'" + ValueText.escape(codePoint, '\'') + "'";
        }
    }

    /** A value whose inside only the language knows: a function, a process. Compares by meaning as far as the language can tell. */
    non-sealed interface Opaque extends Value {}
}
