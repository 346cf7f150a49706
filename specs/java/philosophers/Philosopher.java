package philosophers;

import org.cspcheck.runtime.component.Component;
import org.cspcheck.runtime.component.Events;

/** Thinks, takes two forks one after the other, eats, puts them down. */
public final class Philosopher implements Component {
    private final int me;
    private final int first;
    private final int second;

    public Philosopher(int me, int first, int second) {
        this.me = me;
        this.first = first;
        this.second = second;
    }

    @Override
    public void run(Events events) throws Exception {
        events.forever(() -> {
            events.perform("thinks", me);
            events.perform("picks", me, first);
            events.perform("picks", me, second);
            events.perform("eats", me);
            events.perform("putsdown", me, second);
            events.perform("putsdown", me, first);
        });
    }
}
