package org.cspcheck.specs.evaluate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.specs.syntax.QualifiedName;

/** The names that are seen at a place; a name found here hides the same name further out. */
final class Scope {
    private final Scope outer;

    /** The unit whose frame is there when code of this scope runs. */
    private final Unit unit;

    private final Timing timing;
    private final Map<String, Meaning> names = new HashMap<>();

    private Scope(Scope outer, Unit unit, Timing timing) {
        this.outer = outer;
        this.unit = unit;
        this.timing = timing;
    }

    /** {@return the scope of everything, with nothing in it} */
    static Scope outermost() {
        return new Scope(null, new Unit(null), Timing.UNTIMED);
    }

    /** {@return a scope inside this one, with the same frame} */
    Scope inner() {
        return new Scope(this, unit, timing);
    }

    /** {@return a scope inside this one whose code runs in a frame of its own} */
    Scope innerUnit() {
        return new Scope(this, new Unit(unit), timing);
    }

    /** {@return a scope inside this one, in a timed section} */
    Scope timed(Timing inside) {
        return new Scope(this, unit, inside);
    }

    Timing timing() {
        return timing;
    }

    Unit unit() {
        return unit;
    }

    void put(String name, Meaning meaning) {
        names.put(name, meaning);
    }

    /** {@return everything defined in this very scope} */
    Map<String, Meaning> own() {
        return names;
    }

    /** {@return a new variable of this scope's frame} */
    int bind(String name) {
        Unit.Variable variable = unit.declare();
        names.put(name, new Meaning.Local(variable));
        return variable.slot();
    }

    Optional<Meaning> find(QualifiedName name) {
        if (name.isPlain()) {
            return find(name.name());
        }
        Optional<Meaning> at = find(name.modules().getFirst());
        for (String module : name.modules().subList(1, name.modules().size())) {
            at = at.flatMap(meaning -> exported(meaning, module));
        }
        return at.flatMap(meaning -> exported(meaning, name.name()));
    }

    private static Optional<Meaning> exported(Meaning meaning, String name) {
        return meaning instanceof Meaning.Namespace(Optional<Scope> exports, var template)
                ? exports.map(scope -> scope.names.get(name))
                : Optional.empty();
    }

    private Optional<Meaning> find(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Meaning meaning = scope.names.get(name);
            if (meaning != null) {
                return Optional.of(meaning);
            }
        }
        return Optional.empty();
    }

    /** {@return what is known of a definition without evaluating it} */
    static Optional<Definition> definition(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Member member -> member.definition();
            case Meaning.OfScript script -> script.definition();
            case Meaning.Local local -> Optional.empty();
            case Meaning.OfSymbol symbol -> Optional.empty();
            case Meaning.BuiltIn builtIn -> Optional.empty();
            case Meaning.Namespace namespace -> Optional.empty();
        };
    }
}
