package org.cspcheck.explorer.search.disk;

import static org.cspcheck.explorer.search.disk.StoppedChecks.AMPLE;
import static org.cspcheck.explorer.search.disk.StoppedChecks.CRAMPED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.cspcheck.explorer.Explorer;
import org.cspcheck.explorer.Networks;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.Options.Reduction;
import org.cspcheck.explorer.Script;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.explorer.search.disk.StoppedChecks.Question;
import org.cspcheck.model.event.EventSet;
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

    @TempDir
    private Path folder;

    private StoppedChecks philosophers() {
        return new StoppedChecks(folder, s -> new Question(Networks.philosophers(s, 8, true), ALL_STATES));
    }

    @Test
    void stopping_and_going_on_changes_nothing() throws IOException {
        StoppedChecks checks = philosophers();
        for (OptionalLong room : List.of(CRAMPED, AMPLE)) {
            for (int seed = 0; seed < 4; seed++) {
                var random = new Random(seed);
                Outcome last = checks.stopped(room, 1 + random.nextInt(30));
                int pieces = 1;
                for (; last.verdict() instanceof Verdict.Inconclusive; pieces++) {
                    checks.workers = 1 + random.nextInt(3);
                    last = checks.stopped(room, 5 + random.nextInt(40));
                }
                checks.same(last);
                assertTrue(pieces > 1);
                assertEquals(List.of(), checks.files());
            }
        }
    }

    /** The last cycler's turn comes after all others have had theirs. */
    @Test
    void a_counterexample_is_the_same_though_other_processes_found_its_beginning() throws IOException {
        var checks = new StoppedChecks(folder, s -> new Question(Networks.milner(s, 9), new Property.Never(s.events("b.8"))));
        Outcome last = checks.stopped(CRAMPED, 6);
        for (int pieces = 1; last.verdict() instanceof Verdict.Inconclusive; pieces++) {
            assertTrue(pieces < 100);
            last = checks.stopped(CRAMPED, 40); // more than the steps of the path, which asks as well
        }
        assertEquals("fails", last.verdict().word());
        checks.same(last);
        assertEquals(List.of(), checks.files());
    }

    @Test
    void damaged_files_are_never_believed() throws IOException {
        StoppedChecks checks = philosophers();
        for (int seed = 0; seed < 12; seed++) {
            var random = new Random(seed);
            checks.stopped(seed % 2 == 0 ? CRAMPED : AMPLE, 40);
            checks.damage(random);
            checks.same(checks.stopped(CRAMPED, Integer.MAX_VALUE));
            assertEquals(List.of(), checks.files());
        }
    }

    @Test
    void where_the_newest_checkpoint_is_torn_the_one_before_it_counts() throws IOException {
        StoppedChecks checks = philosophers();
        checks.stopped(AMPLE, 60);
        List<Path> checkpoints = checks.files().stream().filter(file -> file.getFileName().toString().startsWith("checkpoint")).toList();
        assertEquals(2, checkpoints.size());
        StoppedChecks.truncate(checkpoints.get(1), 100);
        checks.same(checks.stopped(AMPLE, Integer.MAX_VALUE));
        assertTrue(checks.remarks.stream().anyMatch(remark -> remark.startsWith("goes on from the checkpoint at ")), checks.remarks::toString);
    }

    @Test
    void a_checkpoint_of_another_spec_is_refused() {
        StoppedChecks checks = philosophers();
        checks.stopped(AMPLE, 60);
        var changed = new Storage(folder, "spec", "other inputs", Duration.ZERO, AMPLE);
        Verdict verdict = checks.check(Optional.of(changed), Integer.MAX_VALUE).verdict();
        assertEquals("CSP0910", verdict instanceof Verdict.Erroneous(var diagnostic) ? diagnostic.code() : verdict.toString());
    }

    @Test
    void a_checkpoint_in_use_is_refused() throws IOException {
        StoppedChecks checks = philosophers();
        checks.stopped(AMPLE, 60);
        String name = checks.files().getFirst().getParent().getFileName().toString();
        try (Folder used = Folder.kept(folder, name)) {
            Verdict verdict = checks.stopped(AMPLE, Integer.MAX_VALUE).verdict();
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
        var checks = new StoppedChecks(folder, s -> new Question(Networks.philosophers(s, 11, true), ALL_STATES));
        java.lang.Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1",
                        "-cp", System.getProperty("java.class.path"), Child.class.getName(), folder.toString())
                .inheritIO()
                .start();
        while (child.isAlive() && checks.files().stream().noneMatch(file -> file.getFileName().toString().equals("checkpoint-000012"))) {
            Thread.sleep(5);
        }
        child.destroyForcibly().waitFor();
        checks.same(checks.stopped(AMPLE, Integer.MAX_VALUE));
    }
}
