package org.cspcheck.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class SpecTestsTest {
    @TempDir
    private Path folder;

    private String spec(String text) throws java.io.IOException {
        return Files.writeString(folder.resolve("spec.yaml"), text).toString();
    }

    private static List<DynamicTest> tests(String spec) {
        DynamicContainer container = (DynamicContainer) SpecTests.of(spec).findFirst().orElseThrow();
        assertEquals(spec, container.getDisplayName());
        return container.getChildren().map(DynamicTest.class::cast).toList();
    }

    private static String complaint(DynamicTest test) {
        try {
            test.getExecutable().execute();
        } catch (AssertionError complaint) {
            return complaint.getMessage();
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
        throw new AssertionError(test.getDisplayName() + " passes");
    }

    /** The way it is used: these run as tests of this suite. */
    @TestFactory
    Stream<DynamicNode> checks_that_come_out_as_expected_pass() throws java.io.IOException {
        return SpecTests.of(spec(
                """
                define: |
                  channel a, b
                  P = a -> b -> P
                network: P
                check:
                  - deadlock free
                  - {assert: 'NETWORK [T= STOP', name: stop}
                  - {never: '{a}', expect: fails}
                """));
    }

    @Test
    void each_check_is_a_test_that_knows_its_place() throws java.io.IOException {
        String spec = spec("""
                define: |
                  channel a, b
                network: a -> b -> SKIP
                check:
                  - deadlock free
                  - can: b
                """);

        List<DynamicTest> tests = tests(spec);

        assertEquals(List.of("deadlock free", "can: b"), tests.stream().map(DynamicNode::getDisplayName).toList());
        assertEquals(
                Optional.of("line=5&column=5"), tests.getFirst().getTestSourceUri().map(java.net.URI::getQuery));
    }

    @Test
    void an_unexpected_verdict_fails_with_the_run_that_shows_it() throws java.io.IOException {
        String complaint = complaint(tests(spec("""
                define: |
                  channel a, b
                network: a -> STOP
                check:
                  - deadlock free
                """)).getFirst());

        assertTrue(complaint.startsWith("deadlock free fails\n"), complaint);
        assertTrue(complaint.contains("<a>"), complaint);
    }

    @Test
    void a_limit_that_was_reached_is_no_pass() throws java.io.IOException {
        String complaint = complaint(tests(spec("""
                define: |
                  channel a : {0..99}
                  P(n) = a.n -> P((n + 1) % 100)
                network: P(0)
                check:
                  - deadlock free
                limits: {states: 10}
                """)).getFirst());

        assertEquals("deadlock free is inconclusive: state limit of 10 reached", complaint);
    }

    @Test
    void a_spec_with_mistakes_is_one_failing_test_that_tells_them_all() throws java.io.IOException {
        List<DynamicTest> tests = tests(spec("""
                network: nobody -> SKIP
                chekc: []
                """));

        String complaint = complaint(tests.getFirst());

        assertEquals(1, tests.size());
        assertTrue(complaint.contains("nobody") && complaint.contains("chekc"), complaint);
    }

    @TestFactory
    Stream<DynamicNode> java_processes_are_classes_of_the_test() throws java.io.IOException {
        return SpecTests.of(spec(
                """
                define: channel on, off
                network:
                  - {java: org.cspcheck.junit.Lamp, args: [2], implements: on -> off -> on -> off -> SKIP}
                check:
                  - deadlock free
                  - {assert: 'on -> off -> SKIP [T= NETWORK', name: one flash, expect: fails}
                """));
    }

    @Test
    void a_class_that_is_none_of_the_test_is_told() throws java.io.IOException {
        String complaint = complaint(tests(spec("network: [{java: shop.Nobody}]\ncheck: [deadlock free]\n")).getFirst());
        assertTrue(complaint.contains("CSP0720") && complaint.contains("there is no class `shop.Nobody` on the class path of the test"), complaint);
    }
}
