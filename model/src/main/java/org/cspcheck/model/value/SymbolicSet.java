package org.cspcheck.model.value;

import java.util.ArrayList;
import java.util.List;

/** A set by what belongs to it; the members are listed when somebody asks. The family is closed, and stands in this one file. */
public abstract sealed class SymbolicSet extends SetValue {
    private List<Value> elements;

    /** {@return the members, in any order} Asked only when there is an end to them. */
    abstract List<Value> list();

    @Override
    public final List<Value> elements() {
        if (elements == null) {
            if (!isFinite()) {
                throw new InfiniteSetException(toString());
            }
            elements = list().stream().sorted(ValueOrder.INSTANCE).distinct().toList();
        }
        return elements;
    }

    @Override
    public String toString() {
        return text();
    }

    abstract String text();

    /** A set whose members are never listed. A few may be finite, as an intersection of endless sets, but nothing here says so. */
    private abstract static sealed class Endless extends SymbolicSet {
        @Override
        public final boolean isFinite() {
            return false;
        }

        @Override
        final List<Value> list() {
            throw new InfiniteSetException(text());
        }
    }

    /** {@code Int}, or {@code {low..}}. */
    public static final class Integers extends Endless {
        private final Long low;

        /** @param low the least member; null for all integers */
        public Integers(Long low) {
            this.low = low;
        }

        @Override
        public boolean contains(Value value) {
            return value.force() instanceof Int i && (low == null || i.value() >= low);
        }

        /** {@return the least member; null when there is none} */
        public Long low() {
            return low;
        }

        @Override
        public Object form() {
            return "integers from " + low;
        }

        @Override
        String text() {
            return low == null ? "Int" : "{" + low + "..}";
        }
    }

    /** {@code Char}. */
    public static final class Characters extends Endless {
        @Override
        public boolean contains(Value value) {
            return value.force() instanceof Char;
        }

        @Override
        public Object form() {
            return "characters";
        }

        @Override
        String text() {
            return "Char";
        }
    }

    /** {@code Proc}: all processes; nothing else that is opaque gets where this set is asked. */
    public static final class Processes extends Endless {
        @Override
        public boolean contains(Value value) {
            return value.force() instanceof Opaque;
        }

        @Override
        public Object form() {
            return "processes";
        }

        @Override
        String text() {
            return "Proc";
        }
    }

    /** {@code Seq(S)}: all finite sequences over S. */
    public static final class Sequences extends SymbolicSet {
        private final SetValue over;

        public Sequences(SetValue over) {
            this.over = over;
        }

        @Override
        public boolean contains(Value value) {
            return value.force() instanceof Sequence sequence && sequence.toList().stream().allMatch(over::contains);
        }

        @Override
        public boolean isFinite() {
            return over.isEmpty();
        }

        @Override
        List<Value> list() {
            return List.of(Sequence.EMPTY);
        }

        @Override
        public Object form() {
            return List.of("sequences", over);
        }

        @Override
        String text() {
            return "Seq(" + over + ")";
        }
    }

    /** {@code Set(S)}: all subsets of S. */
    public static final class PowerSet extends SymbolicSet {
        private final SetValue of;

        public PowerSet(SetValue of) {
            this.of = of;
        }

        @Override
        public boolean contains(Value value) {
            return value.force() instanceof SetValue set && set.isSubsetOf(of);
        }

        @Override
        public boolean isFinite() {
            return of.isFinite();
        }

        @Override
        List<Value> list() {
            if (of.elements().size() > 26) {
                throw new InfiniteSetException(text());
            }
            List<List<Value>> subsets = new ArrayList<>(List.of(List.of()));
            for (Value value : of.elements()) {
                for (List<Value> subset : List.copyOf(subsets)) {
                    var larger = new ArrayList<>(subset);
                    larger.add(value);
                    subsets.add(larger);
                }
            }
            return subsets.stream().<Value>map(SetValue::of).toList();
        }

        @Override
        public Object form() {
            return List.of("subsets", of);
        }

        @Override
        String text() {
            return "Set(" + of + ")";
        }
    }

    /** {@code Map(K, V)}: all partial maps from K to V. */
    public static final class Maps extends SymbolicSet {
        private final SetValue keys;
        private final SetValue values;

        public Maps(SetValue keys, SetValue values) {
            this.keys = keys;
            this.values = values;
        }

        @Override
        public boolean contains(Value value) {
            return value.force() instanceof MapValue map
                    && map.entries().entrySet().stream()
                            .allMatch(entry -> keys.contains(entry.getKey()) && values.contains(entry.getValue()));
        }

        @Override
        public boolean isFinite() {
            return keys.isEmpty() || values.isEmpty() || keys.isFinite() && values.isFinite();
        }

        @Override
        List<Value> list() {
            List<MapValue> maps = new ArrayList<>(List.of(MapValue.EMPTY));
            if (!values.isEmpty() && !keys.isEmpty()) {
                for (Value key : keys.elements()) {
                    for (MapValue map : List.copyOf(maps)) {
                        values.elements().forEach(value -> maps.add(map.with(key, value)));
                    }
                }
            }
            return List.copyOf(maps);
        }

        @Override
        public Object form() {
            return List.of("maps", keys, values);
        }

        @Override
        String text() {
            return "Map(" + keys + ", " + values + ")";
        }
    }

    /** {@code (S, T)} as a type: all tuples. */
    public static final class TupleProduct extends SymbolicSet {
        private final List<SetValue> factors;

        public TupleProduct(List<SetValue> factors) {
            this.factors = List.copyOf(factors);
        }

        @Override
        public boolean contains(Value value) {
            if (!(value.force() instanceof Tuple tuple) || tuple.size() != factors.size()) {
                return false;
            }
            for (int i = 0; i < factors.size(); i++) {
                if (!factors.get(i).contains(tuple.get(i))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean isFinite() {
            return isProductFinite(factors);
        }

        @Override
        List<Value> list() {
            return product(factors).stream().<Value>map(items -> new Tuple(items.toArray(Value[]::new))).toList();
        }

        @Override
        public Object form() {
            return List.of("tuples", factors);
        }

        @Override
        String text() {
            return ValueText.join("(", factors, ", ", ")");
        }
    }

    /** {@code S.T} as a type: all pairs with a dot between. */
    public static final class DotProduct extends SymbolicSet {
        private final List<SetValue> factors;

        /** @param factors two or more */
        public DotProduct(List<SetValue> factors) {
            this.factors = List.copyOf(factors);
        }

        public List<SetValue> factors() {
            return factors;
        }

        @Override
        public boolean contains(Value value) {
            List<Value> items = Dots.items(value.force());
            if (items.size() != factors.size()) {
                return false;
            }
            for (int i = 0; i < factors.size(); i++) {
                if (!factors.get(i).contains(items.get(i))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean isFinite() {
            return isProductFinite(factors);
        }

        @Override
        List<Value> list() {
            return product(factors).stream().map(items -> items.stream().reduce(Dots::dot).orElseThrow()).toList();
        }

        @Override
        public Object form() {
            return List.of("dots", factors);
        }

        @Override
        String text() {
            return ValueText.join("", factors, ".", "");
        }
    }

    /** {@code {|c, d.0|}}: all completions of some values. The set of a datatype's values is the completions of its constructors. */
    public static final class Productions extends SymbolicSet {
        private final List<Value> prefixes;
        private Boolean finite;

        public Productions(List<? extends Value> prefixes) {
            this.prefixes = prefixes.stream().<Value>map(Value::force).distinct().sorted(ValueOrder.INSTANCE).toList();
        }

        public List<Value> prefixes() {
            return prefixes;
        }

        Productions and(Productions other) {
            var all = new ArrayList<>(prefixes);
            all.addAll(other.prefixes);
            return new Productions(all);
        }

        @Override
        public boolean contains(Value value) {
            Value whole = value.force();
            return Dots.isComplete(whole) && prefixes.stream().anyMatch(prefix -> Completions.isPrefix(prefix, whole));
        }

        /** A datatype that contains itself is infinite: while this question is open, the answer to itself is no. */
        @Override
        public boolean isFinite() {
            if (finite == null) {
                finite = false;
                finite = prefixes.stream().allMatch(Completions::areFinite);
            }
            return finite;
        }

        @Override
        public boolean hasMoreThan(int some) {
            return !isFinite() || prefixes.size() > some || prefixes.stream().mapToLong(prefix -> Completions.count(prefix, some)).sum() > some;
        }

        @Override
        List<Value> list() {
            return prefixes.stream().flatMap(prefix -> Completions.of(prefix).stream()).toList();
        }

        @Override
        public Object form() {
            return List.of("completions", prefixes);
        }

        @Override
        String text() {
            return ValueText.join("{|", prefixes, ", ", "|}");
        }
    }

    /** What two sets make, of which one has no end. */
    static final class Combined extends Endless {
        enum Operation {
            UNION("union"),
            INTERSECTION("inter"),
            DIFFERENCE("diff");

            private final String function;

            Operation(String function) {
                this.function = function;
            }
        }

        private final Operation operation;
        private final SetValue left;
        private final SetValue right;

        Combined(Operation operation, SetValue left, SetValue right) {
            this.operation = operation;
            this.left = left;
            this.right = right;
        }

        @Override
        public boolean contains(Value value) {
            return switch (operation) {
                case UNION -> left.contains(value) || right.contains(value);
                case INTERSECTION -> left.contains(value) && right.contains(value);
                case DIFFERENCE -> left.contains(value) && !right.contains(value);
            };
        }

        @Override
        public Object form() {
            return List.of(operation, left.form(), right.form());
        }

        @Override
        String text() {
            return operation.function + "(" + left + ", " + right + ")";
        }
    }

    private static boolean isProductFinite(List<SetValue> factors) {
        return factors.stream().anyMatch(SetValue::isEmpty) || factors.stream().allMatch(SetValue::isFinite);
    }

    /** Every way to take one member of each factor, the last one varying fastest. */
    static List<List<Value>> product(List<SetValue> factors) {
        if (factors.stream().anyMatch(SetValue::isEmpty)) {
            return List.of();
        }
        List<List<Value>> all = List.of(List.of());
        for (SetValue factor : factors) {
            all = all.stream()
                    .flatMap(items -> factor.elements().stream().map(value -> {
                        var longer = new ArrayList<>(items);
                        longer.add(value);
                        return (List<Value>) longer;
                    }))
                    .toList();
        }
        return all;
    }
}
