package org.cspcheck.explorer.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which events of several logs the logs put in an order, and which only stand in the order that was chosen for them.
 *
 * <p>An event comes before another when a chain of logs leads from one to the other: later in one log, or together in one event (Lamport,
 * <i>Time, Clocks, and the Ordering of Events in a Distributed System</i>, 1978). Vector clocks (Mattern, 1989) decide it.
 *
 * <p>Why a refusal may be final. Let P be the events performed so far, and let every event that could be next be refused by a monitor that
 * has seen only events in an order told by the logs, all of them before the event. Take any order of all events that agrees with the logs,
 * and the first event in it that is not in P: it could be next, since everything before it is in P. Everything that its monitor saw comes
 * before it in every order, and as it was seen. So it is refused there as well.
 */
public final class Causality {
    private final List<long[]> clocks = new ArrayList<>();
    private final int[] lastLog;
    private final long[] lastTick;
    private final boolean[] chosen;

    public Causality(TraceVerifier verifier) {
        lastLog = new int[verifier.all().size()];
        lastTick = new long[lastLog.length];
        chosen = new boolean[lastLog.length];
    }

    /** {@return the number of one more log} */
    public int log() {
        clocks.add(new long[0]);
        return clocks.size() - 1;
    }

    /** An event was performed that these logs recorded and these monitors saw. */
    public void performed(int[] logs, int[] monitors) {
        long[] now = together(logs);
        for (int monitor : monitors) {
            chosen[monitor] |= !follows(now, monitor);
        }
        for (int log : logs) {
            now[log]++;
        }
        for (int log : logs) {
            clocks.set(log, logs.length == 1 ? now : now.clone());
        }
        for (int monitor : monitors) {
            lastLog[monitor] = logs[0];
            lastTick[monitor] = now[logs[0]];
        }
    }

    /** {@return whether all that the monitor saw is in an order told by the logs, and comes before what is next in these logs} */
    public boolean isTold(int[] logs, int monitor) {
        return !chosen[monitor] && follows(together(logs), monitor);
    }

    /** {@return whether the logs put everything that the monitor saw in an order} */
    public boolean isTold(int monitor) {
        return !chosen[monitor];
    }

    /** What is missing from a log may have been anywhere: from now on nothing is told. */
    public void gap() {
        Arrays.fill(chosen, true);
    }

    private boolean follows(long[] clock, int monitor) {
        return lastTick[monitor] == 0 || lastLog[monitor] < clock.length && clock[lastLog[monitor]] >= lastTick[monitor];
    }

    /** The clock of what these logs do together; a new array. */
    private long[] together(int[] logs) {
        long[] all = new long[clocks.size()];
        for (int log : logs) {
            long[] clock = clocks.get(log);
            for (int i = 0; i < clock.length; i++) {
                all[i] = Math.max(all[i], clock[i]);
            }
        }
        return all;
    }
}
