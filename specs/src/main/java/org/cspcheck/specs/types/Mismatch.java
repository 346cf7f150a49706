package org.cspcheck.specs.types;

/** Why two types are not one. */
sealed interface Mismatch {
    /** They are of different kinds. */
    record Different(Type expected, Type actual) implements Mismatch {}

    /** A type does not allow what is asked of it. */
    record Lacks(TypeClass asked, Type type) implements Mismatch {}

    /** A type would contain itself. */
    record Endless(Type type) implements Mismatch {}

    /** A variable of an annotation would have to be some certain type. */
    record TooGeneral(Type.Rigid variable, Type type) implements Mismatch {}
}
