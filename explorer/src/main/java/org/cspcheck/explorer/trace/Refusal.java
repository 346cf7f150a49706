package org.cspcheck.explorer.trace;

import java.util.List;
import java.util.Optional;

/**
 * The first event that the specification does not allow, and why.
 *
 * @param position of the event in the run, from 1
 * @param place where it was recorded
 * @param allowed the events that would have been allowed, tick included, ascending
 * @param refusers the processes that take part in the event and could not; none where no process of the specification knows the event
 * @param recent the last events before it; all of them if they are as many as {@code position - 1}
 * @param unreplayed why the refusal was not replayed by the firing rules; empty if it was
 */
public record Refusal(int event, long position, long place, int[] allowed, List<Refuser> refusers, List<Seen> recent, Optional<String> unreplayed) {
    /** An event as it was recorded. */
    public record Seen(int event, long place) {}

    /**
     * A process that refused.
     *
     * @param offered what it could have done
     * @param causes the last events that it took part in, the latest one last
     * @param path the shortest trace of the process to where it stood; empty if it was not found within reason, or events are missing
     */
    public record Refuser(String name, int[] offered, List<Seen> causes, Optional<List<Integer>> path) {}

    /** {@return whether {@link #recent} is everything that came before} */
    public boolean isWhole() {
        return recent.size() == position - 1;
    }
}
