package org.cspcheck.model.verdict;

import java.util.List;
import java.util.Optional;

/**
 * A run that decides a check, for people: events are written as CSPm writes them.
 *
 * @param kind what goes wrong at its end
 * @param steps every step of the run
 * @param event the event that was not allowed, or that was both performed and refused, or what was thrown
 * @param offers what the process was ready for at the end
 * @param allowed what the specification allows at the end: for a trace the events, for a refusal each minimal acceptance
 * @param loop the steps of the cycle, for a divergence
 * @param second the other behaviour of a nondeterminism: the same trace, then {@code event} refused
 * @param waiting who waits for what at the end, for a deadlock
 * @param choices which of its steps the process takes at each point of the run, from 0 in the order of {@link
 *     org.cspcheck.model.process.FiringRules#steps}
 * @param recorded for an event of a log: where it stands, and who refused it
 */
public record Counterexample(
        Kind kind,
        List<TakenStep> steps,
        Optional<String> event,
        List<String> offers,
        List<List<String>> allowed,
        List<TakenStep> loop,
        Optional<List<TakenStep>> second,
        List<Waiting> waiting,
        List<Integer> choices,
        Optional<Recorded> recorded) {
    /** A run that no log has recorded. */
    public Counterexample(
            Kind kind,
            List<TakenStep> steps,
            Optional<String> event,
            List<String> offers,
            List<List<String>> allowed,
            List<TakenStep> loop,
            Optional<List<TakenStep>> second,
            List<Waiting> waiting,
            List<Integer> choices) {
        this(kind, steps, event, offers, allowed, loop, second, waiting, choices, Optional.empty());
    }

    /** What goes wrong. */
    public enum Kind {
        DEADLOCK("deadlock"),
        TRACE("trace"),
        REFUSAL("refusal"),
        DIVERGENCE("divergence"),
        NONDETERMINISM("nondeterminism"),
        FORBIDDEN_EVENT("forbidden-event"),
        /** A process throws what nobody catches; the event says who, and what. */
        EXCEPTION("exception"),
        NO_SUCH_RUN("no-such-run"),
        /** No fault: the run that a {@code can:} or a {@code has trace} asked for. */
        RUN("run");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** {@return the word for it in reports} */
        public String word() {
            return word;
        }
    }

    /**
     * One step of a run.
     *
     * @param event what an observer sees, {@code tau} and {@code tick} included
     * @param processes the names of the sequential processes that took part
     * @param hidden the visible event inside a tau, if it is one
     */
    public record TakenStep(String event, List<String> processes, Optional<String> hidden) {}

    /** A process at the end of a run, and each event that it is ready for. */
    public record Waiting(String process, List<Wish> wishes) {}

    /** An event that a process is ready for, and the processes that would have to agree and do not. */
    public record Wish(String event, List<String> missing) {}

    /**
     * The place in a log where it leaves the specification.
     *
     * @param position of the event among those of its session that the specification knows, from 1
     * @param whole whether the steps are everything the log has before it; else they are the last ones
     * @param lines where each of the steps stands
     * @param unreplayed why this was not replayed by other code than found it; empty if it was
     */
    public record Recorded(
            LogPlace place, long position, Optional<String> session, boolean whole, List<Refuser> refusers, List<LogPlace> lines,
            Optional<String> unreplayed) {}

    /** A line of a log. */
    public record LogPlace(String file, long line) {
        @Override
        public String toString() {
            return "line " + line + " of " + file;
        }
    }

    /**
     * A process of the specification that did not allow an event.
     *
     * @param offered what it would have allowed by itself
     * @param causes the last events that it took part in, the latest one last
     * @param path the shortest trace that leads it to where it stands, where one was found
     */
    public record Refuser(String process, List<String> offered, List<Cause> causes, Optional<List<String>> path) {}

    /** An event of the log. */
    public record Cause(String event, LogPlace place) {}

    /** {@return the visible events of the run, tick included} */
    public List<String> trace() {
        return steps.stream().map(TakenStep::event).filter(event -> !event.equals("tau")).toList();
    }
}
