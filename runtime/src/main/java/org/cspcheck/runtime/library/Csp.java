package org.cspcheck.runtime.library;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Scheduler;

/** What a process says, for static import. */
public final class Csp {
    private Csp() {}

    /** {@return a behaviour with a name} */
    public static Behaviour process(String name, Behaviour behaviour) {
        return behaviour.named(name);
    }

    /** Runs the branches in parallel and returns when all have ended; throws {@link org.cspcheck.runtime.Failure} if one failed. */
    public static void par(Behaviour... branches) {
        Par.run(Arrays.asList(branches), 0);
    }

    public static void par(List<? extends Behaviour> branches) {
        Par.run(branches, 0);
    }

    /** As {@link #par}; each branch runs only while the branches before it cannot. */
    public static void priPar(Behaviour... branches) {
        Par.run(Arrays.asList(branches), 1);
    }

    /**
     * PLACED PAR: as {@link #par}, with the first branch on the first processor, the second on the second, and so on round and round.
     *
     * <p>Branches on different processors run at the same time and meet by {@link org.cspcheck.runtime.channel.Channel#link} alone. On
     * one processor, and in simulated time, this is {@link #par}.
     */
    public static void placedPar(Behaviour... branches) {
        Par.place(Arrays.asList(branches));
    }

    public static void placedPar(List<? extends Behaviour> branches) {
        Par.place(branches);
    }

    /** {@return one of 0 .. alternatives-1; which one is for the policy to say} */
    public static int choose(int alternatives) {
        return choose("", alternatives);
    }

    public static int choose(String about, int alternatives) {
        return Scheduler.current().choose(about, alternatives);
    }

    /** Lets the other ready processes run first. */
    public static void giveWay() {
        Scheduler.current().giveWay();
    }

    /** {@return the time on the network's clock, in nanoseconds} */
    public static long now() {
        return Scheduler.current().now();
    }

    public static void sleep(Duration time) {
        Sleep.forTime(time.toNanos());
    }

    /** @param when on the network's clock, in nanoseconds */
    public static void sleepUntil(long when) {
        now();
        Sleep.until(when);
    }

    /**
     * A process as a loop over a value.
     *
     * <p>At the head of the loop the value is the whole state of the process: that is what makes it comparable, and what saving needs.
     *
     * @param step from one value to the next; null ends the loop
     */
    public static <S> void loop(S initial, LoopStep<S> step) throws Exception {
        var self = Scheduler.current().self();
        self.enterLoop();
        try {
            for (S state = self.loopsFrom(initial); state != null; state = step.next(state)) {
                self.atLoopHead(state);
            }
        } finally {
            self.leaveLoop();
        }
    }

    /** One round of a loop. */
    @FunctionalInterface
    public interface LoopStep<S> {
        S next(S state) throws Exception;
    }
}
