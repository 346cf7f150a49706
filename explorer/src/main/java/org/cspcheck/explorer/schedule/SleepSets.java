package org.cspcheck.explorer.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cspcheck.runtime.ChoicePoint;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.log.EventText;

/**
 * Every run of a network up to the order of steps that commute, each by running the network again: depth first, with sleep sets.
 *
 * <p>A step is what a process does from one decision on who goes on to the next. Its footprint is the set of shared things that it uses, known
 * once it was taken. Two steps of different processes commute if their footprints have nothing in common: no step keeps another process from
 * going on, except those that use {@link Shared#ANYTHING}. A step that was explored at a decision sleeps in what is explored there later, until
 * a step is taken that does not commute with it (Godefroid, <i>Partial-Order Methods for the Verification of Concurrent Systems</i>,
 * LNCS 1032, chapter 5). Sleep sets alone lose no run up to that order, and find none twice.
 *
 * <p>The whole argument: docs/internals/schedules.md.
 */
final class SleepSets extends Course {
    /** The footprint of a step that may use anything. */
    private static final long ANYTHING = Long.MIN_VALUE;
    /** In a footprint: something happened that can be seen, if the order of such things matters. */
    private static final long SEEN = 1L << 62;
    /** Two bits for the two sides of each; with more things than this, some share their bits, and fewer steps commute. */
    private static final int THINGS = 31;

    /** A decision of the present run, and what was explored there. */
    private static final class Decision {
        final Offer offer;
        final boolean turn;
        int answer;
        /** What the steps by the present answer used, all runs together. */
        long footprint;
        int[] asleep = new int[4];
        long[] footprints = new long[4];
        int sleepers;

        Decision(Offer offer, boolean turn) {
            this.offer = offer;
            this.turn = turn;
        }

        void putToSleep(int process, long footprint) {
            if (sleepers == asleep.length) {
                asleep = Arrays.copyOf(asleep, 2 * sleepers);
                footprints = Arrays.copyOf(footprints, 2 * sleepers);
            }
            asleep[sleepers] = process;
            footprints[sleepers++] = footprint;
        }

        boolean sleeps(int process) {
            for (int i = 0; i < sleepers; i++) {
                if (asleep[i] == process) {
                    return true;
                }
            }
            return false;
        }

        /** {@return the first candidate who is awake; -1 if all sleep} */
        int awake() {
            for (int i = 0; i < offer.numbers().length; i++) {
                if (!sleeps(offer.numbers()[i])) {
                    return i;
                }
            }
            return -1;
        }

        int process() {
            return offer.numbers().length == 0 ? -1 : offer.numbers()[answer];
        }
    }

    private final boolean orderSeen;
    private final List<Decision> decisions = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private int at;
    private Decision step;
    private long footprint;
    private Tasklet mover;
    private long runs;
    private long whole;
    private boolean truncated;

    /** @param orderSeen whether runs differ in which the same things happen in another order */
    SleepSets(Schedules subject, boolean orderSeen) {
        super(subject);
        this.orderSeen = orderSeen;
    }

    /** Leads the network through all runs; {@return empty if these were all, else why not} */
    String explore(RunObserver observer) {
        long deadline = System.nanoTime() + subject.bounds().time().toNanos();
        do {
            at = 0;
            step = null;
            footprint = 0;
            events.clear();
            Ending ending = run();
            endStep();
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
            if (last.turn ? nextProcess(last) : ++last.answer < last.offer.alternatives()) {
                return true;
            }
            decisions.removeLast();
        }
        return false;
    }

    private static boolean nextProcess(Decision decision) {
        if (decision.process() >= 0) {
            decision.putToSleep(decision.process(), decision.footprint);
        }
        decision.footprint = 0;
        decision.answer = decision.awake();
        return decision.answer >= 0;
    }

    private void endStep() {
        if (step != null) {
            step.footprint |= footprint;
        }
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
            inherit(decision);
            int awake = decision.awake();
            if (awake < 0 && !candidates.isEmpty()) {
                step = null;
                throw Cut.CUT;
            }
            decision.answer = Math.max(awake, 0);
            decisions.add(decision);
        }
        at++;
        step = decision;
        footprint = 0;
        mover = candidates.isEmpty() ? null : candidates.get(decision.answer);
    }

    /** Who slept before the step that has just ended, and does not mind it, sleeps on. */
    private void inherit(Decision next) {
        if (step != null) {
            for (int i = 0; i < step.sleepers; i++) {
                if (step.asleep[i] != step.process() && commute(step.footprints[i], footprint)) {
                    next.putToSleep(step.asleep[i], step.footprints[i]);
                }
            }
        }
    }

    static boolean commute(long one, long other) {
        return (one & other) == 0 && one >= 0 && other >= 0;
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
    public void touched(Shared what) {
        super.touched(what);
        if (what == Shared.ANYTHING || what == Shared.EVERYTHING) {
            footprint |= ANYTHING;
        } else if (what != Shared.NOTHING) {
            footprint |= 3L << 2 * (number(what) % THINGS);
        }
    }

    @Override
    public void touched(Shared.Side what) {
        super.touched(what);
        footprint |= (orderSeen ? 3L : 1L << what.side()) << 2 * (number(what.whole()) % THINGS);
    }

    @Override
    public void happened(long now, Tasklet process, String channel, Object value) {
        super.happened(now, process, channel, value);
        events.add(EventText.of(channel, value));
        if (orderSeen) {
            footprint |= SEEN;
        }
    }
}
