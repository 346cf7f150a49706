package org.cspcheck.runtime.component;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.component.Situation.Chooses;
import org.cspcheck.runtime.component.Situation.Offers;
import org.cspcheck.runtime.term.Party;

/** The code in a running network: its offers are those of a party, its choices those of the scheduler. */
final class Enactment implements Behaviour, Turns {
    private final Program program;
    private final Party party;

    Enactment(Program program, Party party) {
        this.program = program;
        this.party = party;
    }

    @Override
    public void run() throws Exception {
        try {
            program.enact(this);
        } catch (Mistake mistake) {
            throw new SpecificationException(mistake.diagnostic());
        }
    }

    @Override
    public int offer(Offers offers) {
        int[] events = offers.branches().stream().flatMapToInt(branch -> IntStream.of(branch.events())).toArray();
        int event = offers.timeout() == Offers.NEVER ? party.offer(events) : party.offerFor(offers.timeout(), events);
        return event == Party.NOTHING ? events.length : answer(events, event);
    }

    /** The event may belong to several branches. */
    private static int answer(int[] events, int event) {
        List<Integer> places = new ArrayList<>(1);
        for (int i = 0; i < events.length; i++) {
            if (events[i] == event) {
                places.add(i);
            }
        }
        return places.get(places.size() == 1 ? 0 : Scheduler.current().select(places));
    }

    @Override
    public int choose(Chooses choice) {
        return Scheduler.current().choose("", choice.alternatives());
    }

    @Override
    public int enter() {
        return 0;
    }

    @Override
    public Object first(Object initial) {
        Scheduler.current().self().atLoopHead(initial);
        return initial;
    }

    @Override
    public void again(int entry, Object value) {
        Scheduler.current().self().atLoopHead(value);
    }
}
