package org.cspcheck.model.source;

import java.util.ArrayList;
import java.util.List;

/** What has been found wrong so far, in the order of finding; one is passed along the whole of reading, so all errors are told at once. */
public final class Diagnostics {
    private final List<Diagnostic> all = new ArrayList<>();

    public void add(Diagnostic diagnostic) {
        if (!all.contains(diagnostic)) {
            all.add(diagnostic);
        }
    }

    public List<Diagnostic> all() {
        return List.copyOf(all);
    }

    public boolean hasErrors() {
        return all.stream().anyMatch(Diagnostic::isError);
    }
}
