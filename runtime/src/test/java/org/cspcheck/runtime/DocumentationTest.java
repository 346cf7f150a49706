package org.cspcheck.runtime;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.cspcheck.runtime.library.Csp.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;
import org.junit.jupiter.api.Test;

/** The examples of docs/runtime.md. */
class DocumentationTest {
    private final List<String> printed = new ArrayList<>();

    @Test
    void the_first_network_greets_and_terminates() {
        Ending ending = Scheduler.run(Settings.production(), "greeting", () -> {
            Channel<String> words = Channel.oneToOne("words");
            par(
                    process("writer", () -> {
                        words.out().write("hello");
                        words.out().poison(); // no more will come
                    }),
                    process("reader", () -> {
                        while (true) {
                            printed.add(words.in().read());
                        }
                    }));
        });
        assertEquals(new Ending.Terminated(), ending);
        assertEquals(List.of("hello"), printed);
    }

    @Test
    void the_dispatcher_hands_requests_to_workers_and_says_when_it_is_idle() {
        Trial.of(() -> {
            Channel<String> requests = Channel.oneToOne("requests");
            Channel<String> workers = Channel.oneToOne("workers");
            par(
                    () -> {
                        requests.out().write("a");
                        requests.out().write("b");
                    },
                    () -> {
                        var queue = new ArrayDeque<String>();
                        Alternative next = Alternative.fair()
                                .in(requests.in(), request -> queue.add(request)).when(() -> queue.size() < 10)
                                .out(workers.out(), queue::peek, queue::remove).when(() -> !queue.isEmpty())
                                .after(Duration.ofSeconds(1), () -> printed.add("idle"))
                                .registered();
                        for (int i = 0; i < 5; i++) {
                            next.select();
                        }
                    },
                    () -> {
                        sleep(Duration.ofMillis(10));
                        printed.add(workers.in().read());
                        printed.add(workers.in().read());
                    });
        });
        assertEquals(List.of("a", "b", "idle"), printed);
    }
}
