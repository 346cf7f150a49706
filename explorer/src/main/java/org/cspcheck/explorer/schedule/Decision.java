package org.cspcheck.explorer.schedule;

import java.util.Arrays;

/**
 * A choice point of the present run, and what is known of its answers.
 *
 * <p>If it is about who goes on, it is a step as well: what the process does from here to the next such decision. No candidate at all: a timer
 * may fire, by an answer that is a decision of its own.
 *
 * <p>Invariants. A process that sleeps is never planned, and is not taken: all that can follow was explored. Who was planned and explored sleeps.
 */
final class Decision {
    final Offer offer;
    /** Whether it is about who goes on. */
    final boolean turn;
    int answer;

    // ---- whom to take; of a turn alone
    private final boolean[] planned;
    private boolean all;
    private int[] asleep = new int[4];
    private Footprint[] footprints = new Footprint[4];
    private int sleepers;

    // ---- the step by the present answer
    /** What it uses in all runs together. */
    private Footprint footprint;
    /** What it uses in the present run; null until it is done. */
    Footprint used;
    int priority;
    /** Whether the process only comes to its next operation, which nobody sees: then this is a part of the step that let it go on. */
    boolean comes;
    /** The thing of which it uses one side and no more; negative if it is not like that. */
    int thing;
    int side;
    /** How far back at the other side is the operation that this one awaits; and the step that was. Negative if there is none. */
    int awaited;
    int partner;
    /** The steps that happened before: a bit for each. */
    long[] past;

    Decision(Offer offer, boolean turn) {
        this.offer = offer;
        this.turn = turn;
        this.planned = turn ? new boolean[offer.numbers().length] : null;
    }

    /** {@return the number of the process that goes on; negative if none does} */
    int process() {
        return offer.numbers().length == 0 ? -1 : offer.numbers()[answer];
    }

    boolean ofTimers() {
        return offer.numbers().length == 0;
    }

    /** {@return the place of the process among the candidates; negative if it is none} */
    int candidate(int process) {
        for (int i = 0; i < planned.length; i++) {
            if (offer.numbers()[i] == process) {
                return i;
            }
        }
        return -1;
    }

    boolean isPlanned(int candidate) {
        return planned[candidate];
    }

    void plan(int candidate) {
        planned[candidate] = true;
    }

    /** Whoever is awake is to be taken. */
    void planAll() {
        all = true;
    }

    boolean plansAll() {
        return all;
    }

    /** Plans the first candidate who is awake and answers so; {@return whether there is one, or nobody to be asked for} */
    boolean begin() {
        for (int i = 0; i < planned.length; i++) {
            if (!sleeps(offer.numbers()[i])) {
                planned[i] = true;
                answer = i;
                return true;
            }
        }
        return planned.length == 0;
    }

    /** The present answer is explored; {@return whether another one is to be} */
    boolean next() {
        if (!turn) {
            return ++answer < offer.alternatives();
        }
        if (planned.length > 0) {
            putToSleep(process(), footprint);
        }
        footprint = null;
        for (int i = 0; i < planned.length; i++) {
            if ((all || planned[i]) && !sleeps(offer.numbers()[i])) {
                planned[i] = true;
                answer = i;
                return true;
            }
        }
        return false;
    }

    boolean sleeps(int process) {
        for (int i = 0; i < sleepers; i++) {
            if (asleep[i] == process) {
                return true;
            }
        }
        return false;
    }

    private void putToSleep(int process, Footprint footprint) {
        if (sleepers == asleep.length) {
            asleep = Arrays.copyOf(asleep, 2 * sleepers);
            footprints = Arrays.copyOf(footprints, 2 * sleepers);
        }
        asleep[sleepers] = process;
        footprints[sleepers++] = footprint;
    }

    /** Who slept before a step and does not mind it sleeps on. */
    void inherit(Decision step) {
        for (int i = 0; i < step.sleepers; i++) {
            if (step.asleep[i] != step.process() && step.footprints[i].commutes(step.used)) {
                putToSleep(step.asleep[i], step.footprints[i]);
            }
        }
    }

    /** The step is done, and used this. */
    void uses(Footprint what) {
        used = new Footprint(what);
        if (footprint == null) {
            footprint = used;
        } else {
            footprint = new Footprint(footprint);
            footprint.addAll(used);
        }
        all |= used.isAnything(); // it may keep others from going on
    }

    /** The step lets a process go on whose timer could have fired: no race shows that, if the process does nothing any more. */
    void takesTimersOf(int process) {
        int candidate = candidate(process);
        if (candidate >= 0 && !sleeps(process)) {
            planned[candidate] = true;
        }
    }

    /** {@return whether it is about timers, and none fired} */
    boolean isIdle() {
        return ofTimers() && !used.isAnything();
    }
}
