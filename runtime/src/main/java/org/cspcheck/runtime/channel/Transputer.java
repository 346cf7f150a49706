package org.cspcheck.runtime.channel;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.runtime.Tasklet;

/**
 * The transputer's ALT: enable, wait, disable.
 *
 * <p>Invariant. Its guards are enabled exactly while it waits.
 */
final class Transputer extends Alternative {
    private int start;

    Transputer(Builder built) {
        super(built, false);
    }

    @Override
    void begin(Tasklet process) {
        for (Guard guard : guards) {
            guard.begin(process);
        }
    }

    @Override
    Guard pick() {
        return scheduler.alwaysFirst() || selection == Selection.PRIORITY ? first() : any();
    }

    private Guard first() {
        for (int i = 0, at = start; i < guards.length; i++) {
            Guard guard = guards[at];
            if (guard.holds() && guard.ready()) {
                return guard;
            }
            at = at + 1 == guards.length ? 0 : at + 1;
        }
        return null;
    }

    private Guard any() {
        List<Integer> ready = new ArrayList<>();
        for (int i = 0; i < guards.length; i++) {
            int at = (start + i) % guards.length;
            if (guards[at].holds() && guards[at].ready()) {
                ready.add(at);
            }
        }
        return ready.isEmpty() ? null : guards[ready.get(scheduler.select(ready))];
    }

    @Override
    void announce() {
        for (Guard guard : guards) {
            if (guard.holds()) {
                guard.enable();
            }
        }
    }

    @Override
    void withdraw() {
        for (Guard guard : guards) {
            if (guard.holds()) {
                guard.disable();
            }
        }
    }

    @Override
    void taken(Guard guard) {
        if (selection == Selection.FAIR) {
            start = (guard.index() + 1) % guards.length;
        }
    }

    @Override
    void stir(Guard guard) {}

    @Override
    void ask(Guard guard) {}

    @Override
    public void close() {}
}
