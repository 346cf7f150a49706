package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.runtime.ChoicePoint;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.EventSink;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.Snapshot;

/** What happened in a run of a term: how it ended, the events with who made them happen, and who waits for what in the end. */
record Course(String ending, List<String> events, List<String> places) {
    static final int MOST_EVENTS = 60;

    /** Asked, and always for the first: the order is the default one, and yet the tables stand aside. */
    static final Oracle ASKED = (ChoicePoint point) -> 0;

    /** Long runs are cut off. */
    static Course of(Alphabet alphabet, Process term, Oracle oracle) {
        var events = new ArrayList<String>();
        var scheduler = new Scheduler[1];
        EventSink sink = (now, process, channel, value) -> {
            if (events.size() < MOST_EVENTS) {
                events.add(process.place() + ":" + channel);
            } else {
                scheduler[0].stop();
            }
        };
        scheduler[0] = new Scheduler(Settings.simulated(oracle).with(sink).livelockAfter(500)); // nothing to be seen, for ever, is cut off too
        return ended(scheduler[0], alphabet, term, events);
    }

    /** The same without anybody who looks on; a term that goes on for ever does not come back. */
    static Course unseen(Alphabet alphabet, Process term, Oracle oracle) {
        return ended(new Scheduler(Settings.simulated(oracle)), alphabet, term, List.of());
    }

    private static Course ended(Scheduler scheduler, Alphabet alphabet, Process term, List<String> events) {
        var network = scheduler.start("net", TermNetwork.of(new FiringRules(), alphabet, term));
        scheduler.run();
        Ending ending = network.ending().orElseThrow();
        List<String> places = ending instanceof Ending.Deadlocked(Snapshot state)
                ? state.processes().stream().map(process -> process.path() + " " + process.waitsFor() + " on " + process.on()).toList()
                : List.of();
        return new Course(ending.getClass().getSimpleName(), events, places);
    }
}
