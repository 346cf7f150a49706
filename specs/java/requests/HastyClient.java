package requests;

import org.cspcheck.runtime.component.Component;
import org.cspcheck.runtime.component.Events;

/** Repeats a request without reading the reply to the first one: when it thinks that the server is slow. */
public final class HastyClient implements Component {
    private final int me;

    public HastyClient(int me) {
        this.me = me;
    }

    @Override
    public void run(Events events) throws Exception {
        events.forever(() -> {
            events.perform("request", me);
            boolean impatient = events.choose(2) == 1;
            if (impatient) {
                events.perform("request", me);
            }
            events.perform("reply", me);
        });
    }
}
