package org.cspcheck.runtime.component;

import java.util.List;
import org.cspcheck.runtime.term.Enacted;
import org.cspcheck.runtime.term.Party;

/** The beginning of a program: equal to the state in which its code waits first, and the code does not run before that is asked for. */
record Start(Program program) implements Enacted {
    @Override
    public List<Move> moves() {
        return program.begin().moves();
    }

    @Override
    public ComponentState later(long time) {
        return program.begin().later(time);
    }

    @Override
    public String name() {
        return program.name();
    }

    @Override
    public Code code(Party party, List<String> from) {
        return new Enactment(program, party, from);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || program.begin().equals(other);
    }

    @Override
    public int hashCode() {
        return program.begin().hashCode();
    }

    @Override
    public String toString() {
        return program.name();
    }
}
