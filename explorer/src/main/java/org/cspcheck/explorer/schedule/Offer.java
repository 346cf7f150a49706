package org.cspcheck.explorer.schedule;

import java.util.List;
import java.util.stream.Collectors;
import org.cspcheck.runtime.ChoicePoint;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.Timer;

/**
 * What stood open at a place of a run, to be compared with what stands open there when the run is repeated.
 *
 * @param digest sums up what happened before
 * @param numbers the processes among whom, or who, decide
 * @param alternatives how many answers there are
 * @param said for people
 */
record Offer(int digest, int[] numbers, int alternatives, Said said) {
    /** Says it when asked to. */
    @FunctionalInterface
    interface Said {
        String text();
    }

    static Offer ofTurn(int digest, List<Tasklet> candidates) {
        Tasklet[] who = candidates.toArray(Tasklet[]::new);
        return new Offer(digest, Course.numbers(candidates), Math.max(1, who.length), () -> turn(List.of(who)));
    }

    static String turn(List<Tasklet> who) {
        return "who goes on: " + who.stream().map(Tasklet::path).collect(Collectors.joining(", "));
    }

    static Offer of(int digest, ChoicePoint point) {
        String text = text(point);
        return new Offer(digest, new int[0], point.alternatives(), () -> text);
    }

    static String text(ChoicePoint point) {
        return switch (point) {
            case ChoicePoint.QueueOrder(var ready) -> turn(ready);
            case ChoicePoint.AltSelection(var process, var guards) -> process.path() + " selects among branches " + guards;
            case ChoicePoint.TimerOrder(var due, boolean orProcesses, boolean early) ->
                "which timer fires: " + (orProcesses && early ? "none yet, or " : "") + due.stream().map(Timer::toString).collect(Collectors.joining(", "))
                        + (orProcesses && !early ? ", or none yet" : "");
            case ChoicePoint.InternalChoice(var process, var steps) -> process.path() + " takes one of " + steps.size() + " steps by itself";
            case ChoicePoint.UserChoice(var process, String about, int n) -> process.path() + " chooses " + about + " of " + n;
            case ChoicePoint.NextStep(var _, var steps) -> "one of " + steps.size() + " steps";
        };
    }
}
