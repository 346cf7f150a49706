package org.cspcheck.model.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.cspcheck.model.value.SymbolicSet.Combined.Operation;

/**
 * A set. Most know their members; a symbolic one knows only what belongs to it, so it may be infinite.
 *
 * <p>Finite sets are equal when they have the same members, whatever their form; infinite ones when they are written the same way.
 */
public abstract sealed class SetValue implements Value permits SetValue.Listed, SetValue.Range, SymbolicSet {
    public static final SetValue EMPTY = new Listed(new Value[0]);

    private int hash;

    /** {@return the set of these values} */
    public static SetValue of(Collection<? extends Value> values) {
        Value[] sorted = values.stream().map(Value::force).toArray(Value[]::new);
        Arrays.sort(sorted, ValueOrder.INSTANCE);
        int kept = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (kept == 0 || ValueOrder.INSTANCE.compare(sorted[kept - 1], sorted[i]) != 0) {
                sorted[kept++] = sorted[i];
            }
        }
        return kept == 0 ? EMPTY : new Listed(Arrays.copyOf(sorted, kept));
    }

    public static SetValue of(Value... values) {
        return of(Arrays.asList(values));
    }

    /** {@return {low..high}, empty when {@code low > high}} */
    public static SetValue range(long low, long high) {
        return low > high ? EMPTY : new Range(low, high);
    }

    public abstract boolean contains(Value value);

    public abstract boolean isFinite();

    /**
     * {@return the members in the order of {@link ValueOrder}}
     *
     * @throws InfiniteSetException when there is no end to them
     */
    public abstract List<Value> elements();

    public boolean isEmpty() {
        return isFinite() && elements().isEmpty();
    }

    /** {@return whether there are, or may be, more members than that} They are not listed where it can be said without. */
    public boolean hasMoreThan(int some) {
        return !isFinite() || elements().size() > some;
    }

    /** {@return all that belongs to this set or to {@code other}} */
    public SetValue union(SetValue other) {
        if (this instanceof SymbolicSet.Productions left && other instanceof SymbolicSet.Productions right) {
            return left.and(right);
        }
        if (other == EMPTY || this == EMPTY) {
            return other == EMPTY ? this : other;
        }
        if (isFinite() && other.isFinite()) {
            var all = new ArrayList<>(elements());
            all.addAll(other.elements());
            return of(all);
        }
        return new SymbolicSet.Combined(Operation.UNION, this, other);
    }

    /** {@return all that belongs to this set and to {@code other}} */
    public SetValue intersection(SetValue other) {
        if (isFinite()) {
            return of(elements().stream().filter(other::contains).toList());
        }
        return other.isFinite() ? other.intersection(this) : new SymbolicSet.Combined(Operation.INTERSECTION, this, other);
    }

    /** {@return all that belongs to this set and not to {@code other}} */
    public SetValue difference(SetValue other) {
        if (isFinite()) {
            return of(elements().stream().filter(value -> !other.contains(value)).toList());
        }
        return new SymbolicSet.Combined(Operation.DIFFERENCE, this, other);
    }

    /** {@return whether every member belongs to {@code other}} */
    public boolean isSubsetOf(SetValue other) {
        return equals(other) || elements().stream().allMatch(other::contains);
    }

    @Override
    public boolean equals(Object object) {
        if (this == object) {
            return true;
        }
        if (!(object instanceof SetValue other) || isFinite() != other.isFinite()) {
            return false;
        }
        return isFinite() ? elements().equals(other.elements()) : Objects.equals(form(), other.form());
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = 19 + (isFinite() ? elements().hashCode() : form().hashCode());
        }
        return hash;
    }

    /** {@return how the set is given: sets of the same form have the same members, and it is cheap to compare} */
    public abstract Object form();

    @Override
    public String toString() {
        return ValueText.join("{", elements(), ", ", "}");
    }

    /** The members are asked for, and there are infinitely many. */
    public static final class InfiniteSetException extends RuntimeException {
        public InfiniteSetException(String set) {
            super(set, null, false, false);
        }
    }

    /** A set by its members, sorted. */
    static final class Listed extends SetValue {
        private final Value[] members;

        Listed(Value[] members) {
            this.members = members;
        }

        @Override
        public boolean contains(Value value) {
            return Arrays.binarySearch(members, value.force(), ValueOrder.INSTANCE) >= 0;
        }

        @Override
        public boolean isFinite() {
            return true;
        }

        @Override
        public List<Value> elements() {
            return Arrays.asList(members);
        }

        @Override
        public Object form() {
            return elements();
        }
    }

    /** {@code {low..high}}, not empty. */
    static final class Range extends SetValue {
        private final long low;
        private final long high;
        private List<Value> elements;

        Range(long low, long high) {
            this.low = low;
            this.high = high;
        }

        @Override
        public boolean contains(Value value) {
            return value.force() instanceof Int i && i.value() >= low && i.value() <= high;
        }

        @Override
        public boolean isFinite() {
            return true;
        }

        @Override
        public boolean hasMoreThan(int some) {
            return high - low >= some || high - low < 0;
        }

        @Override
        public List<Value> elements() {
            if (elements == null) {
                long size = high - low + 1;
                if (size < 0 || size > 100_000_000) {
                    throw new InfiniteSetException("{" + low + ".." + high + "}");
                }
                var all = new Value[(int) size];
                for (int i = 0; i < all.length; i++) {
                    all[i] = Int.of(low + i);
                }
                elements = Arrays.asList(all);
            }
            return elements;
        }

        @Override
        public Object form() {
            return List.of("range", low, high);
        }
    }
}
