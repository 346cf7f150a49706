package org.cspcheck.explorer.schedule;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.explorer.schedule.Races.Party;
import org.cspcheck.runtime.ChoicePoint;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.log.EventText;

/**
 * Every run of a network up to the order of steps that commute, each by running the network again: depth first, with source sets and sleep
 * sets.
 *
 * <p>A step is what a process does from one decision on who goes on to the next. Its footprint is the set of shared things that it uses, known
 * once it was taken. Two steps of different processes commute if their footprints have nothing in common: no step keeps another process from
 * going on, except those that use {@link Shared#ANYTHING}. Of those who could go on only one is taken, until {@link Races} finds a step that
 * could have come before; where a step may keep others from going on, or a timer may fire, all are.
 *
 * <p>A step that was explored at a decision sleeps in what is explored there later, until a step is taken that does not commute with it
 * (Godefroid, <i>Partial-Order Methods for the Verification of Concurrent Systems</i>, LNCS 1032, chapter 5): so no run is found twice.
 *
 * <p>The whole argument: docs/internals/schedules.md.
 */
final class SourceSets extends Course {
    private final boolean orderSeen;
    private final boolean timersRace;
    private final List<Decision> decisions = new ArrayList<>();
    private final Races races = new Races();
    private long runs;
    private long whole;
    private boolean truncated;

    // the present run
    private final List<String> events = new ArrayList<>();
    private int at;
    /** How many steps were begun; the last of them; how many of them are as in the run before. */
    private int begun;
    private Decision step;
    private int settled;
    private final Footprint footprint = new Footprint();
    private Tasklet mover;
    private long since;

    /** @param orderSeen whether runs differ in which the same things happen in another order */
    SourceSets(Schedules subject, boolean orderSeen) {
        super(subject);
        this.orderSeen = orderSeen;
        this.timersRace = subject.race().isPositive();
    }

    /** Leads the network through all runs; {@return empty if these were all, else why not} */
    String explore(RunObserver observer) {
        long deadline = System.nanoTime() + subject.bounds().time().toNanos();
        lead();
        settled = races.size();
        do {
            Ending ending = lead(); // the first run for the second time: it must be the same again
            runs++;
            if (ending != null) {
                whole++;
                if (!observer.ended(ending, List.copyOf(events), choices())) {
                    return "stopped at the first finding";
                }
            }
            if (runs >= subject.bounds().runs()) {
                return "limit of " + runs + " runs reached";
            } else if ((runs & 255) == 0 && System.nanoTime() > deadline) {
                return "time limit reached after " + runs + " runs";
            }
        } while (advance());
        return truncated ? "a run of more than " + subject.bounds().turns() + " turns was cut short" : "";
    }

    private Ending lead() {
        at = 0;
        begun = 0;
        step = null;
        mover = null;
        footprint.clear();
        events.clear();
        Ending ending = run();
        endStep();
        if (at < decisions.size()) {
            compare(decisions.get(at), false, () -> "the end of the run");
        }
        return ending;
    }

    /** {@return how many runs there were, those included that were cut short because all that could follow was known} */
    long runs() {
        return runs;
    }

    /** {@return how many runs came to their end} */
    long whole() {
        return whole;
    }

    private List<Integer> choices() {
        return decisions.stream().filter(decision -> decision.offer.alternatives() > 1).map(decision -> decision.answer).toList();
    }

    @Override
    void tooLong() {
        truncated = true;
    }

    private boolean advance() {
        while (!decisions.isEmpty()) {
            Decision last = decisions.getLast();
            if (last.next()) {
                settled = races.size() - 1;
                return true;
            }
            decisions.removeLast();
            if (last.turn) {
                races.removeLast();
            }
        }
        return false;
    }

    private void endStep() {
        if (step == null) {
            return;
        }
        int number = begun - 1;
        Party party = mover == null ? null : party(mover);
        if (number >= settled) {
            step.uses(footprint);
            races.taken(number, party, mover != null || scheduler.deadline(0) == since);
        }
        if (mover != null) {
            party.took(number);
            if (step.partner >= 0) {
                party.follows(step.partner);
            }
            branchEnded(number);
        }
    }

    /** Who waits for all branches of a PAR goes on after the ends of all, not just of the last. */
    private void branchEnded(int number) {
        Tasklet parent = mover.parent();
        if (mover.status() == Tasklet.Status.ENDED && parent != null && parent.waiting() != null && parent.waiting().needsAll()) {
            party(parent).follows(number);
        }
    }

    private static Party party(Tasklet process) {
        return (Party) process.memory();
    }

    @Override
    public void deciding(List<Tasklet> candidates) {
        turn();
        endStep();
        Decision decision;
        if (at < decisions.size()) {
            decision = decisions.get(at);
            compare(decision, decision.offer.digest() == digest && same(candidates, decision.offer.numbers()), () -> Offer.turn(candidates));
        } else {
            decision = new Decision(Offer.ofTurn(digest, candidates), true);
            if (step != null) {
                decision.inherit(step);
            }
            if (!decision.begin()) {
                step = null;
                throw Cut.CUT;
            }
            if (timersMayFire()) {
                decision.planAll();
            }
            decisions.add(decision);
            races.add(decision);
        }
        at++;
        if (candidates.isEmpty()) {
            since = scheduler.deadline(0);
            mover = null;
        } else {
            mover = candidates.get(decision.answer);
            decision.priority = mover.priority();
        }
        begun++;
        step = decision;
        step.thing = -1;
        footprint.clear();
    }

    /**
     * Whether a timer could have fired now, which none did: what keeps it from firing later shows in no race. Where timers race with what
     * processes do, a decision does not offer all who are ready: some only come to their next operation.
     */
    private boolean timersMayFire() {
        return timersRace || step != null && step.isIdle();
    }

    private void compare(Decision decision, boolean same, Offer.Said now) {
        if (!same) {
            throw Unrepeatable.found(mover == null ? subject.name() : mover.path(), decision.offer, now.text(), choicesBefore(decision));
        }
    }

    private int choicesBefore(Decision decision) {
        return (int) decisions.subList(0, decisions.indexOf(decision)).stream().filter(other -> other.offer.alternatives() > 1).count();
    }

    @Override
    public int choose(ChoicePoint point) {
        if (point instanceof ChoicePoint.QueueOrder) {
            return step.answer;
        }
        if (at == decisions.size()) {
            decisions.add(new Decision(Offer.of(digest, point), false));
        } else {
            Decision decision = decisions.get(at);
            boolean same = !decision.turn && decision.offer.digest() == digest && decision.offer.alternatives() == point.alternatives();
            compare(decision, same, () -> Offer.text(point));
        }
        return decisions.get(at++).answer;
    }

    @Override
    Known known(int number, Tasklet process, Tasklet parent) {
        var party = new Party(number);
        if (begun > 0) {
            party.follows(begun - 1);
        }
        return party;
    }

    @Override
    public void resumed(Tasklet process) {
        party(process).follows(begun - 1);
    }

    /** What was not made known could be any thing: another run may call it by another number. */
    @Override
    public void touched(Shared what) {
        boolean any = what != Shared.NOTHING && !isMade(what);
        super.touched(what);
        if (any) {
            footprint.addAnything();
        } else if (what != Shared.NOTHING) {
            footprint.addSide(number(what), 0);
            footprint.addSide(number(what), 1);
            step.thing = -1;
        }
    }

    @Override
    public void touched(Shared.Side what) {
        if (orderSeen || !isMade(what.whole())) {
            touched(what.whole());
            return;
        }
        super.touched(what);
        step.thing = number(what.whole());
        step.side = what.side();
        step.awaited = what.awaited();
        footprint.addSide(step.thing, step.side);
    }

    @Override
    public void happened(long now, Tasklet process, String channel, Object value) {
        super.happened(now, process, channel, value);
        events.add(EventText.of(channel, value));
        if (orderSeen) {
            footprint.addSeen();
        }
    }
}
