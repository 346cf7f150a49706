package org.cspcheck.explorer.reference;

import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.PriorityOrder;

/**
 * The order of {@code prioritise(P, <first, second>)}: the events of the second rank, and these only, are beaten by those of the first and by
 * tau and tick.
 */
record Ranked(EventSet first, EventSet second) implements PriorityOrder {
    @Override
    public boolean beats(int winner, int loser) {
        boolean wins = !Event.isVisible(winner) || first.contains(winner);
        return wins && Event.isVisible(loser) && second.contains(loser) && !first.contains(loser);
    }
}
