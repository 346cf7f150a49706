package org.cspcheck.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * The networks of a scheduler that have not ended, and how they come to their ends.
 *
 * <p>Invariants. A network leaves {@code networks} when its first process has ended, and keeps the first reason that it was given. Once
 * {@code begun} nothing is decided any more: every choice is the first alternative, and nobody follows the run. {@code fault} is the first thing
 * thrown by an oracle, a probe or an action of the scheduler, which is no process's failure.
 */
final class Endings {
    private final List<Network> networks = new ArrayList<>();
    private boolean begun;
    private Throwable fault;

    void add(Network network) {
        networks.add(network);
    }

    /** The first process of the network has ended. */
    void ended(Network network) {
        Throwable failure = network.root.failure();
        network.end(failure == null ? new Ending.Terminated() : new Ending.Failed(Failure.of(network.root, failure)));
        networks.remove(network);
    }

    boolean allEnded() {
        return networks.isEmpty();
    }

    /** {@return whether everything was told to end} */
    boolean begun() {
        return begun;
    }

    /** Gives all networks this reason to end; {@return their first processes, to be told so} */
    List<Tasklet> begin(Ending how) {
        begun = true;
        networks.forEach(network -> network.end(how));
        return networks.stream().map(network -> network.root).toList();
    }

    /** {@return whether this is the first fault} */
    boolean note(Throwable thrown) {
        if (fault != null) {
            return false;
        }
        fault = thrown;
        return true;
    }

    /** Throws the fault, if there was one. */
    void rethrow() {
        if (fault != null) {
            throw fault instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(fault);
        }
    }
}
