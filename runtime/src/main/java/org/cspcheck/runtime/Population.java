package org.cspcheck.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * The processes of a scheduler that have not ended, as a list through the processes themselves.
 *
 * <p>Invariants. {@code newest} is its head, null if all have ended; each process's {@code next} is the one that began before it. Beginning
 * and ending take constant time and no memory.
 */
final class Population {
    private Tasklet newest;

    void add(Tasklet process) {
        process.next = newest;
        if (newest != null) {
            newest.previous = process;
        }
        newest = process;
    }

    void remove(Tasklet process) {
        if (process.next != null) {
            process.next.previous = process.previous;
        }
        if (process.previous != null) {
            process.previous.next = process.next;
        } else {
            newest = process.next;
        }
        process.next = null;
        process.previous = null;
    }

    /** {@return all, the youngest first} */
    List<Tasklet> all() {
        var processes = new ArrayList<Tasklet>();
        for (Tasklet process = newest; process != null; process = process.next) {
            processes.add(process);
        }
        return processes;
    }
}
