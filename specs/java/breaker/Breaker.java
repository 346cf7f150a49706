package breaker;

import java.time.Duration;
import org.cspcheck.runtime.component.Component;
import org.cspcheck.runtime.component.Events;

/** Keeps callers away from a service that fails, and lets one of them try again after a while. */
public final class Breaker implements Component {
    private static final int NOBODY = -1;

    private final int most;
    private final boolean oneTrial;

    /**
     * @param most failures in a row before it opens
     * @param oneTrial whether it lets one call at a time through while it is half open
     */
    public Breaker(int most, boolean oneTrial) {
        this.most = most;
        this.oneTrial = oneTrial;
    }

    enum Mode { CLOSED, OPEN, HALF_OPEN }

    record State(Mode mode, int failures, int trial) {
        static final State CLOSED = new State(Mode.CLOSED, 0, NOBODY);
        static final State OPEN = new State(Mode.OPEN, 0, NOBODY);
        static final State HALF_OPEN = new State(Mode.HALF_OPEN, 0, NOBODY);
    }

    @Override
    public void run(Events events) throws Exception {
        events.loop(State.CLOSED, state -> {
            var choice = events.<State>choice()
                    .on("call", caller -> called(events, state, caller.integer()))
                    .on("succeeds", caller -> succeeded(state, caller.integer()))
                    .on("fails", caller -> failed(state, caller.integer()));
            if (state.mode() == Mode.OPEN) {
                choice.after(Duration.ofSeconds(1), () -> {
                    events.perform("probes");
                    return State.HALF_OPEN;
                });
            }
            return choice.take();
        });
    }

    private State called(Events events, State state, int caller) throws Exception {
        boolean busy = oneTrial && state.trial() != NOBODY;
        if (state.mode() == Mode.OPEN || busy) {
            events.perform("rejects", caller);
            return state;
        }
        events.perform("passes", caller);
        return state.mode() == Mode.HALF_OPEN ? new State(Mode.HALF_OPEN, 0, caller) : state;
    }

    /** A call from before it opened may end late, and says nothing about the trial. */
    private State succeeded(State state, int caller) {
        return switch (state.mode()) {
            case CLOSED -> State.CLOSED;
            case OPEN -> state;
            case HALF_OPEN -> caller == state.trial() ? State.CLOSED : state;
        };
    }

    private State failed(State state, int caller) {
        return switch (state.mode()) {
            case CLOSED -> state.failures() + 1 == most ? State.OPEN : new State(Mode.CLOSED, state.failures() + 1, NOBODY);
            case OPEN -> state;
            case HALF_OPEN -> caller == state.trial() ? State.OPEN : state;
        };
    }
}
