package org.cspcheck.specs.evaluate;

import java.util.List;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.Value;

/** The clauses of a function, compiled; the same object for every closure made from them. */
final class FunctionCode {
    /**
     * One clause; its patterns stand in one list, whatever the currying.
     *
     * @param parameters as many as the function takes in all
     */
    record Clause(Matcher[] parameters, Code body) {}

    final String name;
    final Span span;
    final Unit unit;
    final CallDepth depth;
    private final int number;
    private final int[] arities;
    private List<Clause> clauses;

    /**
     * @param number tells codes apart, the same on each run
     * @param arities how many arguments each list takes, one entry for each list
     */
    FunctionCode(String name, Span span, Unit unit, int number, int[] arities, CallDepth depth) {
        this.name = name;
        this.span = span;
        this.unit = unit;
        this.number = number;
        this.arities = arities;
        this.depth = depth;
    }

    void define(List<Clause> compiled) {
        clauses = List.copyOf(compiled);
    }

    /** {@return how many arguments the list with this position takes} */
    int arity(int list) {
        return arities[list];
    }

    int lists() {
        return arities.length;
    }

    int parameters() {
        int total = 0;
        for (int arity : arities) {
            total += arity;
        }
        return total;
    }

    /** {@return the first clause that matches, its variables bound in {@code frame}; null when none does} */
    Clause match(Value[] arguments, int from, Value[] frame) {
        for (Clause clause : clauses) {
            if (matches(clause, arguments, from, frame)) {
                return clause;
            }
        }
        return null;
    }

    private static boolean matches(Clause clause, Value[] arguments, int from, Value[] frame) {
        for (int i = 0; i < clause.parameters.length; i++) {
            if (!clause.parameters[i].match(arguments[from + i], frame)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }
}
