package org.cspcheck.runtime;

import java.util.ArrayList;
import java.util.List;

/** Decides as another oracle does, and notes each choice. */
public final class Recording implements Oracle {
    private final Oracle oracle;
    private final List<Integer> choices = new ArrayList<>();

    public Recording(Oracle oracle) {
        this.oracle = oracle;
    }

    @Override
    public int choose(ChoicePoint point) {
        int choice = oracle.choose(point);
        choices.add(choice);
        return choice;
    }

    /** {@return the choices so far; {@link Oracle#recorded} repeats them} */
    public List<Integer> choices() {
        return List.copyOf(choices);
    }
}
