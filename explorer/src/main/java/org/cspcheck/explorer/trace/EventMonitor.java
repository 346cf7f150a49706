package org.cspcheck.explorer.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.explorer.search.LimitReached;
import org.cspcheck.runtime.EventSink;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.log.EventText;

/**
 * Verifies a network while it runs: an {@link EventSink} that objects to the first event that the specification does not allow.
 *
 * <p>Events come one at a time, from whichever thread carries the network; this object's lock keeps readers of the verdict apart from them.
 */
public final class EventMonitor implements EventSink {
    /** How the run stands. */
    public sealed interface Standing {
        /** Every event so far was allowed. */
        record Allowed(long events) implements Standing {}

        /** An event was not allowed; {@code text} is how it was logged. */
        record Refused(String text, Optional<Refusal> refusal) implements Standing {}

        /** The specification could not be followed any further. */
        record Undecided(String reason) implements Standing {}
    }

    /** Told once, in the middle of the run, by the thread that carries it. */
    @FunctionalInterface
    public interface Objection {
        void raised(Standing standing);
    }

    private static final int MOST_REMEMBERED = 1 << 16;

    private final Session session;
    private final EventNumbers numbers;
    private final IntPredicate ignored;
    private final Objection objection;
    private final Map<String, Integer> remembered = new HashMap<>();
    private Standing standing = new Standing.Allowed(0);

    /**
     * @param ignored events that are passed over, such as those of channels that the specification is not about
     * @param objection called at the first event that is not allowed, or when no answer is possible any more
     */
    public EventMonitor(Session session, EventNumbers numbers, IntPredicate ignored, Objection objection) {
        this.session = session;
        this.numbers = numbers;
        this.ignored = ignored;
        this.objection = objection;
    }

    @Override
    public synchronized void happened(long now, Tasklet process, String channel, Object value) {
        if (standing instanceof Standing.Allowed) {
            String text = EventText.of(channel, value);
            standing = after(text, now);
            if (!(standing instanceof Standing.Allowed)) {
                objection.raised(standing);
            }
        }
    }

    private Standing after(String text, long now) {
        try {
            int event = number(text);
            if (event < 0) {
                return new Standing.Refused(text, Optional.empty());
            }
            return ignored.test(event) || session.accept(event, now)
                    ? new Standing.Allowed(session.events())
                    : new Standing.Refused(text, session.refusal());
        } catch (LimitReached limit) {
            return new Standing.Undecided(limit.reason());
        } catch (SpecificationException mistake) {
            return new Standing.Undecided(mistake.diagnostic().message());
        }
    }

    private int number(String text) {
        Integer known = remembered.get(text);
        if (known == null) {
            OptionalInt number = numbers.number(text);
            known = number.orElse(-1);
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            remembered.put(text, known);
        }
        return known;
    }

    /** {@return how the run stands now} */
    public synchronized Standing standing() {
        return standing;
    }

    /** {@return whether the run may end here} */
    public synchronized boolean mayEnd() {
        return standing instanceof Standing.Allowed && session.mayEnd();
    }
}
