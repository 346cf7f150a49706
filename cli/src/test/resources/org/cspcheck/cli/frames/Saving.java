import static org.cspcheck.runtime.library.Csp.loop;
import static org.cspcheck.runtime.library.Csp.process;
import static org.cspcheck.runtime.library.Csp.sleep;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Saved;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;

// A process that counts to a thousand, a round a millisecond, and is saved on its way there.
void main() throws Exception {
    var begun = new CountDownLatch(3);
    int[] reached = {0};
    Behaviour network = () -> loop(1, n -> {
        sleep(Duration.ofNanos(1_000_000));
        begun.countDown();
        reached[0] = n;
        return n < 200 ? n + 1 : null;
    });
    var scheduler = new Scheduler(Settings.production());
    scheduler.start("pipeline", network);
    var production = new Thread(scheduler::run);
    production.start();
    begun.await();
    var file = new ByteArrayOutputStream();
    InputStream sameFile = new InputStream() {
        private InputStream in;

        @Override
        public int read() {
            in = in == null ? new ByteArrayInputStream(file.toByteArray()) : in;
            try {
                return in.read();
            } catch (java.io.IOException impossible) {
                throw new AssertionError(impossible);
            }
        }
    };
// fragment
    production.join();
    if (reached[0] != 200) {
        throw new AssertionError(reached[0]);
    }
}
