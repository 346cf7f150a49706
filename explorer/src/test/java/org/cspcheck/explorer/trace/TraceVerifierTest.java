package org.cspcheck.explorer.trace;

import static org.cspcheck.explorer.Script.external;
import static org.cspcheck.explorer.Script.hide;
import static org.cspcheck.explorer.Script.interleave;
import static org.cspcheck.explorer.Script.internal;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.cspcheck.explorer.Networks;
import org.cspcheck.explorer.RandomTerms;
import org.cspcheck.explorer.Script;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.junit.jupiter.api.Test;

class TraceVerifierTest {
    private static final int[] EVENTS = {2, 3, 4, 5, Event.TICK};

    private static TraceVerifier verifier(Script s, Process specification) {
        return TraceVerifier.of(specification, s.alphabet);
    }

    private static TraceVerifier forgetful(Script s, Process specification) {
        return TraceVerifier.bounded(specification, s.alphabet, () -> false, new Monitor.Bounds(2, 4, 8));
    }

    // ---- bounds

    @Test
    void a_million_events_need_what_ten_need() {
        var s = new Script();
        s.define("P", () -> s.then("P", "a", "b"));
        s.define("Q", () -> s.then("Q", "b", "c"));
        TraceVerifier verifier = verifier(s, s.network(Map.of("P", s.events("a", "b"), "Q", s.events("b", "c"))));
        Session session = verifier.session();
        int[] round = {s.event("a"), s.event("b"), s.event("c")};
        for (int i = 0; i < 1_000_000; i++) {
            assertTrue(session.accept(round[i % 3], i));
        }
        assertEquals(4, verifier.nodes(), "two of each process");
        assertEquals(1024, session.recent().size());
        assertEquals(1_000_000, session.events());
    }

    // ---- two routes for one answer

    /** More states than this after one trace, and the slow route is not taken any further. */
    private static final int MOST_STATES = 60;

    @Test
    void an_event_is_allowed_exactly_when_the_firing_rules_lead_to_it() {
        int split = 0;
        int refused = 0;
        for (int seed = 0; seed < 160; seed++) {
            var terms = new RandomTerms(seed);
            Process network = terms.network(2);
            TraceVerifier verifier = verifier(terms.script(), network);
            split += verifier.monitors().size() > 1 ? 1 : 0;
            refused += follow(network, verifier.session(), new Random(seed)) ? 1 : 0;
        }
        assertTrue(split > 40, split + " specifications were taken apart");
        assertTrue(refused > 40, refused + " traces were refused");
    }

    @Test
    void forgetting_changes_no_answer() {
        for (int seed = 0; seed < 100; seed++) {
            var terms = new RandomTerms(seed);
            Process network = terms.network(2);
            follow(network, forgetful(terms.script(), network).session(), new Random(seed));
        }
    }

    @Test
    void an_event_is_allowed_exactly_when_the_search_finds_the_longer_trace() {
        for (int seed = 1000; seed < 1030; seed++) {
            var terms = new RandomTerms(seed);
            Process network = terms.network(2);
            Session session = verifier(terms.script(), network).session();
            var trace = new ArrayList<Integer>();
            while (trace.size() < 5) {
                int[] found = Arrays.stream(EVENTS).filter(event -> has(terms.script(), network, trace, event)).sorted().toArray();
                assertArrayEquals(found, session.allowed(), () -> network + " after " + trace);
                if (found.length == 0) {
                    break;
                }
                trace.add(found[(seed + trace.size()) % found.length]);
                assertTrue(session.accept(trace.getLast(), trace.size()));
            }
        }
    }

    private static boolean has(Script s, Process network, List<Integer> trace, int event) {
        var longer = new ArrayList<>(trace);
        longer.add(event);
        return s.holds(network, new Property.HasTrace(longer, SemanticModel.T));
    }

    /** Follows a random trace beside the firing rules, the process whole; {@return whether it was refused at its end} */
    private static boolean follow(Process network, Session session, Random random) {
        var rules = new FiringRules();
        Set<Process> states = closure(rules, Set.of(rules.settle(network)));
        for (int position = 0; position < 7 && states.size() <= MOST_STATES; position++) {
            int[] found = states.stream()
                    .flatMapToInt(state -> rules.steps(state).stream().mapToInt(Step::event))
                    .filter(event -> event != Event.TAU)
                    .sorted()
                    .distinct()
                    .toArray();
            assertArrayEquals(found, session.allowed(), network::toString);
            for (int[] offers : new int[][] {{Event.TICK}, {}, {EVENTS[random.nextInt(4)], EVENTS[random.nextInt(4)]}}) {
                assertEquals(mayRest(rules, states, offers), session.mayOffer(offers), network::toString);
            }
            int event = found.length > 0 && random.nextInt(10) > 0 ? found[random.nextInt(found.length)] : EVENTS[random.nextInt(EVENTS.length)];
            boolean expected = Arrays.binarySearch(found, event) >= 0;
            assertEquals(expected, session.accept(event, position));
            if (!expected) {
                paths(session.refusal().orElseThrow());
                return true;
            }
            var next = new HashSet<Process>();
            states.forEach(state -> rules.steps(state).stream().filter(step -> step.event() == event).forEach(step -> next.add(step.target())));
            states = closure(rules, next);
        }
        return false;
    }

    /** Whether one of these states is stable, or can terminate, with no more on offer. */
    private static boolean mayRest(FiringRules rules, Set<Process> states, int[] offers) {
        var allowed = Arrays.stream(offers).boxed().toList();
        return states.stream().anyMatch(state -> {
            List<Integer> events = rules.steps(state).stream().map(Step::event).toList();
            return events.contains(Event.TICK) ? allowed.contains(Event.TICK) : allowed.containsAll(events);
        });
    }

    private static Set<Process> closure(FiringRules rules, Set<Process> seeds) {
        var seen = new HashSet<>(seeds);
        var open = new ArrayDeque<>(seeds);
        while (!open.isEmpty()) {
            for (Step step : rules.steps(open.remove())) {
                if (step.isTau() && seen.add(step.target())) {
                    open.add(step.target());
                }
            }
        }
        return seen;
    }

    /** Each process that refused can perform its shortest path, and not the event after it. */
    private static void paths(Refusal refusal) {
        refusal.refusers().forEach(refuser -> assertTrue(refuser.path().isPresent(), refuser.name()));
        assertEquals(refusal.position() - 1, refusal.recent().size());
        assertTrue(refusal.isWhole());
        assertEquals(Optional.empty(), refusal.unreplayed());
    }

    // ---- sessions that are put away

    /** The other route is a session that stays, of a verifier that forgets nothing. */
    @Test
    void a_session_that_is_put_away_goes_on_where_it_stood_whatever_is_forgotten() {
        int resumed = 0;
        for (int seed = 0; seed < 60; seed++) {
            var terms = new RandomTerms(seed);
            Process network = terms.network(2);
            TraceVerifier forgetful = forgetful(terms.script(), network);
            var places = new Places(forgetful);
            var random = new Random(seed);
            List<Session> staying = Stream.generate(verifier(terms.script(), network)::session).limit(4).toList();
            int[] away = new int[4];
            Arrays.fill(away, places.of(forgetful.session()));
            for (int i = 0; i < 40; i++) {
                int which = random.nextInt(4);
                Session stays = staying.get(which);
                Session goes = places.session(away[which], stays.events());
                int[] allowed = stays.allowed();
                assertArrayEquals(allowed, goes.allowed());
                assertEquals(stays.mayEnd(), places.mayEnd(away[which]));
                if (allowed.length > 0) {
                    int event = allowed[random.nextInt(allowed.length)];
                    assertTrue(stays.accept(event, i) && goes.accept(event, i));
                    assertEquals(stays.events(), goes.events());
                    away[which] = places.of(goes);
                    resumed++;
                }
            }
        }
        assertTrue(resumed > 500, resumed + " events");
    }

    // ---- what a refusal says

    /** The replay throws where it comes to another answer: of the whole specification, and of each process. */
    @Test
    void offers_and_ends_that_are_refused_are_refused_in_the_replay() {
        int refused = 0;
        for (int seed = 0; seed < 200; seed++) {
            var terms = new RandomTerms(seed);
            Process network = terms.network(2);
            var random = new Random(seed);
            Session session = verifier(terms.script(), network).session();
            for (int i = 0; i < 5; i++) {
                int[] offered = Arrays.stream(EVENTS).filter(event -> random.nextInt(3) == 0).toArray();
                for (int monitor = -1; monitor < session.verifier().monitors().size(); monitor++) {
                    boolean may = monitor < 0 ? session.mayOffer(offered) : session.mayOffer(monitor, offered);
                    if (!may) {
                        assertEquals(Optional.empty(), session.unreplayed(monitor, offered));
                        refused++;
                    }
                }
                int[] allowed = session.allowed();
                if (allowed.length == 0 || !session.accept(allowed[random.nextInt(allowed.length)], i)) {
                    break;
                }
            }
        }
        assertTrue(refused > 300, refused + " were refused");
    }

    @Test
    void a_replay_that_would_be_too_large_is_said_and_one_that_contradicts_is_a_fault() {
        var s = new Script();
        Process once = s.then(Process.STOP, "x");
        Process toggles = hide(interleave(once, once, once), s.events("x")); // 2^3 states
        var budget = new Budget(Limits.NONE, Progress.SILENT, () -> false);
        assertEquals(Optional.empty(), Replay.refuses("P", toggles, List.of(), s.event("a"), 8, budget));
        assertEquals(Optional.of("one trace of P leads to more than 7 states"), Replay.refuses("P", toggles, List.of(), s.event("a"), 7, budget));
        assertThrows(IllegalStateException.class, () -> Replay.refuses("P", s.then(Process.STOP, "a"), List.of(), s.event("a"), budget));
        assertThrows(IllegalStateException.class, () -> Replay.refuses("P", toggles, s.trace("a"), s.event("a"), budget));
    }

    @Test
    void a_refusal_names_who_refused_what_was_allowed_and_the_last_causes() {
        var s = new Script();
        Session session = verifier(s, Networks.philosophers(s, 3, false)).session();
        for (String event : List.of("pick.0.0", "pick.1.1", "put.1.1")) {
            session.accept(s.event(event), 10 + session.events());
        }
        Refusal refusal = session.refusal().orElseThrow();
        assertEquals(s.event("put.1.1"), refusal.event());
        assertEquals(3, refusal.position());
        assertEquals(12, refusal.place());
        assertEquals(List.of("PHIL(1)"), refusal.refusers().stream().map(Refusal.Refuser::name).toList());
        assertEquals(List.of(new Refusal.Seen(s.event("pick.1.1"), 11)), refusal.refusers().getFirst().causes());
        assertEquals(Optional.of(List.of(s.event("pick.1.1"))), refusal.refusers().getFirst().path());
        assertArrayEquals(sorted(s, "pick.1.2", "pick.2.2"), refusal.allowed());
        assertFalse(session.accept(s.event("pick.2.2"), 13), "a session that has failed stands still");
    }

    @Test
    void the_shortest_path_leaves_out_the_rounds_that_came_before() {
        var s = new Script();
        s.define("P", () -> s.then("P", "a", "b"));
        Session session = verifier(s, s.call("P")).session();
        for (int i = 0; i < 1001; i++) {
            assertTrue(session.accept(s.event(i % 2 == 0 ? "a" : "b"), i));
        }
        assertFalse(session.accept(s.event("a"), 1001));
        Refusal refusal = session.refusal().orElseThrow();
        assertEquals(Optional.of(s.trace("a")), refusal.refusers().getFirst().path());
        assertEquals(1002, refusal.position());
    }

    @Test
    void an_event_that_no_process_knows_is_refused_by_nobody() {
        var s = new Script();
        s.define("P", () -> s.then("P", "a"));
        TraceVerifier verifier = verifier(s, s.call("P"));
        assertFalse(verifier.knows(s.event("x")) && verifier.monitors().size() > 1);
        assertFalse(verifier.session().accept(s.event("x"), 1));
    }

    // ---- taking apart

    @Test
    void a_network_is_followed_process_by_process() {
        var s = new Script();
        assertEquals(List.of("PHIL(0)", "PHIL(1)", "FORK(0)", "FORK(1)"), verifier(s, Networks.philosophers(s, 2, false)).monitors());
    }

    @Test
    void processes_that_share_a_hidden_event_stay_together() {
        var s = new Script();
        s.define("P", () -> s.then("P", "a", "mid"));
        s.define("Q", () -> s.then("Q", "mid", "b"));
        s.define("R", () -> s.then("R", "b", "c", "own"));
        var network = new Process.AlphabetisedParallel(
                List.of(s.call("P"), s.call("Q"), s.call("R")),
                List.of(s.events("a", "mid"), s.events("mid", "b"), s.events("b", "c", "own")));
        TraceVerifier verifier = verifier(s, hide(network, s.events("mid", "own")));
        assertEquals(List.of("P, Q", "R"), verifier.monitors());
        Session session = verifier.session();
        s.trace("a", "a", "b", "c", "b", "c").forEach(event -> assertTrue(session.accept(event, 0)));
        assertFalse(session.accept(s.event("mid"), 0), "what is hidden is not in a log");
    }

    @Test
    void an_interleaving_is_taken_apart_only_where_each_event_shows_who_performed_it() {
        var s = new Script();
        s.define("P", () -> s.then("P", "a", "b"));
        s.define("Q", () -> s.then("Q", "c"));
        s.define("R", () -> s.then("R", "a"));
        assertEquals(2, verifier(s, interleave(s.call("P"), s.call("Q"))).monitors().size());
        assertEquals(1, verifier(s, interleave(s.call("P"), s.call("R"))).monitors().size());
    }

    // ---- ends, gaps, coverage

    @Test
    void a_run_may_end_where_the_specification_may_stop_or_terminate() {
        var s = new Script();
        Process p = s.then(internal(Process.STOP, s.then(Process.SKIP, "b")), "a");
        Session session = verifier(s, p).session();
        assertFalse(session.mayEnd());
        session.accept(s.event("a"), 1);
        assertTrue(session.mayEnd(), "after a it may stop");
        session.accept(s.event("b"), 2);
        assertTrue(session.mayEnd(), "it may terminate");
        assertTrue(session.accept(Event.TICK, 3));
        assertTrue(session.mayEnd());
    }

    @Test
    void after_a_gap_only_what_no_state_allows_is_refused() {
        var s = new Script();
        s.define("P", () -> s.then("P", "a", "b", "c"));
        Session session = verifier(s, s.call("P")).session();
        session.gap();
        assertTrue(session.accept(s.event("c"), 1), "it may have been anywhere");
        assertFalse(session.accept(s.event("b"), 2), "after c comes a, wherever it was before");
        assertTrue(session.hasGaps());
    }

    @Test
    void coverage_counts_nodes_and_names_the_events_that_were_not_seen() {
        var s = new Script();
        s.define("P", () -> external(s.then("P", "a", "b"), s.then("P", "x", "y")));
        TraceVerifier verifier = verifier(s, s.call("P"));
        Session session = verifier.session();
        s.trace("a", "b", "a").forEach(event -> session.accept(event, 0));
        Coverage coverage = verifier.coverage();
        assertEquals(Set.copyOf(s.trace("x", "y")), Set.copyOf(coverage.unseen()));
        assertEquals(List.of(new Coverage.Visited("P", 2, 3, true, false)), coverage.monitors());
    }

    @Test
    void a_specification_without_end_is_followed_within_its_bounds() {
        var s = new Script();
        Process counter = new Process.Call(new Counter(s, 0));
        TraceVerifier verifier = TraceVerifier.bounded(counter, s.alphabet, () -> false, new Monitor.Bounds(100, 200, 400));
        Session session = verifier.session();
        for (int i = 0; i < 5000; i++) {
            assertTrue(session.accept(s.event("up"), i));
        }
        for (int i = 0; i < 5000; i++) {
            assertTrue(session.accept(s.event("down"), i));
        }
        assertFalse(session.accept(s.event("down"), 0));
        assertTrue(verifier.monitor(0).form().size() <= 101);
        assertTrue(verifier.monitor(0).form().states() <= 201);
    }

    private record Counter(Script script, int count) implements Process.Body {
        @Override
        public String name() {
            return "COUNT(" + count + ")";
        }

        @Override
        public Process unfold() {
            Process up = Process.prefix(script.event("up"), new Process.Call(new Counter(script, count + 1)));
            return count == 0 ? up : external(up, Process.prefix(script.event("down"), new Process.Call(new Counter(script, count - 1))));
        }
    }

    // ---- while a network runs

    @Test
    void a_monitor_objects_once_and_says_to_what() {
        var s = new Script();
        s.define("P", () -> s.then("P", "a", "b"));
        var objections = new ArrayList<EventMonitor.Standing>();
        EventSet ignored = s.events("noise");
        var monitor = new EventMonitor(
                verifier(s, s.call("P")).session(),
                text -> text.length() == 1 || text.equals("noise") ? OptionalInt.of(s.event(text)) : OptionalInt.empty(),
                ignored::contains,
                objections::add);
        for (String event : List.of("a", "noise", "b", "b", "a")) {
            monitor.happened(0, null, event, null);
        }
        assertEquals(1, objections.size());
        assertEquals("b", ((EventMonitor.Standing.Refused) objections.getFirst()).text());
        assertEquals(monitor.standing(), objections.getFirst());
    }

    private static int[] sorted(Script s, String... names) {
        return s.trace(names).stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
