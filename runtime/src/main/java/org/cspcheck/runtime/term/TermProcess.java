package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Scheduler;

/**
 * A term that takes its steps as a party of an agreement.
 *
 * <p>While it can take a step by itself it does not wait: others may take its offers while it gives way, and then the oracle decides
 * between its own steps and the events that can happen at once. A term without any step waits for ever. The term is the whole state, so it is
 * the value at the head of the loop.
 */
public final class TermProcess implements Behaviour {
    private final Unfolding unfolding;
    private final Process start;
    private final Party party;
    private LocalState state;

    public TermProcess(FiringRules rules, Process start, Party party) {
        this(new Unfolding(rules, party.agreement().alphabet), start, party);
    }

    TermProcess(Unfolding unfolding, Process start, Party party) {
        this.unfolding = unfolding;
        this.start = start;
        this.party = party;
    }

    @Override
    public void run() {
        Scheduler scheduler = Scheduler.current();
        party.begin();
        if (state == null) {
            state = unfolding.start(start);
        }
        while (!state.terminated()) {
            party.restIfAsked();
            scheduler.self().atLoopHead(state.term);
            state = state.own.isEmpty() ? after(scheduler, state, party.offer(state.offer)) : byItself(scheduler, state);
        }
    }

    /** {@return the term that it is at, at rest} */
    Process state() {
        return state == null ? unfolding.settled(start) : state.term;
    }

    private LocalState byItself(Scheduler scheduler, LocalState state) {
        List<Agreement.Pending> others = List.of();
        if (state.events.length == 0) {
            scheduler.interleave(party.agreement());
        } else {
            int event = party.offerInPassing(state.offer);
            if (event != Party.NOTHING) {
                return after(scheduler, state, event);
            }
            others = party.now(state.offer);
        }
        var possible = new ArrayList<>(state.own);
        others.forEach(way -> possible.add(state.ways.get(state.find(way.event())).getFirst()));
        int choice = scheduler.internal(possible);
        if (choice >= state.own.size()) {
            Agreement.Pending way = others.get(choice - state.own.size());
            party.take(way);
            scheduler.giveWay();
            return after(scheduler, state, way.event());
        }
        scheduler.giveWay();
        return state.afterOwn(choice);
    }

    /** The event has happened; which of its steps it was is for the oracle to say. */
    private static LocalState after(Scheduler scheduler, LocalState state, int event) {
        int place = state.find(event);
        return state.after(place, scheduler.internal(state.ways.get(place)));
    }
}
