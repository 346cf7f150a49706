package org.cspcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code csp-check print} draws of a spec, with nothing replaced. */
class PrintTest {
    @TempDir
    private Path folder;

    private final Bench bench = new Bench();
    private String spec;

    @BeforeEach
    void a_spec_of_two_processes() throws Exception {
        bench.frontEnd = FrontEnd.SPECIFICATIONS;
        spec = Files.writeString(folder.resolve("two.csp"), """
                channel a, b
                L = a -> b -> L
                R = b -> (a -> R |~| b -> R)
                assert (L [| {b} |] R) \\ {b} :[divergence free]
                """).toString();
    }

    @Test
    void the_network_is_what_the_first_check_is_about() {
        assertEquals(0, bench.run("print", "--network", spec), bench.err());
        assertEquals(
                """
                L
                  b  hidden  R
                  a  the outside

                R
                  b  hidden  L
                  a  the outside
                """,
                bench.out());
    }

    @Test
    void the_normal_form_has_one_node_after_each_trace() {
        assertEquals(0, bench.run("print", "--normal", "--process", "R", spec), bench.err());
        assertEquals(
                """
                0  accepts {b}
                   b -> 1

                1  accepts {b} or {a}
                   b -> 0
                   a -> 0
                """,
                bench.out());
        assertEquals(0, bench.run("print", "--normal", "--aut", "--process", "R", spec));
        assertEquals("des (0, 3, 2)\n(0, \"b\", 1)\n(1, \"b\", 0)\n(1, \"a\", 0)\n", bench.out());
        bench.run("print", "--normal", "--max-states", "1", "--process", "R", spec);
        assertEquals("0  accepts {b}\n... and more nodes\n", bench.out());
        assertTrue(bench.err().contains("more than 1 states"), bench.err());
    }

    @Test
    void what_cannot_be_drawn_is_said() {
        assertEquals(2, bench.run("print", "--network", "--aut", spec));
        assertTrue(bench.err().startsWith("csp-check: --aut is about states"), bench.err());
        assertEquals(2, bench.run("print", "--network", "--normal", spec));
        assertEquals(2, bench.run("print", "--process", "R", spec));
        assertTrue(bench.err().contains("Add --dot, --mermaid, --aut, --network or --normal."), bench.err());
    }
}
