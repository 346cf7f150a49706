package org.cspcheck.cli.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.cspcheck.reports.text.Page;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.Specifications;
import org.junit.jupiter.api.Test;

class ExploreTest {
    private static final String SPEC = """
            channel a, b : {0..1}
            P = a?x -> b.x -> P
            Q = a.1 -> STOP [] b.0 -> Q
            N = P [| {| a, b |} |] Q
            assert N :[deadlock free]
            """;

    private static Session session() {
        Specification read = Specifications.read(
                "-", Optional.empty(), List.of(), new ByteArrayInputStream(SPEC.getBytes(StandardCharsets.UTF_8)));
        return new Session(read, read.checks().getFirst().subject(), () -> false);
    }

    // --- in the terminal ---------------------------------------------------------------------------------------------------

    private static List<String> told(String commands) throws Exception {
        var out = new ByteArrayOutputStream();
        new TerminalWalk(session(), new BufferedReader(new StringReader(commands)), new PrintStream(out, true, StandardCharsets.UTF_8), Page.PLAIN).run();
        return out.toString(StandardCharsets.UTF_8).lines().map(String::strip).toList();
    }

    @Test
    void a_number_takes_a_step() throws Exception {
        List<String> told = told("0\nq\n");
        assertTrue(told.contains("0  a.1   P, Q"), told::toString);
        assertTrue(told.contains("> after step 1, a.1"), told::toString);
        assertTrue(told.contains("deadlock: nothing can happen any more"), told::toString);
    }

    @Test
    void so_does_the_name_of_its_event() throws Exception {
        assertEquals(told("0\nquit\n"), told("a.1\nexit\n"));
    }

    @Test
    void a_check_is_decided_and_its_run_jumped_to() throws Exception {
        List<String> told = told("c 0\ns\n");
        assertTrue(told.contains("> N :[deadlock free]: fails. Deadlock: nothing can happen any more."), told::toString);
        assertTrue(told.contains("> 0"), told::toString);
    }

    @Test
    void what_is_no_command_is_said_to_be_none() throws Exception {
        assertTrue(told("dance\n").contains("> `dance` is no command; h lists them"));
        assertTrue(told("7\n").contains("> there are the steps 0 to 0"));
    }

    // --- in the browser ----------------------------------------------------------------------------------------------------

    private final HttpClient browser = HttpClient.newHttpClient();

    private HttpResponse<String> ask(String address, Optional<String> body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        body.ifPresent(text -> request.POST(HttpRequest.BodyPublishers.ofString(text)));
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void requests_change_the_walk_and_answer_with_where_it_stands() throws Exception {
        try (var server = new WalkServer(session(), 0)) {
            String root = server.address();

            assertTrue(ask(root, Optional.empty()).body().startsWith("<!DOCTYPE html>"));
            assertTrue(ask(root + "state", Optional.empty()).body().contains("\"offers\":[{\"event\":\"a.1\",\"processes\":[\"P\",\"Q\"]}]"));
            assertTrue(ask(root + "take", Optional.of("0")).body().contains("\"choices\":\"0\""));
            assertTrue(ask(root + "back", Optional.of("0")).body().contains("\"choices\":\"\""));
            assertTrue(ask(root + "find", Optional.of("deadlock")).body().contains("\"message\":\"found deadlock after one more step\""));
            assertTrue(ask(root + "follow", Optional.of("0 0")).body().contains("only the first 1 of 2"));
        }
    }

    @Test
    void a_change_meant_for_what_is_no_more_is_not_made() throws Exception {
        try (var server = new WalkServer(session(), 0)) {
            String root = server.address();
            assertEquals(200, ask(root + "take?0", Optional.of("0")).statusCode());

            HttpResponse<String> late = ask(root + "back?0", Optional.of("0"));

            assertEquals(409, late.statusCode());
            assertTrue(late.body().contains("\"version\":1,\"message\":\"nothing was done") && late.body().contains("\"choices\":\"0\""), late::body);
        }
    }

    @Test
    void the_run_of_a_check_is_shown_with_what_it_found_and_where_each_process_stands() throws Exception {
        try (var server = new WalkServer(session(), 0)) {
            String jumped = ask(server.address() + "check", Optional.of("0")).body();

            assertTrue(jumped.contains("\"finding\":{\"kind\":\"deadlock\""), jumped);
            assertTrue(jumped.contains("\"wishes\":[{\"event\":\"b.1\",\"missing\":[\"Q\"]}]"), jumped);
            assertTrue(jumped.contains("\"place\":\"<stdin>:2:12\",\"line\":\"P = a?x -> b.x -> P\",\"from\":11,\"to\":14"), jumped);
            assertFalse(ask(server.address() + "back", Optional.of("0")).body().contains("finding"), "no longer its run");
        }
    }

    @Test
    void a_channel_that_is_not_there_is_not_searched_for() {
        assertEquals("there is no channel `aa`. Did you mean `a`?", session().find("aa.0"));
    }

    @Test
    void nobody_gets_in_without_the_token_or_does_harm_with_it() throws Exception {
        try (var server = new WalkServer(session(), 0)) {
            URI address = URI.create(server.address());
            assertEquals(404, ask("http://127.0.0.1:" + address.getPort() + "/state", Optional.empty()).statusCode());
            assertEquals(405, ask(server.address() + "take", Optional.empty()).statusCode());
            assertEquals(400, ask(server.address() + "take", Optional.of("99")).statusCode());
            assertEquals(400, ask(server.address() + "dance", Optional.of("")).statusCode());
            assertTrue(ask(server.address() + "state", Optional.empty()).body().contains("\"choices\":\"\""), "nothing has changed");
        }
    }
}
