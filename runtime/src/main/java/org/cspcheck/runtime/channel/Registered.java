package org.cspcheck.runtime.channel;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.runtime.Tasklet;

/**
 * The ALT that stays registered between selections, as kernel event queues do.
 *
 * <p>Invariants. From the first selection until it is closed, each lasting guard is enabled. Each of them that is ready is among {@code
 * stirred} (which may hold others, that were ready once), or else among {@code asked}, which holds the guards that have to be asked each
 * time: those that do not last (timeouts, skip, barriers) and those with a registered alternative at the other end of the channel. No guard
 * is in both.
 */
final class Registered extends Alternative {
    private final List<Guard> asked = new ArrayList<>();
    private final List<Guard> passing = new ArrayList<>();
    private final Stirred stirred;
    private boolean registered;
    private boolean closed;
    private int start;
    private boolean askFirst;

    Registered(Builder built) {
        super(built, true);
        this.stirred = selection == Selection.PRIORITY ? new Stirred.Sorted(guards) : new Stirred.Queued();
        for (Guard guard : guards) {
            if (!guard.registered()) {
                passing.add(guard);
                ask(guard);
            }
        }
    }

    @Override
    void begin(Tasklet process) {
        if (!registered) {
            register(process);
        }
        for (Guard guard : passing) {
            guard.begin(process);
        }
    }

    private void register(Tasklet process) {
        if (closed) {
            throw new IllegalStateException("this alternative was closed");
        }
        registered = true;
        for (Guard guard : guards) {
            if (guard.registered()) {
                guard.begin(process);
                guard.enable();
                if (guard.ready()) {
                    stir(guard);
                }
            }
        }
    }

    @Override
    void stir(Guard guard) {
        if (!guard.listed && !guard.asked) {
            guard.listed = true;
            stirred.add(guard);
        }
    }

    @Override
    void ask(Guard guard) {
        if (!guard.asked) {
            guard.asked = true;
            asked.add(guard);
            if (guard.listed) {
                guard.listed = false;
                stirred.remove(guard);
            }
        }
    }

    @Override
    Guard pick() {
        if (selection == Selection.PRIORITY) {
            return mostUrgent();
        }
        return scheduler.alwaysFirst() ? first() : any();
    }

    private Guard mostUrgent() {
        Guard best = stirred.first();
        for (Guard guard : asked) {
            if ((best == null || guard.index() < best.index()) && guard.holds() && guard.ready()) {
                best = guard;
            }
        }
        return best;
    }

    /** The stirred and the asked ones take turns in going first. */
    private Guard first() {
        if (asked.isEmpty()) {
            return stirred.first();
        }
        askFirst = !askFirst;
        Guard guard = askFirst ? firstAsked() : stirred.first();
        if (guard != null) {
            return guard;
        }
        return askFirst ? stirred.first() : firstAsked();
    }

    private Guard firstAsked() {
        for (int i = 0; i < asked.size(); i++) {
            Guard guard = asked.get((start + i) % asked.size());
            if (guard.holds() && guard.ready()) {
                start = (start + i + 1) % asked.size();
                return guard;
            }
        }
        return null;
    }

    private Guard any() {
        var ready = new ArrayList<Guard>();
        stirred.collect(ready);
        askFirst = !askFirst;
        int place = askFirst ? 0 : ready.size();
        for (int i = 0; i < asked.size(); i++) {
            Guard guard = asked.get((start + i) % asked.size());
            if (guard.holds() && guard.ready()) {
                ready.add(place++, guard);
            }
        }
        if (ready.isEmpty()) {
            return null;
        }
        Guard guard = ready.get(scheduler.select(ready.stream().map(Guard::index).toList()));
        if (guard.asked) {
            start = (asked.indexOf(guard) + 1) % asked.size();
        }
        return guard;
    }

    @Override
    void taken(Guard guard) {
        if (guard.listed) {
            stirred.remove(guard);
            guard.listed = false;
            if (guard.ready()) {
                stir(guard);
            }
        }
    }

    @Override
    void announce() {
        for (Guard guard : passing) {
            if (guard.holds()) {
                guard.enable();
            }
        }
    }

    @Override
    void withdraw() {
        for (Guard guard : passing) {
            if (guard.holds()) {
                guard.disable();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        if (registered) {
            registered = false;
            for (Guard guard : guards) {
                if (guard.registered()) {
                    guard.disable();
                }
            }
        }
    }
}
