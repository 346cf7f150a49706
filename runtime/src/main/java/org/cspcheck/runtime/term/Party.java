package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.Waiting;

/**
 * One of those who agree on events.
 *
 * <p>Invariant. {@code offered} is null unless its process waits; then it is sorted.
 */
public final class Party implements Waiting {
    private final Agreement agreement;
    private final String name;
    private final EventSet alphabet;
    private Tasklet process;
    private int[] offered;

    Party(Agreement agreement, String name, EventSet alphabet) {
        this.agreement = agreement;
        this.name = name;
        this.alphabet = alphabet;
    }

    Agreement agreement() {
        return agreement;
    }

    public String name() {
        return name;
    }

    /** Offers one event and waits until it has happened. */
    public void perform(int event) {
        offer(event);
    }

    /** Offers events and waits until one of them has happened; {@return that one} */
    public int offer(int... events) {
        agreement.scheduler.interleave(agreement);
        process = agreement.scheduler.self();
        List<Integer> possible = possible(events);
        if (!possible.isEmpty()) {
            int event = events[possible.get(agreement.scheduler.select(possible))];
            agreement.perform(event, this);
            agreement.scheduler.learned(event);
            return event;
        }
        offered = Arrays.stream(events).sorted().distinct().toArray();
        return (Integer) agreement.scheduler.suspend(this, null);
    }

    /** {@return the places in {@code events} of those that can happen at once} */
    private List<Integer> possible(int[] events) {
        var possible = new ArrayList<Integer>();
        for (int i = 0; i < events.length; i++) {
            if (canHappen(events[i])) {
                possible.add(i);
            }
        }
        return possible;
    }

    /** Performs an event that can happen at once. */
    void take(int event) {
        process = agreement.scheduler.self();
        agreement.perform(event, this);
    }

    boolean canHappen(int event) {
        if (!takesPart(event)) {
            throw new IllegalArgumentException(name + " offers " + agreement.name(event) + ", which is not in its alphabet");
        }
        return agreement.allOthersOffer(event, this);
    }

    boolean takesPart(int event) {
        return alphabet.contains(event);
    }

    boolean offers(int event) {
        return offered != null && Arrays.binarySearch(offered, event) >= 0;
    }

    IntStream offered() {
        return offered == null ? IntStream.empty() : Arrays.stream(offered);
    }

    void agreed(int event) {
        offered = null;
        agreement.scheduler.resume(process, event);
    }

    Tasklet process() {
        return process;
    }

    @Override
    public boolean abandon(Tasklet ended) {
        offered = null;
        return true;
    }

    @Override
    public Collection<Tasklet> on(Tasklet self) {
        return agreement.missing(this).stream().map(Party::process).filter(Objects::nonNull).toList();
    }

    @Override
    public boolean noticed() {
        return false;
    }

    @Override
    public String toString() {
        return "perform " + offered().mapToObj(agreement::name).collect(Collectors.joining(" or "));
    }
}
