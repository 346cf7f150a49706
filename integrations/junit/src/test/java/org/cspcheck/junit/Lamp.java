package org.cspcheck.junit;

import org.cspcheck.runtime.component.Component;
import org.cspcheck.runtime.component.Events;

/** A process of a spec, among the classes of the tests. */
public final class Lamp implements Component {
    private final int flashes;

    public Lamp(int flashes) {
        this.flashes = flashes;
    }

    @Override
    public void run(Events events) throws Exception {
        events.loop(flashes, left -> {
            events.perform("on");
            events.perform("off");
            return left == 1 ? null : left - 1;
        });
    }
}
