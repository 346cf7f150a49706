package org.cspcheck.runtime;

import java.util.Optional;

/** A network that was started: its first process and how it ended. Networks of one scheduler do not harm each other. */
public final class Network {
    final Tasklet root;
    private volatile Ending ending;

    Network(Tasklet root) {
        this.root = root;
    }

    public String name() {
        return root.name();
    }

    /** {@return how it ended, once it has} */
    public Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    /** The first reason stays. */
    void end(Ending how) {
        if (ending == null) {
            ending = how;
        }
    }
}
