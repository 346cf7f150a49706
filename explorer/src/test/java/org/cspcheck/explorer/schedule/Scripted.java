package org.cspcheck.explorer.schedule;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Poisoned;
import org.cspcheck.runtime.channel.Channel;
import org.cspcheck.runtime.library.Csp;

/** Networks for tests: processes that perform lists of operations on what they share, and pairs that share nothing. */
final class Scripted {
    private Scripted() {}

    /** One operation of a process. */
    interface Operation<C> {
        void perform(C common) throws Exception;
    }

    /** {@return the processes side by side; who finds a channel poisoned goes on with its next operation if it catches that} */
    static <C> void run(List<List<Operation<C>>> processes, C common, boolean catches) {
        Csp.par(processes.stream().<Behaviour>map(operations -> () -> perform(operations, common, catches)).toList());
    }

    private static <C> void perform(List<Operation<C>> operations, C common, boolean catches) throws Exception {
        for (Operation<C> operation : operations) {
            try {
                operation.perform(common);
            } catch (Poisoned poisoned) {
                if (!catches) {
                    throw poisoned;
                }
            }
        }
    }

    /** {@return so many writers of one value, each with a reader of its own} */
    static Behaviour pairs(int pairs) {
        return () -> {
            var processes = new ArrayList<Behaviour>();
            for (int i = 0; i < pairs; i++) {
                Channel<Integer> c = Channel.oneToOne("c." + i);
                processes.add(() -> c.out().write(1));
                processes.add(() -> c.in().read());
            }
            Csp.par(processes);
        };
    }
}
