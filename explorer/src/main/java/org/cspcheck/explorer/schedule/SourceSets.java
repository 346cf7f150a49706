package org.cspcheck.explorer.schedule;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.explorer.schedule.Races.Party;
import org.cspcheck.runtime.ChoicePoint;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.Timer;
import org.cspcheck.runtime.log.EventText;

/**
 * Every run of a network up to the order of steps that commute, each by running the network again: depth first, with source sets and sleep
 * sets.
 *
 * <p>A step is what a process does from one decision on who goes on to the next. Its footprint is the set of shared things that it uses, known
 * once it was taken. Two steps of different processes commute if their footprints have nothing in common: no step keeps another process from
 * going on, except those that use {@link Shared#ANYTHING}. Of those who could go on only one is taken, until {@link Races} finds a step that
 * could have come before; where a step may keep others from going on, or a timer may fire, all are. In free time a timer is a step of its process.
 *
 * <p>A step that was explored at a decision sleeps in what is explored there later, until a step is taken that does not commute with it
 * (Godefroid, <i>Partial-Order Methods for the Verification of Concurrent Systems</i>, LNCS 1032, chapter 5): so no run is found twice.
 *
 * <p>The whole argument: docs/internals/schedules.md.
 */
final class SourceSets extends Course {
    private final boolean orderSeen;
    /** Whether a timer may fire whenever it likes and nobody can tell when: then it is a step of the process that set it. */
    private boolean timeless;
    private boolean timeMatters;
    private final List<Decision> decisions = new ArrayList<>();
    private final Races races = new Races();
    private long runs;
    private long whole;
    private boolean truncated;

    // the present run
    private final List<String> events = new ArrayList<>();
    /** What the scheduler asked for and was told. */
    private final List<Integer> answers = new ArrayList<>();
    private int at;
    /** How many steps were begun; the last of them; how many of them are as in the run before. */
    private int begun;
    private Decision step;
    private int settled;
    private final Footprint footprint = new Footprint();
    private Tasklet mover;
    private long since;
    /** What it was decided to answer about timers, if who goes on was decided with it. */
    private ChoicePoint.TimerOrder joint;
    private int jointly;

    /** @param orderSeen whether runs differ in which the same things happen in another order */
    SourceSets(Schedules subject, boolean orderSeen) {
        super(subject);
        this.orderSeen = orderSeen;
        this.timeless = subject.race().equals(Schedules.FOR_EVER);
    }

    /** Leads the network through all runs; {@return empty if these were all, else why not} */
    String explore(RunObserver observer) {
        long deadline = System.nanoTime() + subject.bounds().time().toNanos();
        String gaveUp = explore(observer, deadline);
        if (timeMatters) {
            timeless = false;
            timeMatters = false;
            decisions.clear();
            races.clear();
            settled = 0;
            whole = 0;
            gaveUp = explore(observer, deadline);
        }
        return gaveUp;
    }

    private String explore(RunObserver observer, long deadline) {
        lead();
        settled = races.size();
        do {
            Ending ending = timeMatters ? null : lead(); // the first run for the second time: it must be the same again
            runs++;
            if (timeMatters) {
                return "";
            }
            if (ending != null) {
                whole++;
                if (!observer.ended(ending, List.copyOf(events), List.copyOf(answers))) {
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
        joint = null;
        footprint.clear();
        events.clear();
        answers.clear();
        Ending ending = run();
        endStep();
        if (at < decisions.size() && !timeMatters) {
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
        timeMatters |= step.comes && footprint.isAnything() && !scheduler.processes().isEmpty();
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
        if (joint != null) {
            joint = null; // who goes on was decided before, when no timer was to fire
            return;
        }
        decide(candidates);
    }

    /** The timers of a process are steps that it chooses among, and its next operation is one more. */
    @Override
    public void timing(ChoicePoint.TimerOrder order, List<Tasklet> ready) {
        if (!timeless) {
            deciding(List.of());
            return;
        }
        turn();
        var candidates = new ArrayList<>(ready); // these first: their numbers are the answers, if none fires
        for (Timer timer : order.due()) {
            timeMatters |= !timer.alarm();
            if (!candidates.contains(timer.setter())) {
                candidates.add(timer.setter());
            }
        }
        decide(candidates);
        var own = new ArrayList<Integer>();
        for (int answer = 0; answer < order.alternatives(); answer++) {
            Timer timer = order.fires(answer);
            if (timer == null ? ready.contains(mover) : timer.setter() == mover) {
                own.add(answer);
            }
        }
        jointly = own.get(own.size() == 1 ? 0 : inside(new Offer(digest, new int[0], own.size(), () -> Offer.text(order))));
        joint = order.fires(jointly) == null ? order : null;
    }

    @Override
    public void coming(Tasklet process) {
        super.coming(process);
        step.comes = timeless;
    }

    private void decide(List<Tasklet> candidates) {
        endStep();
        if (timeMatters) {
            step = null;
            throw Cut.CUT;
        }
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
        return !timeless && subject.race().isPositive() || step != null && step.isIdle();
    }

    private void compare(Decision decision, boolean same, Offer.Said now) {
        if (!same) {
            throw Unrepeatable.found(mover == null ? subject.name() : mover.path(), decision.offer, now.text(), answers.size());
        }
    }

    @Override
    public int choose(ChoicePoint point) {
        int answer = switch (point) {
            case ChoicePoint.QueueOrder _ -> step.answer;
            case ChoicePoint.TimerOrder _ when timeless -> jointly;
            default -> inside(Offer.of(digest, point));
        };
        answers.add(answer);
        return answer;
    }

    /** A choice inside of a step. */
    private int inside(Offer offer) {
        if (at == decisions.size()) {
            decisions.add(new Decision(offer, false));
        } else {
            Decision decision = decisions.get(at);
            boolean same = !decision.turn && decision.offer.digest() == digest && decision.offer.alternatives() == offer.alternatives();
            compare(decision, same, offer.said());
        }
        return decisions.get(at++).answer;
    }

    @Override
    Known known(int number, Tasklet process, Tasklet parent) {
        timeMatters |= timeless && parent != null && parent.priority() != process.priority();
        var party = new Party(number);
        if (begun > 0) {
            party.follows(begun - 1);
        }
        return party;
    }

    @Override
    public void resumed(Tasklet process) {
        party(process).follows(begun - 1);
        if (timeless) {
            step.takesTimersOf(number(process));
        }
    }

    @Override
    public void learned(Tasklet process, Object what) {
        timeMatters |= timeless && what instanceof Scheduler.Instant;
    }

    /** What was not made known could be any thing: another run may call it by another number. */
    @Override
    public void touched(Shared what) {
        boolean any = what != Shared.NOTHING && !isMade(what) && !(timeless && what == Shared.TIME);
        super.touched(what);
        if (any) {
            footprint.addAnything();
        } else if (isMade(what)) {
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
