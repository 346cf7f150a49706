package requests;

import org.cspcheck.runtime.component.Component;
import org.cspcheck.runtime.component.Events;

/** Asks and reads the reply before it asks again. */
public final class Client implements Component {
    private final int me;

    public Client(int me) {
        this.me = me;
    }

    @Override
    public void run(Events events) throws Exception {
        events.forever(() -> {
            events.perform("request", me);
            events.perform("reply", me);
        });
    }
}
