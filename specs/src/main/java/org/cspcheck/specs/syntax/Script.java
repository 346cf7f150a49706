package org.cspcheck.specs.syntax;

import java.util.List;
import java.util.Set;

/**
 * A CSPm text with everything it includes.
 *
 * @param declarations in reading order; those of an included file stand where the include stood, the clauses of one function together
 * @param unreadable names that occur in declarations with syntax errors: whoever misses one of them need not complain again
 */
public record Script(List<Declaration> declarations, Set<String> unreadable) {
    public Script {
        declarations = List.copyOf(declarations);
        unreadable = Set.copyOf(unreadable);
    }
}
