package org.cspcheck.runtime.component;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.value.Symbol;

/**
 * The code of one process of a network: how to make it, and the states of it that have been met.
 *
 * <p>Two programs are never equal, and so neither are their states. Not safe for use by several threads.
 */
public final class Program {
    private static final int REMEMBERED = 1 << 20;
    private static final int WALKS = 8;
    private static final int LENGTH_OF_A_WALK = 100;

    private final String name;
    private final Maker maker;
    private final Channels channels;
    private final Alphabet alphabet;
    private final Span span;
    private final Vocabulary vocabulary;
    private final long unit;
    private final Map<Trail, ComponentState> states = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final Set<Integer> failureEvents = new HashSet<>();
    private ComponentState start;
    private SpecificationException fault;

    /** Makes a component, a new one for each run. */
    @FunctionalInterface
    public interface Maker {
        Component make() throws Exception;
    }

    /**
     * @param name of the process, different from that of every other in its network
     * @param span of the entry that runs it, for messages; may be null
     * @param unit of virtual time, in nanoseconds; times are rounded up to whole units
     */
    public Program(String name, Maker maker, Channels channels, Alphabet alphabet, Span span, long unit) {
        this.name = name;
        this.maker = maker;
        this.channels = channels;
        this.alphabet = alphabet;
        this.span = span;
        this.vocabulary = new Vocabulary(channels, alphabet, span);
        this.unit = unit;
    }

    public String name() {
        return name;
    }

    /** {@return the process, at its beginning; its code runs when its steps are asked for} */
    public Process process() {
        return new Process.Foreign(new Start(this));
    }

    /** {@return the state in which the code waits for the first time} */
    ComponentState begin() {
        requireFaithful();
        if (start == null) {
            start = Execution.from(this, Trail.START);
            walk();
        }
        return start;
    }

    /** {@return the events that stand for exceptions of this process; more are met as its states are} */
    public EventSet exceptions() {
        return new Exceptions(this);
    }

    private record Exceptions(Program program) implements EventSet {
        @Override
        public boolean contains(int event) {
            return program.failureEvents.contains(event);
        }

        @Override
        public int[] members() {
            return program.failureEvents.stream().mapToInt(Integer::intValue).sorted().toArray();
        }
    }

    /** Looks whether the code does the same when its run is not given up all the time. */
    private void walk() {
        for (int seed = 0; seed < WALKS; seed++) {
            Execution.walk(this, LENGTH_OF_A_WALK, seed);
        }
    }

    /** Runs the code. */
    void start(Turns turns) throws Exception {
        maker.make().run(new Events(vocabulary, turns));
    }

    /** Runs the code with a vocabulary of its own: other threads may be exploring meanwhile. */
    void enact(Enactment turns) throws Exception {
        Component component = maker.make();
        turns.madeOf(component.getClass().getClassLoader());
        component.run(new Events(new Vocabulary(channels, alphabet, span), turns));
    }

    /** {@return the state with this trail} It has been met before, or becomes known now. */
    ComponentState state(Trail trail, Situation situation) {
        ComponentState known = states.get(trail);
        if (known == null) {
            if (states.size() >= REMEMBERED) {
                states.clear();
            }
            known = new ComponentState(this, trail, situation);
            states.put(trail, known);
        } else if (!known.situation().equals(situation)) {
            throw differs(known.situation().toString(), situation.toString());
        }
        return known;
    }

    /** {@return the event that stands for this exception} */
    int failure(String what) {
        return failures.computeIfAbsent(what, text -> {
            int event = alphabet.number(Symbol.channel("exception in " + name + ": " + text).bare());
            failureEvents.add(event);
            return event;
        });
    }

    /** {@return a time in nanoseconds, rounded up to whole units} */
    long rounded(long nanos) {
        return Math.ceilDiv(nanos, unit) * unit;
    }

    String describe(Throwable thrown) {
        String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return thrown.getClass().getSimpleName() + message + CodePlace.of(thrown);
    }

    // ---- mistakes of the code

    /** {@return what to throw} Code that does not do the same again is never believed again, wherever in the network it was found out. */
    SpecificationException refused(Mistake mistake) {
        var refusal = new SpecificationException(mistake.diagnostic());
        if (List.of("CSP0724", "CSP0725").contains(mistake.diagnostic().code())) {
            fault = refusal;
        }
        return refusal;
    }

    void requireFaithful() {
        if (fault != null) {
            throw fault;
        }
    }

    Mistake differs(String before, String now) {
        return new Mistake(Diagnostic.error("CSP0724", span, name + " does not do the same again: before it came to " + before + ", now to " + now
                        + CodePlace.current())
                .because("the code was run again with the same answers; it uses a clock, chance, or something that outlives the run")
                .tryThis("ask the network: `events.choose(n)` for chance, `after` for time; keep what a loop remembers in its value"));
    }

    Mistake changed(Object value) {
        return new Mistake(Diagnostic.error("CSP0725", span, name + " changed the value of its loop after the head: " + value
                        + CodePlace.current())
                .because("the value at the head of a loop is the whole state of the process, so it must not change")
                .tryThis("a record, or an immutable collection such as `List.copyOf(..)`, and a new one for each round"));
    }

    Mistake spins() {
        return new Mistake(Diagnostic.error("CSP0726", span, name + " goes round its loop without an event" + CodePlace.current())
                .because("a loop that performs nothing never lets anybody else run"));
    }

    void requireValue(Object value) {
        LoopValues.reject(value).ifPresent(why -> {
            throw new Mistake(Diagnostic.error("CSP0725", span, name + " has a loop over " + why + CodePlace.current())
                    .because("states are compared by these values, and this one is equal to no other")
                    .tryThis("a record, an enum, a number, a text, or an immutable collection of these; or write `equals` and `hashCode`"));
        });
    }
}
