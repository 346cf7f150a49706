package org.cspcheck.explorer.trace;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cspcheck.explorer.normal.NormalForm;

/**
 * Where the processes of a specification stand after a trace, as a value: equal standings have the same future.
 *
 * <p>Good until a session of the same verifier accepts another event: nodes may be forgotten then.
 */
public final class Standing {
    private final TraceVerifier verifier;
    private final int[] nodes;

    private Standing(TraceVerifier verifier, int[] nodes) {
        this.verifier = verifier;
        this.nodes = nodes;
    }

    /** {@return where all stand before the first event} */
    public static Standing beginning(TraceVerifier verifier) {
        return new Standing(verifier, verifier.all().stream().mapToInt(Monitor::start).toArray());
    }

    /** {@return whether the specification allows this event here} */
    public boolean allows(int event) {
        int[] parties = verifier.parties(event);
        return parties.length > 0 && IntStream.of(parties).allMatch(party -> verifier.monitor(party).after(nodes[party], event) != NormalForm.NONE);
    }

    /** {@return where all stand after an event that is allowed} */
    public Standing after(int event) {
        int[] next = nodes.clone();
        for (int party : verifier.parties(event)) {
            next[party] = verifier.monitor(party).after(nodes[party], event);
        }
        return new Standing(verifier, next);
    }

    /** {@return whether this process may come to rest here accepting no more than these events} */
    public boolean mayOffer(int monitor, int[] events) {
        return Offers.mayRefuseAllBut(verifier.monitor(monitor).form().acceptances(nodes[monitor]), events);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Standing that && verifier == that.verifier && Arrays.equals(nodes, that.nodes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(nodes);
    }
}
