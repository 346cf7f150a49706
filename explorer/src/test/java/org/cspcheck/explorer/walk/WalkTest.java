package org.cspcheck.explorer.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.model.verdict.Counterexample.TakenStep;
import org.cspcheck.model.verdict.Counterexample.Waiting;
import org.cspcheck.model.verdict.Counterexample.Wish;
import org.junit.jupiter.api.Test;

/** On two users of a lock that each is to give back: {@code take.0 -> give.0 -> U0}, {@code take.1 -> give.1 -> STOP}. */
class WalkTest {
    private final Alphabet alphabet = new Alphabet();
    private final int takeZero = event("take0");
    private final int giveZero = event("give0");
    private final int takeOne = event("take1");
    private final int giveOne = event("give1");

    private int event(String name) {
        return alphabet.number(Symbol.channel(name).bare());
    }

    private Process user(String name, int take, int give, boolean again) {
        return new Process.Call(new Process.Body() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Process unfold() {
                return Process.prefix(take, Process.prefix(give, again ? new Process.Call(this) : Process.STOP));
            }
        });
    }

    private Walk walk() {
        Process free = new Process.Call(new Process.Body() {
            @Override
            public String name() {
                return "LOCK";
            }

            @Override
            public Process unfold() {
                Process self = new Process.Call(this);
                return new Process.ExternalChoice(List.of(
                        Process.prefix(takeZero, Process.prefix(giveZero, self)), Process.prefix(takeOne, Process.prefix(giveOne, Process.STOP))));
            }
        });
        return new Walk(alphabet, new Process.AlphabetisedParallel(
                List.of(user("U0", takeZero, giveZero, true), user("U1", takeOne, giveOne, false), free),
                List.of(EventSet.of(takeZero, giveZero), EventSet.of(takeOne, giveOne), EventSet.of(takeZero, giveZero, takeOne, giveOne))));
    }

    private static List<String> events(List<TakenStep> steps) {
        return steps.stream().map(TakenStep::event).toList();
    }

    @Test
    void an_offer_names_the_processes_that_take_part() {
        assertEquals(List.of("U0", "LOCK"), walk().offers().getFirst().processes());
    }

    @Test
    void what_was_taken_can_be_undone() {
        Walk walk = walk();
        walk.take(0);
        assertEquals(List.of("give0"), events(walk.offers()));

        walk.backTo(0);

        assertEquals(List.of("take0", "take1"), events(walk.offers()));
        assertEquals(List.of(), walk.history());
    }

    @Test
    void coming_back_to_a_state_is_noticed() {
        Walk walk = walk();
        walk.take(0);
        assertEquals(-1, walk.seenAt());
        assertEquals(List.of(0), walk.leadTo());
        walk.take(0);
        assertEquals(0, walk.seenAt());
        assertEquals(List.of(1, -1), walk.leadTo());
        walk.backTo(0);
        assertEquals(List.of(-1, -1), walk.leadTo(), "what was undone was never there");
    }

    @Test
    void a_search_goes_on_to_a_nearest_state_and_says_who_waits_there() {
        Walk walk = walk();

        assertEquals(Walk.Search.FOUND, walk.find(new Goal.Deadlock(), 100, () -> false));

        assertEquals(List.of("take1", "give1"), events(walk.history()));
        assertEquals("U0", walk.waiting().getFirst().process());
        assertEquals(List.of("LOCK"), walk.waiting().getFirst().wishes().getFirst().missing());
    }

    @Test
    void a_search_stays_where_it_is_when_there_is_no_such_state() {
        Walk walk = walk();
        assertEquals(Walk.Search.NOWHERE, walk.find(new Goal.Terminates(), 100, () -> false));
        assertEquals(Walk.Search.UNKNOWN, walk.find(new Goal.Terminates(), 2, () -> false));
        assertEquals(List.of(), walk.history());
    }

    @Test
    void who_waits_is_known_where_others_go_on_as_well() {
        Walk walk = walk();
        walk.take(0);
        assertEquals(List.of("U1"), walk.waiting().stream().map(Waiting::process).toList());
        assertEquals(List.of(new Wish("take1", List.of("LOCK"))), walk.waiting().getFirst().wishes());
    }

    @Test
    void a_search_finds_events_that_are_hidden() {
        Walk hidden = new Walk(alphabet, new Process.Hide(Process.prefix(takeZero, Process.prefix(giveZero, Process.STOP)), EventSet.of(giveZero)));
        assertEquals(Walk.Search.FOUND, hidden.find(new Goal.Offers("give0"), 100, () -> false));
        assertEquals(List.of("take0"), events(hidden.history()));
    }

    @Test
    void a_step_to_where_nothing_can_be_evaluated_is_not_taken() {
        Process.Body broken = new Process.Body() {
            @Override
            public String name() {
                return "BROKEN";
            }

            @Override
            public Process unfold() {
                throw new SpecificationException(Diagnostic.error("CSP0501", null, "head of the empty sequence"));
            }
        };
        Walk walk = new Walk(alphabet, Process.prefix(takeZero, Process.prefix(giveZero, new Process.Call(broken))));
        assertThrows(SpecificationException.class, () -> walk.take(0));
        assertEquals(List.of("take0"), events(walk.offers()));
    }

    @Test
    void recorded_choices_lead_to_the_same_place_again() {
        Walk walk = walk();
        walk.find(new Goal.Offers("give1"), 100, () -> false);
        Walk again = walk();

        assertEquals(1, again.follow(walk.choices()));

        assertEquals(walk.parts(), again.parts());
        assertEquals(1, again.follow(List.of(1, 7)), "the second is not possible");
    }

    @Test
    void each_process_says_what_is_left_of_it() {
        Walk walk = walk();
        walk.take(0);
        assertEquals(new Walk.Part("U0", "give0 → …", List.of("give0"), Optional.empty()), walk.parts().getFirst());
        assertEquals(List.of("U0", "U1", "LOCK"), walk.parts().stream().map(Walk.Part::process).toList());
    }
}
