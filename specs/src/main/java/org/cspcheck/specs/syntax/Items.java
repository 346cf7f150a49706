package org.cspcheck.specs.syntax;

import java.util.List;
import java.util.Optional;

/** What stands between the brackets of a sequence or set; one instance of the heads for each binding of the generators. */
public sealed interface Items {
    /** {@return the generators and conditions after the bar; none for a plain listing} */
    List<Generator> generators();

    /** {@code e1, e2 | generators}. */
    record Listed(List<Expression> heads, List<Generator> generators) implements Items {
        public Listed {
            heads = List.copyOf(heads);
            generators = List.copyOf(generators);
        }
    }

    /** {@code from..to | generators}; without {@code to} it has no end. */
    record Range(Expression from, Optional<Expression> to, List<Generator> generators) implements Items {
        public Range {
            generators = List.copyOf(generators);
        }
    }
}
