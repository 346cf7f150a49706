package requests;

import org.cspcheck.runtime.component.Component;
import org.cspcheck.runtime.component.Events;

/** Answers each request, after asking the server behind it. */
public final class Server implements Component {
    @Override
    public void run(Events events) throws Exception {
        events.forever(() -> {
            int client = events.receive("request").integer();
            events.perform("query");
            events.perform("answer");
            events.perform("reply", client);
        });
    }
}
