package org.cspcheck.explorer.walk;

import java.util.List;
import org.cspcheck.explorer.explain.Participants;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.process.Step;

/** What somebody looks for in a state. */
public sealed interface Goal {
    /** Nothing can happen any more, and that is not termination. */
    record Deadlock() implements Goal {}

    /** The process can terminate. */
    record Terminates() implements Goal {}

    /** An event is possible, hidden or not, whose text is this, or begins with this and a dot: {@code picks.0} finds {@code picks.0.1}. */
    record Offers(String event) implements Goal {}

    /** {@return the goal that this text names} {@code deadlock}, {@code termination}, or else an event. */
    static Goal of(String text) {
        return switch (text.strip()) {
            case "deadlock" -> new Deadlock();
            case "termination", "tick" -> new Terminates();
            case String event -> new Offers(event);
        };
    }

    /** {@return whether a state with these steps is one} */
    default boolean isMet(List<Step> steps, boolean terminated, Alphabet alphabet) {
        return switch (this) {
            case Deadlock() -> steps.isEmpty() && !terminated;
            case Terminates() -> steps.stream().anyMatch(Step::isTick);
            case Offers(String wanted) -> steps.stream()
                    .flatMap(step -> Participants.seenInside(step).stream())
                    .map(alphabet::name)
                    .anyMatch(name -> name.equals(wanted) || name.startsWith(wanted + "."));
        };
    }
}
