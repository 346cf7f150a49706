package org.cspcheck.specs.types;

import java.util.function.Supplier;
import org.cspcheck.specs.syntax.Declaration;

/** What a name stands for. */
sealed interface Binding {
    /** A variable of a pattern, or something that comes from elsewhere: one type wherever it is used. */
    record Local(Type type) implements Binding {}

    /** Something that is defined; each use may have a type of its own. */
    record Defined(Definition definition) implements Binding {}

    /** A module; without parameters it has members by itself. */
    record Module(Declaration.Module declaration, Scope around, Scope members) implements Binding {}

    /** An instance, worked out when it is first used. */
    record Instance(Supplier<Scope> members) implements Binding {}
}
