package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Shared;

/**
 * Parties that agree on events, each within its own alphabet: the alphabetised parallel of CSP, at run time.
 *
 * <p>An event happens when every party whose alphabet has it offers it, in one step. All parties join before the first of them offers.
 *
 * <p>Invariant. Between two turns there is no event that all its parties offer: whoever makes the offer that was missing takes it.
 */
public final class Agreement implements Shared {
    final Scheduler scheduler;
    private final Alphabet alphabet;
    private final EventSet hidden;
    private final List<Party> parties = new ArrayList<>();

    /** @param hidden the events that nobody outside is told of */
    public Agreement(Alphabet alphabet, EventSet hidden) {
        this.scheduler = Scheduler.current();
        this.alphabet = alphabet;
        this.hidden = hidden;
        scheduler.made(this);
    }

    /** Nothing: who waits for what follows from the parties' own states. */
    @Override
    public Object state() {
        return "";
    }

    /**
     * Adds a party.
     *
     * @param events its alphabet: it takes part in all of these
     */
    public Party join(String name, EventSet events) {
        var party = new Party(this, name, events);
        parties.add(party);
        return party;
    }

    String name(int event) {
        return alphabet.name(event);
    }

    /** {@return whether all others that take part in the event offer it} */
    boolean allOthersOffer(int event, Party party) {
        for (Party other : parties) {
            if (other != party && other.takesPart(event) && !other.offers(event)) {
                return false;
            }
        }
        return true;
    }

    /** The event happens. */
    void perform(int event, Party by) {
        if (!hidden.contains(event)) {
            scheduler.happened(name(event), null);
        }
        for (Party other : parties) {
            if (other != by && other.takesPart(event)) {
                other.agreed(event);
            }
        }
    }

    /** {@return the parties without which none of the events that {@code party} offers can happen} */
    List<Party> missing(Party party) {
        return parties.stream()
                .filter(other -> other != party && party.offered().anyMatch(event -> other.takesPart(event) && !other.offers(event)))
                .toList();
    }
}
