import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Recording;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.channel.Channel;

// Two writers, and a reader that notes who came when: twice the same.
void main() {
    List<List<String>> runs = new ArrayList<>();
    Behaviour network = () -> {
        var seen = new ArrayList<String>();
        Channel<String> c = Channel.anyToOne("c");
        par(
                process("a", () -> {
                    for (int i = 0; i < 10; i++) {
                        c.out().write("a");
                    }
                }),
                process("b", () -> {
                    for (int i = 0; i < 10; i++) {
                        c.out().write("b");
                    }
                }),
                process("reader", () -> {
                    for (int i = 0; i < 20; i++) {
                        seen.add(c.in().read());
                    }
                }));
        runs.add(seen);
    };
// fragment
    if (runs.size() != 2 || runs.getFirst().size() != 20 || !runs.getFirst().equals(runs.getLast())) {
        throw new AssertionError(runs);
    }
}
