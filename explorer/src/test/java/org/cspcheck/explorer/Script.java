package org.cspcheck.explorer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.Verdict;

/** Events and recursive definitions by name, and checks of them: what a test needs to say processes. */
public final class Script {
    public final Alphabet alphabet = new Alphabet();
    private final Map<String, Symbol> channels = new HashMap<>();
    private final Map<String, Supplier<Process>> definitions = new HashMap<>();

    public int event(String name) {
        return alphabet.number(channels.computeIfAbsent(name, Symbol::channel).bare());
    }

    public EventSet events(String... names) {
        return EventSet.of(Stream.of(names).mapToInt(this::event).toArray());
    }

    public List<Integer> trace(String... names) {
        return Stream.of(names).map(this::event).toList();
    }

    public void define(String name, Supplier<Process> process) {
        definitions.put(name, process);
    }

    /** {@return a call of the definition with this name, which may follow later} */
    public Process call(String name) {
        return new Call(new Definition(this, name));
    }

    private record Definition(Script script, String name) implements Body {
        @Override
        public Process unfold() {
            return script.definitions.get(name).get();
        }
    }

    /** {@return the events one after the other, then {@code last}} */
    public Process then(Process last, String... names) {
        Process process = last;
        for (int i = names.length - 1; i >= 0; i--) {
            process = Process.prefix(event(names[i]), process);
        }
        return process;
    }

    public Process then(String last, String... names) {
        return then(call(last), names);
    }

    public static Process external(Process... operands) {
        return new ExternalChoice(List.of(operands));
    }

    public static Process internal(Process... operands) {
        return new InternalChoice(List.of(operands));
    }

    public static Process interleave(Process... operands) {
        return new InterfaceParallel(List.of(operands), EventSet.EMPTY);
    }

    public static Process together(EventSet together, Process... operands) {
        return new InterfaceParallel(List.of(operands), together);
    }

    /** {@return the named processes in parallel, each on its alphabet} */
    public Process network(Map<String, EventSet> parts) {
        return new AlphabetisedParallel(
                parts.keySet().stream().map(this::call).toList(), List.copyOf(parts.values()));
    }

    public static Process hide(Process process, EventSet hidden) {
        return new Hide(process, hidden);
    }

    public Outcome check(Process subject, Property property) {
        return check(subject, property, Limits.NONE);
    }

    public Outcome check(Process subject, Property property, Limits limits) {
        return check(subject, property, limits, Options.DEFAULT);
    }

    public Outcome check(Process subject, Property property, Limits limits, Options options) {
        var check = new Check("check", "check", subject, property, false, true, Optional.empty(), Limits.NONE);
        return new Explorer(alphabet, options).check(check, limits, Progress.SILENT, () -> false);
    }

    public boolean holds(Process subject, Property property) {
        return switch (check(subject, property).verdict()) {
            case Verdict.Holds v -> true;
            case Verdict.Fails v -> false;
            case Verdict.Inconclusive v -> throw new AssertionError(v);
            case Verdict.Erroneous v -> throw new AssertionError(v);
        };
    }

    public Counterexample counterexample(Process subject, Property property) {
        return switch (check(subject, property).verdict()) {
            case Verdict.Fails(Optional<Counterexample> counterexample) -> counterexample.orElseThrow();
            case Verdict other -> throw new AssertionError(other);
        };
    }

    public static Stream<Integer> upTo(int n) {
        return IntStream.range(0, n).boxed();
    }
}
