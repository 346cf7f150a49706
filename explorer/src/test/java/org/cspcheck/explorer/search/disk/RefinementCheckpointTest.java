package org.cspcheck.explorer.search.disk;

import static org.cspcheck.explorer.Script.external;
import static org.cspcheck.explorer.Script.hide;
import static org.cspcheck.explorer.Script.interleave;
import static org.cspcheck.explorer.Script.internal;
import static org.cspcheck.explorer.Script.together;
import static org.cspcheck.explorer.search.disk.StoppedChecks.AMPLE;
import static org.cspcheck.explorer.search.disk.StoppedChecks.CRAMPED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cspcheck.explorer.Script;
import org.cspcheck.explorer.search.disk.StoppedChecks.Question;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.model.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches of pairs go on as others do: the nodes of the specification have the same numbers again, whoever asked for them first. */
class RefinementCheckpointTest {
    @TempDir
    private Path folder;

    /** The specification has a node for each of its 1,024 states, found in an order that differs with two workers. */
    private static Question switches(Script s, SemanticModel model, Process last) {
        Process specification = interleave(IntStream.range(0, 10).mapToObj(i -> flip(s, i)).toArray(Process[]::new));
        Process[] parts = IntStream.range(0, 10).mapToObj(i -> i < 9 ? flip(s, i) : last).toArray(Process[]::new);
        return new Question(interleave(parts), new Property.Refines(specification, model));
    }

    private static Process flip(Script s, int i) {
        s.define("FLIP" + i, () -> s.then("FLIP" + i, "on." + i, "off." + i));
        return s.call("FLIP" + i);
    }

    private static Question holding(Script s) {
        return switches(s, SemanticModel.FD, flip(s, 9));
    }

    @Test
    void a_refinement_that_holds() throws IOException {
        Outcome last = inPieces(RefinementCheckpointTest::holding, "holds");
        assertEquals(1024, last.statistics().states());
        assertEquals(10, last.statistics().depth());
    }

    @Test
    void a_trace_that_is_not_allowed() throws IOException {
        inPieces(s -> switches(s, SemanticModel.T, s.then("FLIP9", "on.9", "off.9", "on.9", "on.9")), "fails");
    }

    @Test
    void a_refusal_that_is_not_allowed() throws IOException {
        inPieces(s -> switches(s, SemanticModel.F, s.then(internal(s.call("FLIP9"), Process.STOP), "on.9", "off.9", "on.9", "off.9")), "fails");
    }

    @Test
    void a_divergence_that_is_not_allowed() throws IOException {
        inPieces(s -> {
            s.define("BUSY", () -> s.then("BUSY", "work"));
            return switches(s, SemanticModel.FD, hide(s.then("BUSY", "on.9", "off.9", "on.9"), s.events("work")));
        }, "fails");
    }

    /** Either the gate takes the first events of the trace, or it starts switches that work in silence: what comes late has seen nothing. */
    @Test
    void how_much_of_a_trace_was_seen() throws IOException {
        inPieces(s -> {
            Process[] parts = new Process[11];
            for (int i = 0; i < 10; i++) {
                parts[i] = hide(s.then(flip(s, i), "start"), s.events("on." + i, "off." + i));
            }
            parts[10] = external(s.then(Process.STOP, "a", "b"), s.then(Process.STOP, "start"));
            Process network = hide(together(s.events("start"), parts), s.events("start"));
            return new Question(network, new Property.HasTrace(s.trace("a", "b", "c"), SemanticModel.T));
        }, "fails");
    }

    /** 50 bits of a state leave room for 8,191 nodes, and there are 16,384: only the search in wider words has anything to go on from. */
    @Test
    void nodes_that_outgrow_the_free_bits() throws IOException {
        Outcome last = inPieces(RefinementCheckpointTest::crowded, "holds");
        assertEquals(1 << 14, last.statistics().states());
    }

    private static Question crowded(Script s) {
        Process[] flips = IntStream.range(0, 14).mapToObj(i -> flip(s, i)).toArray(Process[]::new);
        Process[] idle = IntStream.range(0, 36).mapToObj(i -> s.then(Process.STOP, "never." + i)).toArray(Process[]::new);
        EventSet never = s.events(IntStream.range(0, 36).mapToObj(i -> "never." + i).toArray(String[]::new));
        Process wide = together(never, interleave(interleave(flips), interleave(idle)), Process.STOP);
        return new Question(wide, new Property.Refines(interleave(flips), SemanticModel.T));
    }

    /** The search that finds the first choice has checkpoints, the normal form that decides has none. */
    @Test
    void what_can_not_be_gone_on_with_says_so() throws IOException {
        var checks = new StoppedChecks(folder, s -> new Question(
                hide(holding(s).process(), s.events("on.0", "off.0")), new Property.Deterministic(SemanticModel.F)));
        Outcome outcome = checks.stopped(AMPLE, 60);
        assertEquals("inconclusive", outcome.verdict().word());
        assertTrue(checks.remarks.stream().anyMatch(remark -> remark.startsWith("no checkpoint")), checks.remarks::toString);
    }

    @Test
    void damaged_files_are_never_believed() throws IOException {
        for (int seed = 0; seed < 12; seed++) {
            var checks = new StoppedChecks(folder, RefinementCheckpointTest::holding, 2);
            checks.stopped(seed % 2 == 0 ? CRAMPED : AMPLE, 400);
            checks.damage(new Random(seed));
            checks.same(checks.stopped(CRAMPED, Integer.MAX_VALUE));
            assertEquals(List.of(), checks.files());
        }
    }

    private Outcome inPieces(Function<Script, Question> asked, String word) throws IOException {
        Outcome last = null;
        for (OptionalLong room : List.of(CRAMPED, AMPLE)) {
            for (int workers = 1; workers <= 2; workers++) {
                var checks = new StoppedChecks(folder, asked, workers);
                Outcome straight = checks.straight();
                assertEquals(word, straight.verdict().word());
                int pieces = 0;
                int patience = 12;
                do {
                    last = checks.stopped(room, patience);
                    patience += patience / 2;
                    pieces++;
                } while (last.verdict() instanceof Verdict.Inconclusive);
                StoppedChecks.same(straight, last);
                assertTrue(checks.remarks.stream().anyMatch(remark -> remark.startsWith("goes on from the checkpoint at ")), checks.remarks::toString);
                assertTrue(pieces > 1);
                assertEquals(List.of(), checks.files());
            }
        }
        return last;
    }
}
