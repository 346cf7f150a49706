package org.cspcheck.specs.evaluate;

import java.util.Optional;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.model.value.Value;

/** What a name stands for where it is used. */
sealed interface Meaning {
    /** A parameter, a pattern's or a generator's variable. */
    record Local(Unit.Variable variable) implements Meaning {}

    /** A definition of a {@code let} around the place. */
    record Member(Unit.Variable instance, LetCode let, int position, Optional<Definition> definition) implements Meaning {}

    /** A definition of the script or of a module. */
    record OfScript(Global global, Optional<Definition> definition) implements Meaning {}

    /** A channel or constructor. */
    record OfSymbol(Symbol symbol) implements Meaning {}

    /** Something of the language itself. */
    record BuiltIn(Value value) implements Meaning {}

    /**
     * A module or an instance of one.
     *
     * @param exports what can be seen of it; empty for a module that has parameters and so needs an instance
     * @param template of which (more) instances are made; empty for an instance
     */
    record Namespace(Optional<Scope> exports, Optional<ModuleTemplate> template) implements Meaning {}
}
