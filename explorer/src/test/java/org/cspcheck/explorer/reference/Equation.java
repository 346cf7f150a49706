package org.cspcheck.explorer.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;

/** A named process that may call itself and others of its system; each is a body of its own. */
final class Equation implements Body {
    private final String name;
    private Process term;

    private Equation(String name) {
        this.name = name;
    }

    /** Stands for the equation with this number until the system is tied together. */
    record Reference(int number) implements Body {
        static Process call(int number) {
            return new Call(new Reference(number));
        }

        @Override
        public String name() {
            return "?" + number;
        }

        @Override
        public Process unfold() {
            throw new IllegalStateException("not tied: " + name());
        }
    }

    /** {@return {@code term}, in which references mean the equations with these terms, called {@code name}0, {@code name}1, ..} */
    static Process tie(String name, Process term, List<Process> terms) {
        var equations = new ArrayList<Equation>();
        for (int i = 0; i < terms.size(); i++) {
            equations.add(new Equation(name + i));
        }
        UnaryOperator<Process> resolve = process ->
                process instanceof Call(Reference(int number)) ? new Call(equations.get(number)) : process;
        for (int i = 0; i < terms.size(); i++) {
            equations.get(i).term = Terms.map(terms.get(i), resolve);
        }
        return Terms.map(term, resolve);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Process unfold() {
        return term;
    }

    @Override
    public String toString() {
        return name;
    }
}
