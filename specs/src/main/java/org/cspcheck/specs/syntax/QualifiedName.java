package org.cspcheck.specs.syntax;

import java.util.List;

/**
 * A name as it is used: {@code x}, or {@code M::N::x} for something a module exports.
 *
 * @param modules the modules or instances before it, outermost first; empty for a plain name
 */
public record QualifiedName(List<String> modules, String name) {
    public QualifiedName {
        modules = List.copyOf(modules);
    }

    public static QualifiedName of(String name) {
        return new QualifiedName(List.of(), name);
    }

    public boolean isPlain() {
        return modules.isEmpty();
    }

    @Override
    public String toString() {
        return modules.isEmpty() ? name : String.join("::", modules) + "::" + name;
    }
}
