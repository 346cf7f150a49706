package org.cspcheck.explorer.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cspcheck.explorer.Explorer;
import org.cspcheck.explorer.Networks;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.Options.Reduction;
import org.cspcheck.explorer.Script;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.explorer.search.disk.Storage;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.Hide;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search whose memory is on disk for the most part finds what it finds in memory: verdict, counts, depth and counterexample. */
class SpillTest {
    /** So little that the table leaves memory every few hundred states. */
    private static final long CRAMPED = 1;

    private static final Property ALL_STATES = new Property.Never(EventSet.EMPTY);

    @TempDir
    private Path folder;

    private final Script s = new Script();

    @AfterEach
    void nothing_is_left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void networks_of_one_word() {
        same(s, Networks.philosophers(s, 8, false), new Property.DeadlockFree(SemanticModel.F), Limits.NONE);
        assertEquals(9_403, same(s, Networks.philosophers(s, 8, true), ALL_STATES, Limits.NONE).statistics().states());
        same(s, Networks.milner(s, 9), new Property.Never(s.events("b.8")), Limits.NONE);
        same(s, Networks.pipeline(s, 9), ALL_STATES, Limits.NONE);
    }

    @Test
    void networks_of_several_words() {
        Process network = Networks.alternatingBits(s, 1);
        Process many = Script.interleave(network, Networks.ring(s, 28));
        same(s, many, ALL_STATES, states(20_000));
        same(s, Networks.ring(s, 26), new Property.Never(s.events("req.25")), Limits.NONE);
    }

    @Test
    void refinements_whose_nodes_are_numbered_on_the_way() {
        Process network = Networks.milner(s, 8);
        EventSet all = s.events(IntStream.range(0, 8).boxed().flatMap(i -> Stream.of("b." + i, "c." + i)).toArray(String[]::new));
        Process starts = new Hide(network, all);
        for (SemanticModel model : SemanticModel.values()) {
            same(s, starts, new Property.Refines(starts, model), Limits.NONE);
            same(s, starts, new Property.Refines(Process.STOP, model), Limits.NONE);
        }
        same(s, network, new Property.Refines(starts, SemanticModel.T), Limits.NONE);
        same(s, starts, new Property.Deterministic(SemanticModel.FD), Limits.NONE);
    }

    @Test
    void limits_strike_at_the_same_place() {
        Process network = Networks.philosophers(s, 8, true);
        for (long most : new long[] {1, 100, 1_999, 5_000, 9_402, 9_403}) {
            same(s, network, ALL_STATES, states(most));
        }
    }

    /** The first search leaves a checkpoint there, and the others go on from it and stop at once. */
    @Test
    void a_limit_of_depth_strikes_again_after_resuming() {
        Process network = Networks.philosophers(s, 8, true);
        var depth = new Limits(OptionalLong.empty(), OptionalInt.of(9), OptionalLong.empty(), Optional.empty());
        same(s, network, ALL_STATES, depth);
        same(s, network, ALL_STATES, Limits.NONE);
    }

    @Test
    void random_networks() {
        for (int seed = 0; seed < 60; seed++) {
            var networks = new RandomNetworks(seed);
            Process network = networks.network();
            for (Property property : List.of(
                    new Property.DeadlockFree(SemanticModel.FD), new Property.DivergenceFree(), ALL_STATES, new Property.Refines(network, SemanticModel.FD))) {
                same(networks.script(), network, property, Limits.NONE);
            }
        }
    }

    static Limits states(long most) {
        return new Limits(OptionalLong.of(most), OptionalInt.empty(), OptionalLong.empty(), Optional.empty());
    }

    private Outcome same(Script script, Process process, Property property, Limits limits) {
        Outcome expected = outcome(script, process, property, limits, new Options(1, Reduction.NONE, false));
        for (int workers = 1; workers <= 2; workers++) {
            Options options = new Options(workers, Reduction.NONE, false).on(new Storage(folder, "spec", "inputs", Duration.ofDays(1), OptionalLong.of(CRAMPED)));
            Outcome spilled = outcome(script, process, property, limits, options);
            assertEquals(expected.statistics(), spilled.statistics());
            assertEquals(expected.verdict().toString(), spilled.verdict().toString());
        }
        return expected;
    }

    private static Outcome outcome(Script script, Process process, Property property, Limits limits, Options options) {
        var check = new Check("c", "c", process, property, false, true, Optional.empty(), limits);
        return new Explorer(script.alphabet, options).check(check, Limits.NONE, Progress.SILENT, () -> false);
    }
}
