package org.cspcheck.explorer.search.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.Options.Reduction;
import org.cspcheck.explorer.Script;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;

/** Checks that are stopped and go on from what they left in a folder. */
final class StoppedChecks {
    static final OptionalLong CRAMPED = OptionalLong.of(1);
    static final OptionalLong AMPLE = OptionalLong.empty();

    record Question(Process process, Property property) {}

    private final Path folder;
    private final Function<Script, Question> asked;
    /** Threads that search, from the next check on. */
    int workers;

    final List<String> remarks = new ArrayList<>();

    StoppedChecks(Path folder, Function<Script, Question> asked) {
        this(folder, asked, 1);
    }

    StoppedChecks(Path folder, Function<Script, Question> asked, int workers) {
        this.folder = folder;
        this.asked = asked;
        this.workers = workers;
    }

    // --- checks ------------------------------------------------------------------------------------------------------------

    Storage storage(OptionalLong room) {
        return new Storage(folder, "spec", "inputs", Duration.ZERO, room);
    }

    /** The check as it is without a folder, by one worker. */
    Outcome straight() {
        return new StoppedChecks(folder, asked, 1).check(Optional.empty(), Integer.MAX_VALUE);
    }

    /** @param after so many blocks, the check is interrupted */
    Outcome stopped(OptionalLong room, int after) {
        return check(Optional.of(storage(room)), after);
    }

    Outcome check(Optional<Storage> storage, int after) {
        var s = new Script();
        Question question = asked.apply(s);
        var check = new Check("c", "c", question.process(), question.property(), false, true, Optional.empty(), Limits.NONE);
        Options plain = new Options(workers, Reduction.NONE, false);
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

    void same(Outcome outcome) {
        same(straight(), outcome);
    }

    static void same(Outcome straight, Outcome outcome) {
        assertEquals(straight.statistics(), outcome.statistics());
        assertEquals(straight.verdict().toString(), outcome.verdict().toString());
    }

    // --- files -------------------------------------------------------------------------------------------------------------

    List<Path> files() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (java.io.UncheckedIOException e) {
            return List.of(); // something was deleted meanwhile
        }
    }

    static void truncate(Path file, long length) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(Math.min(length, open.length()));
        }
    }

    /** Tears or changes one file somewhere, or takes it away. */
    void damage(Random random) throws IOException {
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
}
