package org.cspcheck.model.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What has been found wrong so far, in the order of finding; one is passed along the whole of reading, so all errors are told at once. */
public final class Diagnostics {
    private final Set<Diagnostic> all = new LinkedHashSet<>();

    public void add(Diagnostic diagnostic) {
        all.add(diagnostic);
    }

    public List<Diagnostic> all() {
        return List.copyOf(all);
    }

    public boolean hasErrors() {
        return all.stream().anyMatch(Diagnostic::isError);
    }
}
