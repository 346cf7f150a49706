package org.cspcheck.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a processor does now and then for many turns at once, such as sending off what was written to its links.
 *
 * <p>Invariant. Nothing is left over when the processor goes to wait: {@link #due} holds then if there is anything at all.
 */
final class Chores {
    private static final int MOST_TURNS = 64;

    private List<Runnable> actions = new ArrayList<>();
    private List<Runnable> spare = new ArrayList<>();
    private boolean any;
    private int turns;
    private Runnable whenQuiet;

    void add(Runnable action) {
        actions.add(action);
        any = true;
    }

    /** For when no process is ready; one at a time. */
    void whenQuiet(Runnable action) {
        whenQuiet = action;
    }

    /** Hands over what was to be done when no process is ready, once; {@return whether there was something} */
    boolean handWhenQuiet(Consumer<Runnable> actor) {
        Runnable action = whenQuiet;
        whenQuiet = null;
        if (action != null) {
            actor.accept(action);
        }
        return action != null;
    }

    boolean any() {
        return any;
    }

    /** {@return whether to do them now, between two turns} Asked once a turn if there are any. */
    boolean due(boolean nobodyIsReady) {
        return nobodyIsReady || ++turns > MOST_TURNS;
    }

    /** Does all, and what follows from it the next time. */
    void run() {
        List<Runnable> now = actions;
        actions = spare;
        any = false;
        turns = 0;
        now.forEach(Runnable::run);
        now.clear();
        spare = now;
    }
}
