package org.cspcheck.cli.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.runtime.Snapshot;
import org.cspcheck.runtime.boundary.Feed;
import org.cspcheck.runtime.boundary.Sink;
import org.cspcheck.runtime.term.Neighbour;
import org.cspcheck.specs.Production;

/** Where the boundary channels of a network lead. */
public final class Boundary {
    private static final String JAVA = "java:";

    private final List<Supply> supplies = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Streams streams;
    private final Map<String, List<String>> first;
    private final ClassLoader classes;
    private final Consumer<Diagnostic> complaints;
    private volatile Failed failed;

    /** The streams of the process. */
    public record Streams(InputStream in, PrintStream out, PrintStream err) {}

    /** A channel that could not go on. */
    record Failed(String channel, Exception reason) {}

    /**
     * @param first values that come before all others, by input
     * @throws SpecificationException if a class cannot be used, or two channels want the same lines
     */
    public Boundary(
            List<Production.Binding> bindings,
            Alphabet alphabet,
            Streams streams,
            ClassLoader classes,
            Map<String, List<String>> first,
            Consumer<Diagnostic> complaints) {
        this.streams = streams;
        this.first = first;
        this.classes = classes;
        this.complaints = complaints;
        Map<String, List<Production.Binding>> printed = new LinkedHashMap<>();
        for (Production.Binding binding : bindings) {
            switch (binding.target().text()) {
                case "stdin" -> supplies.add(lines(binding));
                case "stdout", "stderr" ->
                    printed.computeIfAbsent(binding.target().text(), _ -> new ArrayList<>()).add(binding);
                default -> javaClass(binding, alphabet);
            }
        }
        printed.forEach((target, bound) -> deliveries.add(new Delivery(
                target, bound, alphabet, new Lines(target.equals("stdout") ? streams.out() : streams.err()), this::broken)));
    }

    List<Neighbour> neighbours() {
        var all = new ArrayList<Neighbour>(supplies);
        all.addAll(deliveries);
        return all;
    }

    /** {@return whether a class or stream failed} */
    Failed failed() {
        return failed;
    }

    private void broken(String channel, Exception reason) {
        failed = new Failed(channel, reason);
    }

    /** Waits until what was handed to the outside is written. */
    void drain(long millis) {
        deliveries.forEach(delivery -> delivery.drain(millis));
    }

    /** {@return the values that came in and were not taken, by input} */
    Map<String, List<String>> waiting() {
        Map<String, List<String>> waiting = new LinkedHashMap<>();
        supplies.forEach(supply -> {
            if (!supply.waiting().isEmpty()) {
                waiting.put(supply.name(), supply.waiting());
            }
        });
        return waiting;
    }

    /** {@return the inputs that came to an end and that processes which wait for good would go on with} */
    List<String> exhausted(Snapshot state) {
        return supplies.stream()
                .filter(Supply::ended)
                .map(Supply::name)
                .filter(name -> state.stuck().stream().anyMatch(process -> process.on().stream().anyMatch(other -> other.endsWith("/" + name))))
                .toList();
    }

    // ---- streams

    private Supply lines(Production.Binding binding) {
        if (supplies.stream().anyMatch(supply -> supply.name().endsWith(" from stdin"))) {
            throw new SpecificationException(Diagnostic.error("CSP0733", binding.target().whole(), "a second channel is bound to stdin")
                    .because("a line does not say which of the channels it is for")
                    .tryThis("bind one channel with a field that tells them apart"));
        }
        var in = new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
        return supply(binding.name() + " from stdin", "<stdin>, line", binding, in::readLine);
    }

    private Supply supply(String name, String origin, Production.Binding binding, Feed feed) {
        var before = new java.util.ArrayDeque<>(first.getOrDefault(name, List.of()));
        return new Supply(name, origin, binding, () -> before.isEmpty() ? feed.next() : before.poll(), complaints, this::broken);
    }

    /** One value a line. */
    private record Lines(PrintStream out) implements Delivery.Target {
        @Override
        public void accept(String value) {
            out.println(value);
        }

        @Override
        public void flush() throws IOException {
            if (out.checkError()) { // which flushes
                throw new IOException("nobody reads it any more");
            }
        }
    }

    // ---- classes

    private void javaClass(Production.Binding binding, Alphabet alphabet) {
        Source target = binding.target();
        String className = target.text().substring(JAVA.length());
        Object made = make(className, target);
        String name = binding.name() + (made instanceof Feed ? " from " : " to ") + className;
        switch (made) {
            case Feed feed -> supplies.add(supply(name, className + ", value", binding, feed));
            case Sink sink -> deliveries.add(new Delivery(name, List.of(binding), alphabet, sink::accept, this::broken));
            default -> throw new SpecificationException(Diagnostic.error("CSP0735", target.whole(), "the class " + className + " is neither a feed nor a sink")
                    .because("an input channel needs a class that implements " + Feed.class.getName() + ", an output channel one that implements "
                            + Sink.class.getName()));
        }
    }

    private Object make(String className, Source target) {
        try {
            return Class.forName(className, true, classes).getDeclaredConstructor().newInstance();
        } catch (ClassNotFoundException | LinkageError missing) {
            throw new SpecificationException(Diagnostic.error("CSP0735", target.whole(), "there is no class " + className)
                    .because("classes are looked for where --classpath says, and nowhere else")
                    .tryThis("csp-check run --classpath target/classes ..."));
        } catch (ReflectiveOperationException unusable) {
            Throwable why = unusable.getCause() == null ? unusable : unusable.getCause();
            throw new SpecificationException(Diagnostic.error("CSP0735", target.whole(), "no object of the class " + className + " can be made: " + why)
                    .because("it needs a public constructor without arguments"));
        }
    }
}
