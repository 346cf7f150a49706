package org.cspcheck.explorer.schedule;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.runtime.ChoicePoint;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.EventSink;
import org.cspcheck.runtime.Network;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Probe;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.Tasklet;

/**
 * Leads a network through one run after the other: answers its choice points and follows what it does.
 *
 * <p>Processes and shared things are known by numbers, in the order in which a run makes them; two runs with the same answers so far have
 * given out the same numbers, if the code is deterministic. {@code digest} sums up what a run has done so far in a way that can be compared
 * with another run: a difference between two runs with the same answers is a fault of the network's code.
 */
abstract class Course implements Oracle, Probe, Probe.Loops, EventSink {
    /** Stops a run that has nothing new to show. */
    static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1;
        static final Cut CUT = new Cut();

        private Cut() {
            super(null, null, false, false);
        }
    }

    /** What a course knows of a process; kept with the process. */
    static class Known {
        final int number;

        Known(int number) {
            this.number = number;
        }
    }

    /** A shared thing of the present run. */
    static final class Thing {
        /** In the order in which they are made, or used first. */
        final int number;
        /** What {@link Histories} calls it in all runs; 0 if it was not made known. */
        int name;

        Thing(int number) {
            this.number = number;
        }
    }

    final Schedules subject;
    Scheduler scheduler;
    int digest;
    final Map<Shared, Thing> things = new IdentityHashMap<>();
    private Shared recent;
    private Thing recently;
    private int processes;
    private int turns;

    Course(Schedules subject) {
        this.subject = subject;
    }

    /** Runs the network once; {@return how it ended; null if the run was cut short} */
    final Ending run() {
        digest = 0;
        processes = 0;
        turns = 0;
        things.clear();
        recent = null;
        scheduler = new Scheduler(subject.settings(this));
        Network network = scheduler.start(subject.name(), subject.network());
        try {
            scheduler.run();
        } catch (Cut cut) {
            return null;
        }
        return network.ending().orElseThrow();
    }

    /** Counts a turn; a run may be endless. */
    final void turn() {
        if (++turns > subject.bounds().turns()) {
            tooLong();
            throw Cut.CUT;
        }
    }

    /** The run has more turns than it may have, and is cut short. */
    abstract void tooLong();

    Known known(int number, Tasklet process, Tasklet parent) {
        return new Known(number);
    }

    static int number(Tasklet process) {
        return ((Known) process.memory()).number;
    }

    @Override
    public void started(Tasklet process, Tasklet parent) {
        process.remember(known(processes++, process, parent));
    }

    @Override
    public void resumed(Tasklet process) {}

    @Override
    public void timing(ChoicePoint.TimerOrder order, List<Tasklet> ready) {
        deciding(List.of());
    }

    @Override
    public void coming(Tasklet process) {
        deciding(List.of(process));
    }

    /** {@return what is known of a thing in this run} */
    final Thing thing(Shared shared) {
        if (shared != recent) {
            recent = shared;
            recently = things.get(shared);
            if (recently == null) {
                recently = new Thing(things.size());
                things.put(shared, recently);
            }
        }
        return recently;
    }

    final int number(Shared thing) {
        return thing(thing).number;
    }

    @Override
    public void made(Shared what) {
        number(what);
    }

    /** {@return whether it was made known, or used, in this run} */
    final boolean isMade(Shared thing) {
        return things.containsKey(thing);
    }

    @Override
    public void touched(Shared what) {
        digest = 31 * digest + (what == Shared.ANYTHING || what == Shared.EVERYTHING || what == Shared.TIME ? -1 : what == Shared.NOTHING ? -2 : 2 * number(what));
    }

    @Override
    public void touched(Shared.Side what) {
        digest = 31 * digest + 2 * number(what.whole()) + what.side();
    }

    @Override
    public void happened(long now, Tasklet process, String channel, Object value) {
        int plain = switch (value) {
            case String text -> text.hashCode();
            case Number number -> number.hashCode();
            case null, default -> 0;
        };
        digest = 31 * (31 * digest + channel.hashCode()) + plain;
    }

    @Override
    public void learned(Tasklet process, Object what) {}

    @Override
    public Loops loops() {
        return this;
    }

    @Override
    public void entered(Tasklet process) {}

    @Override
    public void atHead(Tasklet process, Object value) {}

    @Override
    public void left(Tasklet process) {}

    /** {@return whether these are the processes with these numbers, in this order} */
    static boolean same(List<Tasklet> candidates, int[] numbers) {
        if (candidates.size() != numbers.length) {
            return false;
        }
        for (int i = 0; i < numbers.length; i++) {
            if (number(candidates.get(i)) != numbers[i]) {
                return false;
            }
        }
        return true;
    }

    static int[] numbers(List<Tasklet> candidates) {
        int[] numbers = new int[candidates.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(candidates.get(i));
        }
        return numbers;
    }
}
