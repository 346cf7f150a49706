import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;

import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.Snapshot;
import org.cspcheck.runtime.channel.Channel;

// After a first exchange each of two processes writes to the other.
void main() {
    Behaviour network = () -> {
        Channel<String> a = Channel.oneToOne("a");
        Channel<String> b = Channel.oneToOne("b");
        par(
                process("left", () -> {
                    b.in().read();
                    a.out().write("first");
                    a.out().write("second");
                }),
                process("right", () -> {
                    b.out().write("first");
                    a.in().read();
                    b.out().write("second");
                }));
    };
// fragment
}
