import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.term.TermNetwork;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.Specifications;
import org.cspcheck.specs.parse.Parser;

/** What a process of a family costs: networks of many processes of one definition, from a CSPm script to the running tables. */
final class Families {
    private static final Map<String, String> SCRIPTS = Map.of(
            "ring", """
                    channel c : {0..N-1}
                    CELL(i) = c.i -> c.((i+1)%N) -> CELL(i)
                    NET = || i:{0..N-1} @ [{c.i, c.((i+1)%N)}] if i == 0 then c.1 -> CELL(0) else CELL(i)
                    """,
            "ring-renamed", """
                    channel in, out
                    channel c : {0..N-1}
                    CELL = in -> out -> CELL
                    NET = || i:{0..N-1} @ [{c.i, c.((i+1)%N)}] (if i == 0 then out -> CELL else CELL)[[in <- c.i, out <- c.((i+1)%N)]]
                    """,
            "ring-data", """
                    channel c : {0..N-1}.{0..9}
                    CELL(i) = c.i?x -> c.((i+1)%N)!((x+1)%10) -> CELL(i)
                    NET = || i:{0..N-1} @ [{|c.i, c.((i+1)%N)|}] if i == 0 then c.1!0 -> CELL(0) else CELL(i)
                    """,
            "interleaved", """
                    channel c : {0..N-1}
                    CELL(i) = c.i -> CELL(i)
                    NET = ||| i:{0..N-1} @ CELL(i)
                    """,
            "clients", """
                    channel ask, answer : {0..N-1}
                    CLIENT(i) = ask.i -> answer.i -> CLIENT(i)
                    SERVER = ask?i -> answer.i -> SERVER
                    NET = (||| i:{0..N-1} @ CLIENT(i)) [| {|ask, answer|} |] SERVER
                    """);

    private Families() {}

    /** Prints a row: what was held while the network ran, beyond what was held before; that less what is left of it afterwards; the time to set it up. */
    static void row(String family, int n) throws Exception {
        Specification spec = read("N = " + n + "\n" + SCRIPTS.get(family));
        long before = used();
        long[] running = new long[1];
        double setUp = run(spec, running);
        System.out.printf("| CSPm: %s, %,d | %d | %d | %.2f | |%n", family, n, (running[0] - before) / n, (running[0] - used()) / n, setUp);
        spec.alphabet().bound(); // it has been in use until here
    }

    private static Specification read(String script) throws IOException {
        Path file = Files.createTempFile("family", ".csp");
        try {
            Files.writeString(file, script);
            Specification spec = Specifications.read(file.toString(), Optional.empty(), List.of(), InputStream.nullInputStream());
            if (spec.hasErrors()) {
                throw new IllegalStateException(spec.diagnostics().toString());
            }
            return spec;
        } finally {
            Files.delete(file);
        }
    }

    /** {@return the seconds from the script to the first steps} */
    private static double run(Specification spec, long[] running) throws InterruptedException {
        long start = System.nanoTime();
        long[] when = new long[1];
        var network = new TermNetwork(
                new FiringRules(), spec.alphabet(),
                spec.evaluation().orElseThrow().process(Parser.expression(Source.of("NET", "NET"), new Diagnostics()).orElseThrow()), List.of(), Optional.empty());
        var scheduler = new Scheduler(Settings.production());
        scheduler.start("network", network);
        Thread reader = Thread.ofPlatform().start(() -> look(scheduler, network, when, running));
        scheduler.run();
        reader.join();
        return (when[0] - start) / 1e9;
    }

    private static void look(Scheduler scheduler, TermNetwork network, long[] when, long[] running) {
        try {
            while (when[0] == 0) {
                Thread.sleep(5);
                var looked = new java.util.concurrent.CountDownLatch(1);
                scheduler.post(() -> {
                    when[0] = network.steps() > 0 ? System.nanoTime() : 0;
                    looked.countDown();
                });
                looked.await();
            }
            Thread.sleep(1000);
            scheduler.post(() -> {
                running[0] = used();
                scheduler.stop();
            });
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keys of what the collector has found to be gone are cleared away by another thread. */
    static long used() {
        long least = Long.MAX_VALUE;
        try {
            for (int i = 0; i < 6; i++) {
                least = Math.min(least, Communication.used());
                Thread.sleep(150);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return least;
    }
}
