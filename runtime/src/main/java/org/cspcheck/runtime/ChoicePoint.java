package org.cspcheck.runtime;

import java.util.List;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;

/**
 * A moment at which something has to be decided, one of one or more alternatives.
 *
 * <p>Alternatives are listed in the order of the default policy: who always takes the first, number 0, runs processes first come first
 * served, fires timers by deadline, and lets each ALT select as its kind says. Lists are views of the scheduler's own tables, good until the
 * oracle has answered.
 */
public sealed interface ChoicePoint {
    /** {@return how many alternatives there are, at least one} */
    int alternatives();

    /** Which of its steps a term takes. */
    record NextStep(Process process, List<Step> steps) implements ChoicePoint {
        @Override
        public int alternatives() {
            return steps.size();
        }
    }

    /** Which ready process runs next; at a communication, the one that runs already is the first. */
    record QueueOrder(List<Tasklet> ready) implements ChoicePoint {
        @Override
        public int alternatives() {
            return ready.size();
        }
    }

    /**
     * Which ready branch an ALT takes.
     *
     * @param guards the numbers of the ready branches, as written, from 0
     */
    record AltSelection(Tasklet process, List<Integer> guards) implements ChoicePoint {
        @Override
        public int alternatives() {
            return guards.size();
        }
    }

    /**
     * Which of several timers fires first, or whether none does yet.
     *
     * @param due the timers, the earliest first
     * @param orProcesses whether the ready processes may go first: as the last alternative, or as the first if early
     * @param early whether no deadline has come yet, so that by default none fires while a process is ready
     */
    record TimerOrder(List<Timer> due, boolean orProcesses, boolean early) implements ChoicePoint {
        @Override
        public int alternatives() {
            return due.size() + (orProcesses ? 1 : 0);
        }

        /** {@return the timer that an answer stands for; null for none} */
        public Timer fires(int answer) {
            int timer = early && orProcesses ? answer - 1 : answer;
            return timer < 0 || timer == due.size() ? null : due.get(timer);
        }
    }

    /** Which way a specification goes that leaves it open ({@code |~|}), or which of its own steps it takes. */
    record InternalChoice(Tasklet process, List<Step> steps) implements ChoicePoint {
        @Override
        public int alternatives() {
            return steps.size();
        }
    }

    /** What a process asked for: {@code choose(n)}. */
    record UserChoice(Tasklet process, String about, int alternatives) implements ChoicePoint {}
}
