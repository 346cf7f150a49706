package org.cspcheck.runtime.component;

import org.cspcheck.runtime.component.Situation.Chooses;
import org.cspcheck.runtime.component.Situation.Offers;

/** Where a component's turns come from: the other parties of a running network, or an exploration. */
interface Turns {
    /** Waits until one of the events has happened, or the timer has fired; {@return the number of the answer} */
    int offer(Offers offers) throws Exception;

    /** {@return the number of the alternative that somebody chose} */
    int choose(Chooses choice) throws Exception;

    /** {@return the place where a loop begins, for {@link #again}} */
    int enter();

    /** The head of a loop that has just been entered; {@return the value to go on with} */
    Object first(Object initial);

    /** The head of a loop once more. */
    void again(int entry, Object value);
}
