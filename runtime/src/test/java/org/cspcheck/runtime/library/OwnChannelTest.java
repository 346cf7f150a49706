package org.cspcheck.runtime.library;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cspcheck.runtime.AllRuns;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.Trial;
import org.cspcheck.runtime.Waiting;
import org.junit.jupiter.api.Test;

/** A channel type that we do not have, last come first served, written with the scheduler's public primitives: suspend, resume, interleave. */
class OwnChannelTest {
    /** Invariant: readers and writers do not wait at the same time. */
    static final class Stack<T> implements Waiting {
        private final Scheduler scheduler = Scheduler.current();
        private final Deque<Tasklet> readers = new ArrayDeque<>();
        private final Deque<Tasklet> writers = new ArrayDeque<>();

        void write(T value) {
            scheduler.interleave();
            if (readers.isEmpty()) {
                writers.push(scheduler.self());
                scheduler.suspend(this, value);
            } else {
                scheduler.resume(readers.pop(), value);
                scheduler.happened("stack", value);
            }
        }

        @SuppressWarnings("unchecked")
        T read() {
            scheduler.interleave();
            if (writers.isEmpty()) {
                readers.push(scheduler.self());
                return (T) scheduler.suspend(this, null);
            }
            Tasklet writer = writers.pop();
            T value = (T) writer.carried();
            scheduler.resume(writer, null);
            scheduler.happened("stack", value);
            return value;
        }

        @Override
        public boolean abandon(Tasklet process) {
            return readers.remove(process) | writers.remove(process);
        }

        @Override
        public String toString() {
            return "use the stack";
        }
    }

    private final List<Object> seen = new ArrayList<>();

    @Test
    void the_last_writer_is_served_first() {
        Trial.of(() -> {
            var stack = new Stack<String>();
            par(() -> stack.write("a"), () -> stack.write("b"), () -> stack.write("c"), () -> {
                for (int i = 0; i < 3; i++) {
                    seen.add(stack.read());
                }
            });
        });
        assertEquals(List.of("c", "b", "a"), seen);
    }

    @Test
    void its_runs_are_enumerated_like_those_of_any_other() {
        assertEquals(
                Optional.of(Set.of("stack.a stack.b Terminated", "stack.b stack.a Terminated")),
                AllRuns.of(5000, () -> {
                    var stack = new Stack<String>();
                    par(() -> stack.write("a"), () -> stack.write("b"), () -> {
                        stack.read();
                        stack.read();
                    });
                }));
    }

    @Test
    void its_deadlocks_are_reported_like_those_of_any_other() {
        Ending ending = Trial.of(() -> {
                    var stack = new Stack<String>();
                    par(process("lonely", stack::read));
                })
                .ending();
        var processes = assertInstanceOf(Ending.Deadlocked.class, ending).state().processes();
        assertEquals(List.of("end a PAR of 1", "use the stack"), processes.stream().map(process -> process.waitsFor()).toList());
    }
}
