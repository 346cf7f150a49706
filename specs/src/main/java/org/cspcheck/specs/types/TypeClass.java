package org.cspcheck.specs.types;

import java.util.Optional;

/** What values of a type may be asked to allow. */
enum TypeClass {
    /** {@code ==} and what rests on it: not processes, not functions. */
    EQ,
    /** {@code <}: numbers, characters, sets, sequences, maps and tuples. */
    ORD,
    /** To be an element of a set: not functions. */
    SET;

    static Optional<TypeClass> named(String name) {
        return switch (name) {
            case "Eq" -> Optional.of(EQ);
            case "Ord" -> Optional.of(ORD);
            case "Set" -> Optional.of(SET);
            default -> Optional.empty();
        };
    }
}
