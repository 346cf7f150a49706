package org.cspcheck.runtime.term;

/**
 * A way in which an event of one party is an event of the whole.
 *
 * @param event what the environment sees: a visible event, or {@link org.cspcheck.model.event.Event#TAU}
 * @param others the parties that have to take part; where they are many, the one whose route it is may be among them, and then it is the same for all
 * @param events what each of the others performs
 */
record Route(int event, int[] others, int[] events) {
    /** With more parties than these a route is the same for all of them. */
    private static final int MANY = 8;

    private static final int[] NONE = {};

    static Route alone(int event) {
        return new Route(event, NONE, NONE);
    }

    /** {@return whether the one whose route it is may be among the others} */
    boolean isJoint() {
        return others.length > MANY;
    }

    /** {@return whether so many parts of a network have their ways in common} */
    static boolean areMany(int parts) {
        return parts > MANY;
    }

    Route as(int event) {
        return new Route(event, others, events);
    }

    Route with(int party, int performs) {
        int[] more = java.util.Arrays.copyOf(others, others.length + 1);
        int[] theirs = java.util.Arrays.copyOf(events, others.length + 1);
        more[others.length] = party;
        theirs[others.length] = performs;
        return new Route(event, more, theirs);
    }

    Route with(Route partner) {
        Route all = this;
        for (int i = 0; i < partner.others.length; i++) {
            all = all.with(partner.others[i], partner.events[i]);
        }
        return all;
    }

    /** {@return what the party performs, which is among the others} */
    int event(Party party) {
        for (int i = 0; i < others.length; i++) {
            if (others[i] == party.number) {
                return events[i];
            }
        }
        throw new IllegalArgumentException(party.name() + " takes no part");
    }

    Route without(Party party) {
        Route rest = alone(event);
        for (int i = 0; i < others.length; i++) {
            rest = others[i] == party.number ? rest : rest.with(others[i], events[i]);
        }
        return rest;
    }
}
