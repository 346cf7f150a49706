package org.cspcheck.reports.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.cspcheck.model.verdict.Wiring;
import org.cspcheck.model.verdict.Wiring.Joint;
import org.cspcheck.model.verdict.Wiring.Part;
import org.cspcheck.reports.graph.NormalText.Node;
import org.cspcheck.reports.graph.TransitionGraph.Edge;
import org.junit.jupiter.api.Test;

class NetworkTextTest {
    private static final Wiring WIRING = new Wiring(
            List.of(new Part("sender(0)", Optional.empty(), true), new Part("say \"hi\"", Optional.empty(), true), new Part("clock", Optional.empty(), false)),
            List.of(
                    new Joint("send", 2, true, List.of(0, 1)),
                    new Joint("ack", 1, true, List.of(0, 1)),
                    new Joint("tock", 1, false, List.of(0, 1, 2)),
                    new Joint("out", 3, false, List.of(1))));

    @Test
    void a_process_has_its_channels_and_whom_they_join_it_with() {
        assertEquals(
                """
                sender(0)
                  send  hidden  say "hi"
                  ack   hidden  say "hi"
                  tock  say "hi", clock

                say "hi"
                  send  hidden  sender(0)
                  ack   hidden  sender(0)
                  tock  sender(0), clock
                  out   the outside

                clock
                  tock  sender(0), say "hi"
                  (very many states; not all of its channels may be known)
                """,
                NetworkText.text(WIRING));
    }

    @Test
    void graphviz_draws_a_line_for_two_and_a_knot_for_more() {
        assertEquals(
                """
                graph {
                  layout=neato;
                  overlap=false;
                  node [shape=box, style=rounded];
                  p0 [label="sender(0)"];
                  p1 [label="say \\"hi\\""];
                  p2 [label="clock"];
                  p0 -- p1 [label="send, ack", style=dotted];
                  k0 [shape=point, xlabel="tock"];
                  k0 -- p0;
                  k0 -- p1;
                  k0 -- p2;
                }
                """,
                NetworkText.dot(WIRING));
    }

    @Test
    void mermaid_draws_the_same() {
        assertEquals(
                """
                flowchart LR
                  p0["sender(0)"]
                  p1["say &quot;hi&quot;"]
                  p2["clock"]
                  p0 -.-|"send, ack"| p1
                  k0(("tock"))
                  k0 --- p0
                  k0 --- p1
                  k0 --- p2
                """,
                NetworkText.mermaid(WIRING));
    }

    @Test
    void a_normal_form_tells_what_each_node_accepts() {
        var graph = new TransitionGraph(3, List.of(new Edge(0, "a", 1), new Edge(0, "b", 2)), true);
        var nodes = List.of(new Node(false, List.of(List.of("a"), List.of("b"))), new Node(true, List.of()), new Node(false, List.of()));
        assertEquals(
                """
                0  accepts {a} or {b}
                   a -> 1
                   b -> 2

                1  diverges: anything is allowed

                2  never stable
                """,
                NormalText.text(graph, nodes));
        assertEquals(List.of("{a} or {b}", "diverges", ""), NormalText.labels(nodes));
    }
}
