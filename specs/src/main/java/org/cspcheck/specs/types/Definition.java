package org.cspcheck.specs.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Something defined whose type is worked out when it is first used, and what is known of it so far. */
final class Definition {
    /** How the types of the names are found. */
    interface Body {
        /** Unifies {@code types} with what the definition says. */
        void infer(Map<String, Type> types);
    }

    /** How a definition may be used. */
    enum Kind {
        /** Each use may have another type. */
        GENERAL,
        /** All uses have the same type. */
        SINGLE,
        /** A channel or constructor: in a pattern it stands for itself. */
        MATCHED
    }

    private enum State {
        NEW,
        OPEN,
        CLOSED
    }

    final Scope scope;
    final List<String> names;
    final Kind kind;
    final Body body;
    /** The type that was written, for those who use the name; null when there is none. */
    Supplier<Scheme> written;
    final Map<String, Type> types = new HashMap<>();
    final List<Constraint> pending = new ArrayList<>();
    private final Map<String, Scheme> schemes = new HashMap<>();
    private Scheme annotation;
    private State state = State.NEW;
    /** What was worked on when this was begun. */
    Definition caller;
    int index;
    /** The earliest of the open definitions of the region that this depends on (Tarjan's algorithm). */
    int low;
    boolean failed;

    Definition(Scope scope, List<String> names, Kind kind, Body body) {
        this.scope = scope;
        this.names = names;
        this.kind = kind;
        this.body = body;
    }

    /** {@return something without a name, such as an assertion} */
    static Definition nameless() {
        return new Definition(null, List.of(), Kind.SINGLE, types -> { });
    }

    boolean isNew() {
        return state == State.NEW;
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    void open(int number) {
        state = State.OPEN;
        index = number;
        low = number;
    }

    void close(Map<String, Scheme> found) {
        state = State.CLOSED;
        schemes.putAll(found);
        types.clear();
        pending.clear();
    }

    /** {@return the type that was written; null when there is none} */
    Scheme annotation() {
        if (annotation == null && written != null) {
            annotation = written.get();
        }
        return annotation;
    }

    Scheme scheme(String name) {
        return schemes.get(name);
    }
}
