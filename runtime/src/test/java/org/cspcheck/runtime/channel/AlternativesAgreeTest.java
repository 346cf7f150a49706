package org.cspcheck.runtime.channel;

import static org.cspcheck.runtime.library.Csp.par;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cspcheck.runtime.AllRuns;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Recording;
import org.cspcheck.runtime.Trial;
import org.cspcheck.runtime.channel.AlternativeTest.Kind;
import org.junit.jupiter.api.Test;

/** The two alternatives have one meaning: networks that differ in nothing else have the same runs. */
class AlternativesAgreeTest {
    private static final int CHANNELS = 3;

    /** One action on a channel, or a choice between two. */
    record Act(int channel, boolean writes) {}

    record Choice(Act first, Act second) {}

    /** A process that makes one choice after the other. */
    record Script(List<Choice> choices) {}

    @Provide
    Arbitrary<List<Script>> networks() {
        Arbitrary<Act> act = Combinators.combine(Arbitraries.integers().between(0, CHANNELS - 1), Arbitraries.of(true, false)).as(Act::new);
        Arbitrary<Choice> choice = Combinators.combine(act, act.injectNull(0.4)).as(Choice::new);
        return choice.list().ofMinSize(1).ofMaxSize(2).map(Script::new).list().ofMinSize(2).ofMaxSize(3);
    }

    private static Behaviour network(List<Script> scripts, Kind kind) {
        return () -> {
            List<Channel<Integer>> channels =
                    IntStream.range(0, CHANNELS).mapToObj(i -> Channel.<Integer>anyToAny("c" + i)).toList();
            var processes = new ArrayList<Behaviour>();
            for (int i = 0; i < scripts.size(); i++) {
                int number = i;
                processes.add(() -> perform(scripts.get(number), number, kind, channels));
            }
            par(processes);
        };
    }

    /** A choice that is met again is selected again on the same alternative, which has stayed registered if it is of that kind. */
    private static void perform(Script script, int number, Kind kind, List<Channel<Integer>> channels) {
        List<Alternative> alternatives = script.choices().stream().map(choice -> kind.of(builder(choice, number, channels))).toList();
        for (Alternative alternative : alternatives) {
            alternative.select();
        }
        alternatives.get(0).select();
    }

    private static Alternative.Builder builder(Choice choice, int number, List<Channel<Integer>> channels) {
        Alternative.Builder builder = Alternative.arbitrary();
        branch(builder, choice.first(), number, channels);
        if (choice.second() != null) {
            branch(builder, choice.second(), number, channels);
        }
        return builder;
    }

    private static void branch(Alternative.Builder builder, Act act, int number, List<Channel<Integer>> channels) {
        Channel<Integer> channel = channels.get(act.channel());
        if (act.writes()) {
            builder.out(channel.out(), () -> number, null);
        } else {
            builder.in(channel.in(), value -> {});
        }
    }

    @Property(tries = 40, maxDiscardRatio = 50)
    void random_networks_have_the_same_runs_with_both(@ForAll("networks") List<Script> scripts) {
        Optional<Set<String>> transputer = AllRuns.of(1000, network(scripts, Kind.TRANSPUTER));
        Assume.that(transputer.isPresent());
        assertEquals(transputer, AllRuns.of(3000, network(scripts, Kind.REGISTERED)));
    }

    @Property(tries = 100)
    void every_run_can_be_repeated_from_its_recording(@ForAll("networks") List<Script> scripts, @ForAll long seed) {
        for (Kind kind : Kind.values()) {
            var recording = new Recording(Oracle.random(seed));
            Trial trial = Trial.of(recording, network(scripts, kind));
            Trial repeated = Trial.of(Oracle.recorded(recording.choices()), network(scripts, kind));
            assertEquals(trial.toString(), repeated.toString());
        }
    }

    @Test
    void a_reader_of_two_channels_has_three_runs_with_either() {
        for (Kind kind : Kind.values()) {
            var runs = AllRuns.of(5000, () -> {
                Channel<Integer> a = Channel.oneToOne("a");
                Channel<Integer> b = Channel.oneToOne("b");
                par(
                        () -> List.of(1, 2).forEach(a.out()::write),
                        () -> List.of(3).forEach(b.out()::write),
                        () -> {
                            Alternative alternative =
                                    kind.of(Alternative.fair().in(a.in(), value -> {}).in(b.in(), value -> {}));
                            for (int i = 0; i < 3; i++) {
                                alternative.select();
                            }
                        });
            });
            assertEquals(3, runs.orElseThrow().size(), () -> kind + ": " + runs);
        }
    }
}
