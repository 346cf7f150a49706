package org.cspcheck.specs.yaml;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.SemanticModel;

/**
 * What a spec says, section by section.
 *
 * <p>Each text is a source embedded in the file, so its places are the file's. What the sections mean together (whether a name is
 * defined, whether an event belongs to a channel) is not known here.
 *
 * @param source the whole file
 * @param name prose
 * @param about prose
 * @param imports paths as written, relative to the folder of the file
 * @param hide an event set, hidden from the network
 */
public record SpecFile(
        Source source,
        Optional<Source> name,
        Optional<Source> about,
        List<Source> imports,
        Optional<Source> define,
        Optional<Network> network,
        Optional<Source> hide,
        List<Check> checks,
        Limits limits,
        Optional<Time> time,
        Optional<Run> run,
        Optional<Trace> trace) {

    /** What runs in parallel. */
    public sealed interface Network {
        /** One process expression. */
        record Expression(Source text) implements Network {}

        /** Entries, composed on the events they share. */
        record Entries(List<Entry> entries) implements Network {}
    }

    /**
     * A process, or one for each binding of generators.
     *
     * @param source the text that names the body: the place for what concerns the whole entry
     * @param generators CSPm generators and conditions, after {@code for:}
     * @param name prose, shown in counterexamples
     * @param alphabet an event set; all events of the process when absent
     */
    public record Entry(
            Source source, Body body, Optional<Source> generators, Optional<Source> name, Optional<Source> alphabet) {}

    /** What an entry runs. */
    public sealed interface Body {
        /** A process expression. */
        record Cspm(Source process) implements Body {}

        /**
         * A class on the class path.
         *
         * @param specification a process that it must refine, in {@code model} (the strongest, when absent)
         */
        record Java(Source className, List<Source> arguments, Optional<Source> specification, Optional<SemanticModel> model)
                implements Body {}
    }

    /**
     * Something to decide.
     *
     * @param source the text that states it
     * @param name prose; the text itself stands in for it
     * @param expect what should come out
     */
    public record Check(
            Source source,
            Claim claim,
            Optional<Source> name,
            Optional<Source> about,
            Expectation expect,
            Optional<SemanticModel> model,
            Limits limits) {}

    /** What a check claims. */
    public sealed interface Claim {
        /** Of the network. */
        record DeadlockFree() implements Claim {}

        /** Of the network; also written {@code livelock free}. */
        record DivergenceFree() implements Claim {}

        /** Of the network. */
        record Deterministic() implements Claim {}

        /** Of the network's Java processes. */
        record ExceptionFree() implements Claim {}

        /** A CSPm assertion without the word {@code assert}. */
        record Assertion(Source text) implements Claim {}

        /** An event or a sequence of events that some run of the network performs. */
        record Can(Source eventOrTrace) implements Claim {}

        /** An event set of which no run of the network performs any. */
        record Never(Source eventSet) implements Claim {}
    }

    /** What a check should come out as. */
    public enum Expectation {
        HOLDS,
        FAILS
    }

    /**
     * Timed processes.
     *
     * @param unit the real time of one unit
     */
    public record Time(Optional<Duration> unit, Timers timers) {}

    /** When a due timer fires against other events. */
    public sealed interface Timers {
        /** Before anything else. */
        record Urgent() implements Timers {}

        /** Timers due within {@code window} of each other fire in any order. */
        record Race(Duration window) implements Timers {}

        /** At any time after it is due. */
        record Free() implements Timers {}
    }

    /**
     * Production mode.
     *
     * @param bind where boundary channels lead, by channel
     * @param policy how choices are made, by kind of choice
     * @param record the file of the event log
     * @param choices the file of the choice log
     * @param monitors processes that the run is verified against
     */
    public record Run(
            Map<String, Source> bind, Policy policy, Optional<Source> record, Optional<Source> choices, List<Source> monitors) {}

    /** How a run makes its choices; an absent one is made as the runtime does by default. */
    public record Policy(Optional<String> queue, Optional<String> alt, Optional<String> timers, OptionalLong seed) {
        public static final Policy DEFAULT =
                new Policy(Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty());
    }

    /**
     * How to read a recorded trace; the tool's own format when neither {@code event} nor {@code channel} is given.
     *
     * <p>A pointer names a member of a JSON object, a column of a CSV file by its title, or a named group of the pattern.
     *
     * @param format what a line is
     * @param pattern a regular expression with named groups, for lines of text
     * @param event pointer to the whole event
     * @param channel pointer to its channel
     * @param arguments pointers to its data
     * @param by pointer to the key of the session that a line belongs to; each session is verified by itself
     * @param process whose record a line is, where one log has those of several
     * @param rendezvous the number that all ends of one event record; its presence makes logs of several files be merged by it
     * @param unreadable what to do with lines that are no records
     * @param ignore an event set, skipped
     * @param against a process; {@code NETWORK} when absent
     * @param complete whether the end of the log must be an allowed end
     */
    public record Trace(
            LogFormat format,
            Optional<Source> pattern,
            Optional<Source> event,
            Optional<Source> channel,
            List<Source> arguments,
            Optional<Source> by,
            Optional<Source> process,
            Optional<Source> rendezvous,
            Unreadable unreadable,
            Optional<Source> ignore,
            Optional<Source> against,
            boolean complete) {
        /** The format that the runtime writes. */
        public static final Trace DEFAULT = new Trace(
                LogFormat.JSON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Unreadable.ERROR,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** What a line of a log is. */
    public enum LogFormat {
        JSON,
        CSV,
        TEXT
    }

    /** What a line that is no record means. */
    public enum Unreadable {
        /** The log or its mapping is wrong. */
        ERROR,
        /** Nothing. */
        SKIP,
        /** Events may be missing there. */
        GAP
    }
}
