package org.cspcheck.model.event;

/**
 * A partial order on events (tau and tick included) that says which event another one blocks where both can happen.
 *
 * <p>Orders that are equal as values relate the same events.
 */
public interface PriorityOrder {
    /** {@return whether {@code winner} blocks {@code loser}} */
    boolean beats(int winner, int loser);

    /** Tau and tick beat the events of {@code cut}, and nothing else beats anything: what {@code :[tau priority over]: A} does. */
    record TauPriority(EventSet cut) implements PriorityOrder {
        @Override
        public boolean beats(int winner, int loser) {
            return !Event.isVisible(winner) && Event.isVisible(loser) && cut.contains(loser);
        }
    }
}
