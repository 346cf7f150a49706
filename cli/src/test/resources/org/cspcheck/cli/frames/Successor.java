import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;

import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.channel.Channel;

void main() {
    Scheduler.run(Settings.production(), "net", () -> {
        Channel<Integer> a = Channel.oneToOne("a");
        Channel<Integer> b = Channel.oneToOne("b");
        par(
                process("source", () -> {
                    a.out().write(1);
                    a.out().poison();
                    b.out().poison();
                }),
                () -> {
// fragment
                });
    });
}
