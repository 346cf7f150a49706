package org.cspcheck.runtime.component;

import java.time.Duration;
import java.util.List;
import org.cspcheck.runtime.component.Situation.Chooses;
import org.cspcheck.runtime.component.Situation.Offers;
import org.cspcheck.runtime.library.Csp.LoopStep;

/**
 * What a {@link Component} says.
 *
 * <p>Channels are those of the spec, by name. Fields are given as int, long, boolean, text (the name of a constructor, as CSPm writes it), enum
 * constant, list, set, or as a value of CSPm.
 */
public final class Events {
    private final Vocabulary vocabulary;
    private final Turns turns;

    Events(Vocabulary vocabulary, Turns turns) {
        this.vocabulary = vocabulary;
        this.turns = turns;
    }

    /** Offers one event and waits until it has happened: {@code picks.0.1} is {@code perform("picks", 0, 1)}. */
    public void perform(String channel, Object... fields) throws Exception {
        receive(channel, fields);
    }

    /** Offers all events of a channel that begin with the given fields and waits until one has happened; {@return the other fields} */
    public Fields receive(String channel, Object... prefix) throws Exception {
        Communication communication = vocabulary.communication(channel, prefix);
        return communication.fields().get(turns.offer(new Offers(List.of(communication), Offers.NEVER)));
    }

    /** {@return a choice between events, to which branches are added} */
    public <T> Choice<T> choice() {
        return new Choice<>(vocabulary, turns);
    }

    /** {@return one of 0 .. alternatives-1; which one is open} */
    public int choose(int alternatives) throws Exception {
        if (alternatives < 1) {
            throw new IllegalArgumentException("choose(" + alternatives + "): there must be an alternative");
        }
        return alternatives == 1 ? 0 : turns.choose(new Chooses(alternatives));
    }

    public void sleep(Duration time) throws Exception {
        turns.offer(new Offers(List.of(), Choice.nanos(time)));
    }

    /**
     * Runs a loop over a value, which at the head of the loop is the whole state of the process.
     *
     * <p>The value is immutable and has an equality of its own: a record, an enum constant, a number, a text, or an immutable collection of
     * these. What a round needs from the round before must be in it.
     *
     * @param step from one value to the next; null ends the loop
     */
    public <S> void loop(S initial, LoopStep<S> step) throws Exception {
        int entry = turns.enter();
        @SuppressWarnings("unchecked") // the heads of this loop are what its own steps returned
        S state = (S) turns.first(initial);
        while (true) {
            S next = step.next(state);
            if (next == null) {
                return;
            }
            turns.again(entry, next);
            state = next;
        }
    }

    /** Runs a loop that has nothing to remember. */
    public void forever(Round round) throws Exception {
        loop("", same -> {
            round.go();
            return same;
        });
    }

    /** One round of a loop without a value. */
    @FunctionalInterface
    public interface Round {
        void go() throws Exception;
    }
}
