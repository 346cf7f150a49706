package org.cspcheck.specs;

import java.util.Optional;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.specs.evaluate.Evaluation;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.types.TypeCheck;
import org.cspcheck.specs.yaml.SpecFile;

/**
 * {@code trace:}, parsed; what it says in CSPm is evaluated when a log is read.
 *
 * @param mapping how a line becomes an event
 * @param against the process that must allow the log; empty for the network
 */
public record TraceSection(SpecFile.Trace mapping, Optional<Expression> ignore, Optional<Expression> against) {
    /** A spec that does not say. */
    public static final TraceSection DEFAULT = new TraceSection(SpecFile.Trace.DEFAULT, Optional.empty(), Optional.empty());

    void check(TypeCheck types) {
        ignore.ifPresent(events -> types.events(events, "what is ignored is a set of events"));
        against.ifPresent(process -> types.process(process, "a log is compared with a process"));
    }

    /** {@return the events that are passed over} */
    public EventSet ignored(Evaluation evaluation) {
        return ignore.map(evaluation::events).orElse(EventSet.EMPTY);
    }
}
