package org.cspcheck.runtime.component;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cspcheck.runtime.component.Situation.Offers;

/**
 * A choice between events, made by whoever else takes part in them.
 *
 * {@snippet :
 * State next = events.<State>choice()
 *         .when(!state.isFull(), "put", in -> state.with(in.integer()))
 *         .when(!state.isEmpty(), "get", List.of(state.first()), out -> state.rest())
 *         .after(Duration.ofMillis(100), () -> state)
 *         .take();
 * }
 */
public final class Choice<T> {
    private final Vocabulary vocabulary;
    private final Turns turns;
    private final List<Communication> branches = new ArrayList<>();
    private final List<Then<T>> then = new ArrayList<>();
    private long timeout = Offers.NEVER;
    private Then<T> late;

    /** What to do once an event has happened. */
    @FunctionalInterface
    public interface Then<T> {
        T go(Fields fields) throws Exception;
    }

    /** What to do when the time is over. */
    @FunctionalInterface
    public interface Next<T> {
        T go() throws Exception;
    }

    Choice(Vocabulary vocabulary, Turns turns) {
        this.vocabulary = vocabulary;
        this.turns = turns;
    }

    /** Offers all events of a channel. */
    public Choice<T> on(String channel, Then<T> next) {
        return on(channel, List.of(), next);
    }

    /** Offers all events of a channel that begin with the given fields. */
    public Choice<T> on(String channel, List<?> prefix, Then<T> next) {
        branches.add(vocabulary.communication(channel, prefix.toArray()));
        then.add(next);
        return this;
    }

    /** As {@code on}, if the condition holds. */
    public Choice<T> when(boolean condition, String channel, Then<T> next) {
        return condition ? on(channel, next) : this;
    }

    /** As {@code on}, if the condition holds. */
    public Choice<T> when(boolean condition, String channel, List<?> prefix, Then<T> next) {
        return condition ? on(channel, prefix, next) : this;
    }

    /** Gives up waiting after a time; of several, the shortest counts. */
    public Choice<T> after(Duration time, Next<T> next) {
        long nanos = nanos(time);
        if (timeout == Offers.NEVER || nanos < timeout) {
            timeout = nanos;
            late = fields -> next.go();
        }
        return this;
    }

    /** Goes on if no event can happen at once. */
    public Choice<T> otherwise(Next<T> next) {
        return after(Duration.ZERO, next);
    }

    static long nanos(Duration time) {
        return Math.max(0, time.toNanos());
    }

    /** Waits until an event has happened or the time is over, and does what belongs to it; {@return what that returned} */
    public T take() throws Exception {
        int answer = turns.offer(new Offers(List.copyOf(branches), timeout));
        for (int i = 0; i < branches.size(); i++) {
            int events = branches.get(i).events().length;
            if (answer < events) {
                return then.get(i).go(branches.get(i).fields().get(answer));
            }
            answer -= events;
        }
        return late.go(null);
    }
}
