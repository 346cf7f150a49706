package org.cspcheck.cli.run;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.runtime.Poisoned;
import org.cspcheck.runtime.boundary.Feed;
import org.cspcheck.runtime.boundary.Inlet;
import org.cspcheck.runtime.term.Neighbour;
import org.cspcheck.runtime.term.Party;
import org.cspcheck.specs.Production;

/**
 * A channel whose values come from a feed, such as the lines of a stream, as CSPm expressions.
 *
 * <p>A value that the channel does not have is told, and the next one counts. Values are numbered from 1, as lines are.
 */
final class Supply implements Neighbour {
    private static final int READ_AHEAD = 64;

    private final String name;
    private final String origin;
    private final Production.Binding binding;
    private final Feed feed;
    private final Consumer<Diagnostic> complaints;
    private final Delivery.Broken broken;
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private Inlet<Source> inlet;
    private boolean ended;

    /** @param origin where values come from, for messages: "<stdin>, line" */
    Supply(String name, String origin, Production.Binding binding, Feed feed, Consumer<Diagnostic> complaints, Delivery.Broken broken) {
        this.name = name;
        this.origin = origin;
        this.binding = binding;
        this.feed = feed;
        this.complaints = complaints;
        this.broken = broken;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public EventSet events() {
        return binding.events();
    }

    /** {@return whether there will be no more values} */
    boolean ended() {
        return ended;
    }

    /** {@return the values that came in and that the network has not taken} */
    List<String> waiting() {
        return List.copyOf(waiting);
    }

    @Override
    public void run(Party party) {
        inlet = Inlet.silent(name, READ_AHEAD);
        Thread.ofPlatform().daemon().name(name).start(this::read);
        try {
            int event = 0;
            while (event != Party.NOTHING) {
                Source value = inlet.read();
                try {
                    event = party.offer(binding.event(value));
                } catch (SpecificationException mistake) {
                    complaints.accept(mistake.diagnostic());
                }
                waiting.poll();
            }
        } catch (Poisoned over) {
            ended = true;
        } finally {
            inlet.close();
        }
    }

    private void read() {
        try {
            int number = 0;
            for (Object value = feed.next(); value != null; value = feed.next()) {
                number++;
                String text = value.toString().strip();
                if (!text.isEmpty()) {
                    waiting.add(text);
                    inlet.send(Source.of(origin + " " + number, text));
                }
            }
        } catch (InterruptedException | Poisoned over) {
            // The network has ended.
        } catch (Exception failure) {
            broken.because(name, failure);
        }
        inlet.close();
    }

    @Override
    public void close() {
        if (inlet != null) {
            inlet.close();
        }
    }
}
