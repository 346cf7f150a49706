package org.cspcheck.reports.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.value.Symbol;
import org.junit.jupiter.api.Test;

class GraphTextTest {
    private final Alphabet alphabet = new Alphabet();
    private final int a = alphabet.number(Symbol.channel("a").bare());
    private final int b = alphabet.number(Symbol.channel("b").bare());
    /** {@code (a -> b -> SKIP [] b -> SKIP) \ {a}}. */
    private final Process process = new Process.Hide(
            new Process.ExternalChoice(List.of(
                    Process.prefix(a, Process.prefix(b, Process.SKIP)), Process.prefix(b, Process.SKIP))),
            EventSet.of(a));
    private final TransitionGraph graph = TransitionGraph.of(process, alphabet, 100);

    @Test
    void states_are_numbered_breadth_first() {
        assertEquals(4, graph.states());
        assertEquals(
                List.of(
                        new TransitionGraph.Edge(0, "tau", 1),
                        new TransitionGraph.Edge(0, "b", 2),
                        new TransitionGraph.Edge(1, "b", 2),
                        new TransitionGraph.Edge(2, "tick", 3)),
                graph.edges());
    }

    @Test
    void aldebaran_counts_edges_and_states() {
        assertEquals(
                """
                des (0, 4, 4)
                (0, i, 1)
                (0, "b", 2)
                (1, "b", 2)
                (2, "tick", 3)
                """,
                GraphText.aldebaran(graph));
    }

    @Test
    void no_channel_is_taken_for_the_hidden_step() {
        Process called = Process.prefix(alphabet.number(Symbol.channel("i").bare()), Process.prefix(alphabet.number(Symbol.channel("tau").bare()), Process.STOP));
        assertEquals("des (0, 2, 3)\n(0, \"::i\", 1)\n(1, \"::tau\", 2)\n", GraphText.aldebaran(TransitionGraph.of(called, alphabet, 100)));
    }

    @Test
    void hidden_steps_are_dotted() {
        assertEquals(
                """
                digraph {
                  rankdir=LR;
                  node [shape=circle];
                  start [shape=point];
                  start -> 0;
                  0 -> 1 [label="tau", style=dotted];
                  0 -> 2 [label="b"];
                  1 -> 2 [label="b"];
                  2 -> 3 [label="tick"];
                }
                """,
                GraphText.dot(graph));
        assertEquals(
                """
                flowchart LR
                  start(( )) --> s0((0))
                  s0 -.->|"tau"| s1((1))
                  s0 -->|"b"| s2((2))
                  s1 -->|"b"| s2((2))
                  s2 -->|"tick"| s3((3))
                """,
                GraphText.mermaid(graph));
    }

    @Test
    void edges_between_the_same_states_share_an_arrow() {
        TransitionGraph run = TransitionGraph.of(new Process.Run(EventSet.of(a, b)), alphabet, 100);
        assertEquals(
                """
                flowchart LR
                  start(( )) --> s0((0))
                  s0 -->|"a<br/>b"| s0((0))
                """,
                GraphText.mermaid(run));
    }

    @Test
    void a_graph_stops_at_its_limit() {
        TransitionGraph part = TransitionGraph.of(process, alphabet, 2);
        assertEquals(2, part.states());
        assertEquals(List.of(new TransitionGraph.Edge(0, "tau", 1)), part.edges());
        assertFalse(part.complete());
    }
}
