import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.cspcheck.runtime.library.Csp.sleep;

import java.time.Duration;
import java.util.ArrayDeque;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;

// Two requests, a worker that comes for them after a while, and a client that ends it all after another while.
void main() {
    Ending ending = Scheduler.run(Settings.simulated(Oracle.first()), "dispatcher", () -> {
        Channel<String> requests = Channel.oneToOne("requests");
        Channel<String> workers = Channel.oneToOne("workers");
        par(
                process("client", () -> {
                    requests.out().write("a");
                    requests.out().write("b");
                    sleep(Duration.ofSeconds(2));
                    requests.out().poison();
                }),
                process("worker", () -> {
                    sleep(Duration.ofMillis(10));
                    String got = workers.in().read() + workers.in().read();
                    if (!got.equals("ab")) {
                        throw new AssertionError(got);
                    }
                }),
                process("dispatcher", () -> {
                    var queue = new ArrayDeque<String>();
// fragment
                }));
    });
    if (!(ending instanceof Ending.Terminated)) {
        throw new AssertionError(ending);
    }
}
