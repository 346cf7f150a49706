package org.cspcheck.model.verdict;

import java.util.List;
import java.util.Optional;
import org.cspcheck.model.source.Span;

/** The sequential processes of a network, and the channels that join them. */
public record Wiring(List<Part> parts, List<Joint> joints) {
    /**
     * A sequential process.
     *
     * @param definition where it is defined; empty where nobody wrote it
     * @param complete whether the joints know all its events; a process of very many states is not looked at to the end
     */
    public record Part(String name, Optional<Span> definition, boolean complete) {}

    /**
     * A channel as far as the same processes share it.
     *
     * @param events how many events it stands for
     * @param hidden whether they are hidden above
     * @param parts positions of the processes that take part together, ascending; just one for a channel to the outside
     */
    public record Joint(String channel, int events, boolean hidden, List<Integer> parts) {}
}
