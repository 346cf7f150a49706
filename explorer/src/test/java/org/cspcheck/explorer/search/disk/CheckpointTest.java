package org.cspcheck.explorer.search.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cspcheck.explorer.Explorer;
import org.cspcheck.explorer.Networks;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.Options.Reduction;
import org.cspcheck.explorer.Script;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check that is stopped again and again, and goes on from its checkpoints, ends as one that is not: whatever became of the files. */
class CheckpointTest {
    private static final Property ALL_STATES = new Property.Never(EventSet.EMPTY);
    private static final OptionalLong CRAMPED = OptionalLong.of(1);
    private static final OptionalLong AMPLE = OptionalLong.empty();

    @TempDir
    private Path folder;

    private final List<String> remarks = new ArrayList<>();

    private record Question(Process process, Property property) {}

    private static Question philosophers(Script s) {
        return new Question(Networks.philosophers(s, 8, true), ALL_STATES);
    }

    @Test
    void stopping_and_going_on_changes_nothing() throws IOException {
        for (OptionalLong room : List.of(CRAMPED, AMPLE)) {
            for (int seed = 0; seed < 4; seed++) {
                var random = new Random(seed);
                Outcome last = stopped(room, 1 + random.nextInt(30));
                int pieces = 1;
                for (; last.verdict() instanceof Verdict.Inconclusive; pieces++) {
                    last = stopped(room, 5 + random.nextInt(40));
                }
                same(last);
                assertTrue(pieces > 1);
                assertEquals(List.of(), files());
            }
        }
    }

    /** The last cycler's turn comes after all others have had theirs. */
    @Test
    void a_counterexample_is_the_same_though_other_processes_found_its_beginning() throws IOException {
        Function<Script, Question> late = s -> new Question(Networks.milner(s, 9), new Property.Never(s.events("b.8")));
        Outcome last = check(late, Optional.of(storage(CRAMPED)), 6);
        for (int pieces = 1; last.verdict() instanceof Verdict.Inconclusive; pieces++) {
            assertTrue(pieces < 100);
            last = check(late, Optional.of(storage(CRAMPED)), 40); // more than the steps of the path, which asks as well
        }
        Outcome straight = check(late, Optional.empty(), Integer.MAX_VALUE);
        assertEquals("fails", straight.verdict().word());
        assertEquals(straight.verdict().toString(), last.verdict().toString());
        assertEquals(straight.statistics(), last.statistics());
        assertEquals(List.of(), files());
    }

    @Test
    void damaged_files_are_never_believed() throws IOException {
        for (int seed = 0; seed < 12; seed++) {
            var random = new Random(seed);
            stopped(seed % 2 == 0 ? CRAMPED : AMPLE, 40);
            damage(random);
            same(stopped(CRAMPED, Integer.MAX_VALUE));
            assertEquals(List.of(), files());
        }
    }

    @Test
    void where_the_newest_checkpoint_is_torn_the_one_before_it_counts() throws IOException {
        stopped(AMPLE, 60);
        List<Path> checkpoints = files().stream().filter(file -> file.getFileName().toString().startsWith("checkpoint")).toList();
        assertEquals(2, checkpoints.size());
        truncate(checkpoints.get(1), 100);
        same(stopped(AMPLE, Integer.MAX_VALUE));
        assertTrue(remarks.stream().anyMatch(remark -> remark.startsWith("goes on from the checkpoint at ")), remarks::toString);
    }

    @Test
    void a_checkpoint_of_another_spec_is_refused() {
        stopped(AMPLE, 60);
        var changed = new Storage(folder, "spec", "other inputs", Duration.ZERO, AMPLE);
        Verdict verdict = check(CheckpointTest::philosophers, Optional.of(changed), Integer.MAX_VALUE).verdict();
        assertEquals("CSP0910", verdict instanceof Verdict.Erroneous(var diagnostic) ? diagnostic.code() : verdict.toString());
    }

    @Test
    void a_checkpoint_in_use_is_refused() throws IOException {
        stopped(AMPLE, 60);
        String name = files().getFirst().getParent().getFileName().toString();
        try (Folder used = Folder.kept(folder, name)) {
            Verdict verdict = stopped(AMPLE, Integer.MAX_VALUE).verdict();
            assertEquals("CSP0911", verdict instanceof Verdict.Erroneous(var diagnostic) ? diagnostic.code() : verdict.toString());
            assertTrue(used.hasCheckpoints());
        }
    }

    /** Runs until it is killed. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            var s = new Script();
            var options = new Options(2, Reduction.NONE, false)
                    .on(new Storage(Path.of(args[0]), "spec", "inputs", Duration.ofMillis(20), OptionalLong.of(1 << 20)));
            var check = new Check("c", "c", Networks.philosophers(s, 11, true), ALL_STATES, false, true, Optional.empty(), Limits.NONE);
            new Explorer(s.alphabet, options).check(check, Limits.NONE, Progress.SILENT, () -> false);
        }
    }

    @Test
    void a_killed_process_leaves_what_another_goes_on_from() throws IOException, InterruptedException {
        java.lang.Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1",
                        "-cp", System.getProperty("java.class.path"), Child.class.getName(), folder.toString())
                .inheritIO()
                .start();
        while (child.isAlive() && files().stream().noneMatch(file -> file.getFileName().toString().equals("checkpoint-000012"))) {
            Thread.sleep(5);
        }
        child.destroyForcibly().waitFor();
        Function<Script, Question> more = s -> new Question(Networks.philosophers(s, 11, true), ALL_STATES);
        Outcome straight = check(more, Optional.empty(), Integer.MAX_VALUE);
        Outcome resumed = check(more, Optional.of(storage(AMPLE)), Integer.MAX_VALUE);
        assertEquals(straight.statistics(), resumed.statistics());
        assertEquals(straight.verdict(), resumed.verdict());
    }

    // --- files -------------------------------------------------------------------------------------------------------------

    private List<Path> files() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (java.io.UncheckedIOException e) {
            return List.of(); // something was deleted meanwhile
        }
    }

    private static void truncate(Path file, long length) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(Math.min(length, open.length()));
        }
    }

    /** Tears or changes one file somewhere, or takes it away. */
    private void damage(Random random) throws IOException {
        List<Path> files = files().stream().filter(file -> !file.endsWith("lock")).toList();
        Path file = files.get(random.nextInt(files.size()));
        long length = Files.size(file);
        switch (random.nextInt(3)) {
            case 0 -> truncate(file, random.nextLong(Math.max(1, length)));
            case 1 -> Files.delete(file);
            default -> {
                try (var open = new RandomAccessFile(file.toFile(), "rw")) {
                    long at = random.nextLong(Math.max(1, length));
                    open.seek(at);
                    int there = Math.max(0, open.read());
                    open.seek(at);
                    open.write(there ^ 1 << random.nextInt(8));
                }
            }
        }
    }

    // --- checks ------------------------------------------------------------------------------------------------------------

    private Storage storage(OptionalLong room) {
        return new Storage(folder, "spec", "inputs", Duration.ZERO, room);
    }

    private Outcome stopped(OptionalLong room, int after) {
        return check(CheckpointTest::philosophers, Optional.of(storage(room)), after);
    }

    private void same(Outcome outcome) {
        Outcome straight = check(CheckpointTest::philosophers, Optional.empty(), Integer.MAX_VALUE);
        assertEquals(straight.statistics(), outcome.statistics());
        assertEquals(straight.verdict().toString(), outcome.verdict().toString());
    }

    /** @param after so many blocks, the check is interrupted */
    private Outcome check(Function<Script, Question> asked, Optional<Storage> storage, int after) {
        var s = new Script();
        Question question = asked.apply(s);
        var check = new Check("c", "c", question.process(), question.property(), false, true, Optional.empty(), Limits.NONE);
        Options plain = new Options(1, Reduction.NONE, false);
        int[] asks = {0};
        BooleanSupplier cancelled = () -> ++asks[0] > after;
        Progress progress = new Progress() {
            @Override
            public void report(Snapshot snapshot) {}

            @Override
            public void remark(String text) {
                remarks.add(text);
            }
        };
        return new Explorer(s.alphabet, storage.map(plain::on).orElse(plain)).check(check, Limits.NONE, progress, cancelled);
    }
}
