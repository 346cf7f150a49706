package pool;

import java.time.Duration;
import java.util.List;
import org.cspcheck.runtime.component.Component;
import org.cspcheck.runtime.component.Events;

/** Wants a connection from time to time, and does not wait for it for ever. */
public final class Borrower implements Component {
    private final int me;
    private final boolean cancelling;

    public Borrower(int me, boolean cancelling) {
        this.me = me;
        this.cancelling = cancelling;
    }

    @Override
    public void run(Events events) throws Exception {
        events.forever(() -> {
            events.perform("acquire", me);
            boolean granted = events.<Boolean>choice()
                    .on("grant", List.of(me), now -> true)
                    .after(Duration.ofMillis(20), () -> false)
                    .take();
            if (!granted && cancelling) {
                // The connection may be granted in the very moment in which the wait is cancelled.
                granted = events.<Boolean>choice()
                        .on("grant", List.of(me), now -> true)
                        .on("cancel", List.of(me), now -> false)
                        .take();
            }
            if (granted) {
                events.sleep(Duration.ofMillis(50));
                events.perform("release", me);
            }
        });
    }
}
