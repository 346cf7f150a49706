package org.cspcheck.specs.names;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cspcheck.specs.syntax.QualifiedName;

/** The names defined in one place, and the scope around it. Complete once the declarations it belongs to have been read. */
public final class Scope {
    /** Instances of members of instances; an instance that is defined by itself would have no end. */
    private static final int LONGEST_CHAIN = 50;

    private final Scope outer;
    private final Map<String, Definition> names;
    private final boolean timed;

    private Scope(Scope outer, Map<String, Definition> names, boolean timed) {
        this.outer = outer;
        this.names = names;
        this.timed = timed;
    }

    /** {@return the outermost scope: what is built in} */
    public static Scope builtIn() {
        return new Scope(null, BuiltIns.always(), false);
    }

    /** {@return a scope inside this one where {@code names} are processes that are defined elsewhere} */
    Scope given(Set<String> names) {
        Scope inner = inner();
        names.forEach(name -> inner.define(name, new Definition.BuiltIn(name, OptionalInt.empty())));
        return inner;
    }

    /** {@return an empty scope inside this one} */
    Scope inner() {
        return new Scope(this, new LinkedHashMap<>(), timed);
    }

    /** {@return a scope inside this one that knows {@code names}} */
    Scope inner(Map<String, Definition> names) {
        return names.isEmpty() ? this : new Scope(this, new HashMap<>(names), timed);
    }

    /** {@return this scope as it is seen inside a timed section} */
    Scope inTime() {
        return timed ? this : new Scope(this, new HashMap<>(), true);
    }

    boolean isTimed() {
        return timed;
    }

    /** {@return what this scope itself defined {@code name} as before} */
    Optional<Definition> define(String name, Definition definition) {
        return Optional.ofNullable(names.putIfAbsent(name, definition));
    }

    /** {@return what {@code name} means here} */
    public Optional<Definition> find(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Definition found = scope.names.get(name);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return timed ? Optional.ofNullable(BuiltIns.TIMED.get(name)) : Optional.empty();
    }

    /** {@return what {@code name} means here} Modules with parameters have members only in their instances. */
    public Optional<Definition> find(QualifiedName name) {
        return find(name, 0);
    }

    private Optional<Definition> find(QualifiedName name, int instances) {
        if (name.isPlain()) {
            return find(name.name());
        }
        Optional<Scope> members = find(name.modules().getFirst()).flatMap(module -> members(module, instances));
        for (String next : name.modules().subList(1, name.modules().size())) {
            members = members.flatMap(scope -> scope.own(next)).flatMap(module -> members(module, instances));
        }
        return members.flatMap(scope -> scope.own(name.name()));
    }

    private static Optional<Scope> members(Definition definition, int instances) {
        return switch (definition) {
            case Definition.Module module when module.parameters() == 0 -> Optional.of(module.exported());
            case Definition.Instance instance when instances < LONGEST_CHAIN -> instance.scope()
                    .find(instance.module(), instances + 1)
                    .flatMap(module -> module instanceof Definition.Module of ? Optional.of(of.exported()) : Optional.empty());
            default -> Optional.empty();
        };
    }

    /** {@return whether {@code name} belongs to an instance of a module that exports {@code exported}} */
    boolean isInstanceOf(QualifiedName name, Scope exported) {
        return !name.isPlain()
                && find(name.modules().getFirst()).orElse(null) instanceof Definition.Instance instance
                && members(instance, 0).filter(members -> members == exported).isPresent();
    }

    Optional<Definition> own(String name) {
        return Optional.ofNullable(names.get(name));
    }

    Set<String> ownNames() {
        return names.keySet();
    }

    /** {@return every name that means something here} */
    public Set<String> visible() {
        Set<String> visible = new HashSet<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            visible.addAll(scope.names.keySet());
        }
        return visible;
    }
}
