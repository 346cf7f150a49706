package org.cspcheck.model.value;

import java.util.List;

/**
 * What can still be added to a value that has open fields.
 *
 * <p>The missing fields of a symbol range over their declared sets; a last field that has itself open fields is completed to the members
 * of its declared set that begin with it, so {@code X.A.0} in {@code datatype Y = X.{A.0.1, A.1.0}} has one completion.
 */
public final class Completions {
    private Completions() {}

    /** {@return whether {@code whole} is {@code prefix} with more fields, or the same} */
    public static boolean isPrefix(Value prefix, Value whole) {
        if (!(prefix instanceof Compound p && whole instanceof Compound w)) {
            return prefix.equals(whole);
        }
        if (p.symbol() != w.symbol() || p.size() > w.size()) {
            return false;
        }
        for (int i = 0; i < p.size(); i++) {
            boolean last = i == p.size() - 1;
            if (last ? !isPrefix(p.field(i), w.field(i)) : !p.field(i).equals(w.field(i))) {
                return false;
            }
        }
        return true;
    }

    /** {@return {@code productions(value)}: the value completed in every way} */
    public static List<Value> of(Value value) {
        if (!(value instanceof Compound compound) || Dots.isComplete(value)) {
            return List.of(value);
        }
        List<Value> wholes = List.of(compound);
        if (compound.size() > 0 && !Dots.isComplete(compound.last())) {
            wholes = candidates(compound).stream().<Value>map(compound::withLast).toList();
        }
        List<SetValue> fields = compound.symbol().fields();
        List<List<Value>> rests = SymbolicSet.product(fields.subList(compound.size(), fields.size()));
        return wholes.stream()
                .flatMap(whole -> rests.stream().map(rest -> {
                    Compound complete = (Compound) whole;
                    for (Value field : rest) {
                        complete = complete.with(field);
                    }
                    return (Value) complete;
                }))
                .toList();
    }

    /** {@return {@code extensions(value)}: what is missing, for each completion} */
    public static List<Value> extensions(Value value) {
        return of(value).stream().map(whole -> missing(value, whole)).toList();
    }

    /** {@return every item that may come next behind the value, which has an open field} */
    public static List<Value> nextItems(Value value) {
        if (value instanceof DotList list) {
            return nextItems(list.items().getLast());
        }
        var compound = (Compound) value;
        if (compound.size() == 0 || Dots.isComplete(compound.last())) {
            return compound.symbol().fields().get(compound.size()).elements();
        }
        return candidates(compound).stream()
                .map(whole -> Dots.items(missing(compound.last(), whole)).getFirst())
                .distinct()
                .toList();
    }

    /** {@return the rest of {@code whole} behind {@code prefix}, which it begins with and is longer than, joined by dots} */
    public static Value missing(Value prefix, Value whole) {
        Value rest = null;
        Compound p = (Compound) prefix;
        Compound w = (Compound) whole;
        if (p.size() > 0 && !p.last().equals(w.field(p.size() - 1))) {
            rest = missing(p.last(), w.field(p.size() - 1));
        }
        for (int i = p.size(); i < w.size(); i++) {
            rest = rest == null ? w.field(i) : Dots.dot(rest, w.field(i));
        }
        if (rest == null) {
            throw new IllegalArgumentException("nothing is missing from " + prefix);
        }
        return rest;
    }

    static boolean areFinite(Value value) {
        if (!(value instanceof Compound compound) || Dots.isComplete(value)) {
            return true;
        }
        List<SetValue> fields = compound.symbol().fields();
        boolean nested = compound.size() > 0 && !Dots.isComplete(compound.last());
        List<SetValue> open = fields.subList(nested ? compound.size() - 1 : compound.size(), fields.size());
        return open.stream().allMatch(SetValue::isFinite);
    }

    /** {@return how many completions the value has, or more than {@code most}} A last field with open fields counts as many. */
    static long count(Value value, int most) {
        if (!(value instanceof Compound compound) || Dots.isComplete(value)) {
            return 1;
        }
        long count = compound.size() > 0 && !Dots.isComplete(compound.last()) ? most + 1L : 1;
        for (SetValue field : compound.symbol().fields().subList(compound.size(), compound.symbol().arity())) {
            count *= count > most || field.hasMoreThan(most) ? most + 1L : field.elements().size();
            count = Math.min(count, most + 1L);
        }
        return count;
    }

    private static List<Value> candidates(Compound compound) {
        SetValue field = compound.symbol().fields().get(compound.size() - 1);
        if (field instanceof SymbolicSet.Productions) {
            return of(compound.last()).stream().filter(field::contains).toList();
        }
        return field.elements().stream().filter(whole -> isPrefix(compound.last(), whole)).toList();
    }
}
