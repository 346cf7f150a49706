package org.cspcheck.cli.run;

import java.util.List;
import java.util.Optional;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.value.Value;
import org.cspcheck.runtime.boundary.Outlet;
import org.cspcheck.runtime.boundary.Sink;
import org.cspcheck.runtime.term.Neighbour;
import org.cspcheck.runtime.term.Party;
import org.cspcheck.specs.Production;

/**
 * The channels whose values go to one sink, such as a stream; all of them together, so that the order is that of the events.
 *
 * <p>A slow sink holds back these channels and nothing else.
 */
final class Delivery implements Neighbour {
    private static final int AHEAD = 1024;

    private final String name;
    private final List<Production.Binding> bindings;
    private final Alphabet alphabet;
    private final Target target;
    private final Broken broken;
    private final EventSet events;
    private Thread writer;

    /** A sink that may hold values back until it is told that there are no more for the moment. */
    interface Target extends Sink {
        default void flush() throws Exception {}
    }

    /** Told when a value could not be delivered. */
    interface Broken {
        void because(String channel, Exception reason);
    }

    Delivery(String name, List<Production.Binding> bindings, Alphabet alphabet, Target target, Broken broken) {
        this.name = name;
        this.bindings = bindings;
        this.alphabet = alphabet;
        this.target = target;
        this.broken = broken;
        this.events = new Together(bindings.stream().map(Production.Binding::events).toList());
    }

    /** The events of several sets. */
    private record Together(List<EventSet> sets) implements EventSet {
        @Override
        public boolean contains(int event) {
            return sets.stream().anyMatch(set -> set.contains(event));
        }

        @Override
        public int[] members() {
            return sets.stream().flatMapToInt(set -> java.util.Arrays.stream(set.members())).sorted().distinct().toArray();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public EventSet events() {
        return events;
    }

    @Override
    public void run(Party party) {
        Outlet<String> outlet = Outlet.silent(name, AHEAD);
        writer = Thread.ofPlatform().daemon().name(name).start(() -> write(outlet));
        try {
            for (int event = party.accept(events); event != Party.NOTHING; event = party.accept(events)) {
                outlet.write(fields(event));
            }
        } finally {
            outlet.poison();
        }
    }

    private String fields(int event) {
        Value value = alphabet.value(event);
        Production.Binding bound =
                bindings.stream().filter(binding -> binding.events().contains(event)).findFirst().orElseThrow();
        return bound.fields(value);
    }

    private void write(Outlet<String> outlet) {
        try {
            for (Optional<String> line = outlet.receive(); line.isPresent(); line = outlet.receive()) {
                target.accept(line.get());
                if (outlet.isEmpty()) {
                    target.flush();
                }
            }
            target.flush();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            outlet.close();
            broken.because(name, failure);
        }
    }

    @Override
    public void close() {
        // The party is closed, which ends the loop; what was handed over is still written.
    }

    /** Waits until everything is written, but not for ever. */
    void drain(long millis) {
        try {
            if (writer != null) {
                writer.join(millis);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
