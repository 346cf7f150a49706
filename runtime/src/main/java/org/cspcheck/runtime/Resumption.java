package org.cspcheck.runtime;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cspcheck.runtime.save.Encoded;

/**
 * Tells networks that are built anew where they stood: the values of loops, what channels held, who had ended, and since when each process waits.
 *
 * <p>Invariant. Each place and each content is told once; a process that began later has none.
 */
final class Resumption {
    private final Saved saved;
    private final Set<String> told = new HashSet<>();
    private final Map<String, byte[]> held;

    Resumption(Saved saved) {
        this.saved = saved;
        this.held = new HashMap<>(saved.held());
    }

    /** {@return whether the process runs: false for one that had ended} */
    boolean begins(Tasklet process) {
        if (told.contains(process.path()) || !isAmongTheFirst(process)) {
            return true;
        }
        return switch (saved.places().get(process.path())) {
            case null -> false;
            case Saved.Place.Beginning(long asked) -> {
                told.add(process.path());
                process.toldToGoOn(asked);
                yield true;
            }
            case Saved.Place.Head head -> true;
            case Saved.Place.InPar par -> true;
        };
    }

    /** Whether it is the first of a network or in the first PAR of one that was in its first PAR. */
    private boolean isAmongTheFirst(Tasklet process) {
        Tasklet parent = process.parent();
        return parent == null || parent.hasBegunNothing() && saved.places().get(parent.path()) instanceof Saved.Place.InPar && isAmongTheFirst(parent);
    }

    @SuppressWarnings("unchecked") // the loop of the process with this path had a value of this type when it was saved
    <S> S loopsFrom(Tasklet process, S initial) {
        if (!told.contains(process.path()) && isAmongTheFirst(process) && saved.places().get(process.path()) instanceof Saved.Place.Head(byte[] value, long asked)) {
            told.add(process.path());
            process.toldToGoOn(asked);
            return (S) decoded(process.path(), value, initial.getClass().getClassLoader());
        }
        return initial;
    }

    Object held(String name) {
        byte[] content = held.remove(name);
        return content == null ? null : decoded(name, content, Thread.currentThread().getContextClassLoader());
    }

    /** {@return the time that a process sees that looked at the clock before it was saved} */
    long seen(long asked, long now) {
        return asked < saved.now() ? asked : now;
    }

    private static Object decoded(String what, byte[] value, ClassLoader classes) {
        try {
            return Encoded.decode(value, classes == null ? Resumption.class.getClassLoader() : classes);
        } catch (IOException unreadable) {
            throw new IllegalStateException("what " + what + " held when it was saved cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
