import static org.cspcheck.runtime.library.Csp.loop;
import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;

import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;

void main() {
    Ending ending = Scheduler.run(Settings.production(), "net", () -> {
        Channel<Integer> ticks = Channel.oneToOne("ticks");
        Channel<Integer> stop = Channel.oneToOne("stop");
        par(
                process("clock", () -> {
                    ticks.out().write(1);
                    ticks.out().write(2);
                    stop.out().write(0);
                }),
                process("counter", () -> {
// fragment
                }));
    });
    if (!(ending instanceof Ending.Terminated)) {
        throw new AssertionError(ending);
    }
}
