package philosophers;

import java.util.List;
import org.cspcheck.runtime.component.Component;
import org.cspcheck.runtime.component.Events;

/** Lies between two philosophers and is held by one of them at a time. */
public final class Fork implements Component {
    private final int me;
    private final int left;
    private final int right;

    public Fork(int me, int left, int right) {
        this.me = me;
        this.left = left;
        this.right = right;
    }

    @Override
    public void run(Events events) throws Exception {
        events.forever(() -> {
            int holder = events.<Integer>choice()
                    .on("picks", List.of(left, me), taken -> left)
                    .on("picks", List.of(right, me), taken -> right)
                    .take();
            events.perform("putsdown", holder, me);
        });
    }
}
