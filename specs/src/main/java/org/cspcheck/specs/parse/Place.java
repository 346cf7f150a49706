package org.cspcheck.specs.parse;

import java.util.Optional;
import org.cspcheck.specs.syntax.Declaration;

/** Where declarations stand, and which may not stand there. */
enum Place {
    TOP("at the top of a script"),
    MODULE("inside a module"),
    TIMED("inside a timed section"),
    LET("inside `let`");

    private final String inWords;

    Place(String inWords) {
        this.inWords = inWords;
    }

    String inWords() {
        return inWords;
    }

    /** {@return the name of the kind of {@code declaration}, if it may not stand here} */
    Optional<String> excludes(Declaration declaration) {
        return switch (declaration) {
            case Declaration.Channel _ -> when(this == LET, "channels");
            case Declaration.Datatype _ -> when(this == LET, "datatypes");
            case Declaration.Subtype _ -> when(this == LET, "subtypes");
            case Declaration.Nametype _ -> when(this == LET, "nametypes");
            case Declaration.Assert _ -> when(this == LET || this == MODULE, "assertions");
            case Declaration.Print _ -> when(this != TOP, "`print`");
            case Declaration.Module _ -> when(this == LET || this == TIMED, "modules");
            case Declaration.Instance _ -> when(this == LET || this == TIMED, "instances");
            case Declaration.Value _, Declaration.Function _, Declaration.Binding _, Declaration.Transparent _,
                    Declaration.External _, Declaration.Annotation _, Declaration.Timed _ -> Optional.empty();
        };
    }

    private static Optional<String> when(boolean excluded, String kind) {
        return excluded ? Optional.of(kind) : Optional.empty();
    }
}
