package org.cspcheck.explorer.schedule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.Timer;

/**
 * What processes know, and the state of a network that follows from it.
 *
 * <pre>
 * history ::= start | history what        what a process got to know, or began
 *           | history head value          at the head of a loop: what it knew when it entered the loop, and the value
 * state     = the history of each process and whether it can go on, what each shared thing holds, the time left of each timer (unless time is free)
 * </pre>
 *
 * <p>Histories, values and states are numbered; equal ones have one number in all runs. A process is known by its history at its start, and a
 * shared thing by that of its maker: names that do not depend on the order in which a run made them.
 */
final class Histories {
    /** What a process knows without being told; a number that no value has. */
    private static final int START = -1;
    private static final int CHILD = -2;
    private static final int MADE = -3;
    private static final int HEAD = -4;
    private static final int AGAIN = -5;

    /** A process with its history. */
    static final class Memory extends Course.Known {
        int start;
        int now;
        private int[] loops = new int[2];
        private int depth;

        Memory(int number) {
            super(number);
        }
    }

    /** A state as words. */
    private record Words(int[] words) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Words(int[] those) && Arrays.equals(words, those);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(words);
        }
    }

    private static final int ROOT = 0;

    private final Numbers steps = new Numbers();
    private final Map<Words, Integer> states = new HashMap<>();
    private final Values values = new Values(process -> memory(process).start, this::name);
    private final Set<String> doubts = new HashSet<>();
    private final Course course;
    private final Set<Integer> taken = new HashSet<>();
    private final boolean absolute;
    private final boolean timeless;
    private boolean clockWasRead;
    private int[] words = new int[64];
    private int length;

    /**
     * @param absolute whether the time of the clock is part of the state, and not just what is left until each deadline
     * @param free whether timers fire at any time, so that their deadlines do not matter to whom does not look at the clock
     */
    Histories(Course course, boolean absolute, boolean free) {
        this.course = course;
        this.absolute = absolute;
        this.timeless = free && !absolute;
        step(ROOT, START);
    }

    static Memory memory(Tasklet process) {
        return (Memory) process.memory();
    }

    /** {@return why two states may be one though they are held apart, or may be two though they are held to be one} */
    Set<String> doubts() {
        values.strangers().forEach(type -> doubts.add("values of " + type + " compare by identity"));
        return doubts;
    }

    /** {@return whether a process asked what time it is, or waited for a time on the clock} */
    boolean clockWasRead() {
        return clockWasRead;
    }

    void newRun() {
        taken.clear();
    }

    private int step(int history, int what) {
        return 1 + steps.of(history, what);
    }

    Memory started(int number, Tasklet parent) {
        var memory = new Memory(number);
        int from = ROOT;
        if (parent != null) {
            Memory of = memory(parent);
            of.now = step(of.now, START);
            from = of.now;
        }
        memory.start = step(from, CHILD);
        memory.now = memory.start;
        return memory;
    }

    void learned(Tasklet process, Object what) {
        clockWasRead |= what instanceof Scheduler.Instant;
        Memory memory = memory(process);
        memory.now = step(memory.now, values.of(what));
    }

    void entered(Tasklet process) {
        Memory memory = memory(process);
        if (memory.depth == memory.loops.length) {
            memory.loops = Arrays.copyOf(memory.loops, 2 * memory.depth);
        }
        memory.loops[memory.depth++] = step(memory.now, HEAD);
    }

    void atHead(Tasklet process, Object value) {
        Memory memory = memory(process);
        int outside = memory.depth == 0 ? step(memory.start, HEAD) : memory.loops[memory.depth - 1];
        memory.now = step(outside, values.of(value));
    }

    void left(Tasklet process) {
        memory(process).depth--;
    }

    void made(Shared thing, Tasklet maker) {
        Memory memory = memory(maker);
        memory.now = step(memory.now, MADE);
        int name = memory.now;
        while (!taken.add(name)) {
            name = step(name, AGAIN);
        }
        course.thing(thing).name = name;
    }

    void touched(Shared thing) {
        if (thing == Shared.ANYTHING) {
            doubts.add("an operation does not say what it uses");
        } else if (thing != Shared.NOTHING && thing != Shared.EVERYTHING && thing != Shared.TIME) {
            name(thing);
        }
    }

    private int name(Shared thing) {
        int name = course.thing(thing).name;
        if (name == ROOT) {
            doubts.add(thing + " was not made known");
        }
        return name;
    }

    /** {@return the number of the state that a scheduler is in, between two steps} */
    int state(Scheduler scheduler) {
        length = 0;
        List<Tasklet> processes = scheduler.processes();
        long[] order = new long[processes.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) memory(processes.get(i)).start << 32 | i;
        }
        Arrays.sort(order);
        for (int i = 0; i < order.length; i++) {
            if (i > 0 && order[i] >> 32 == order[i - 1] >> 32) {
                doubts.add("two processes were begun at one place of a loop");
            }
            process(processes.get((int) order[i]));
        }
        add(-1);
        things();
        add(-1);
        if (timeless) {
            scheduler.timers().stream().mapToInt(this::setter).sorted().forEach(this::add);
        } else {
            for (Timer timer : scheduler.timers()) {
                add(setter(timer));
                time(timer.when() - scheduler.deadline(0));
            }
        }
        if (absolute) {
            time(scheduler.deadline(0));
        }
        return number();
    }

    private int number() {
        var key = new Words(Arrays.copyOf(words, length));
        Integer number = states.get(key);
        if (number == null) {
            number = states.size();
            states.put(key, number);
        }
        return number;
    }

    private void process(Tasklet process) {
        Memory memory = memory(process);
        add(memory.start);
        add(memory.now);
        boolean waits = process.status() == Tasklet.Status.WAITING;
        add((waits ? 1 : 0) + (process.isToEnd() ? 2 : 0) + (process.standsBack() ? 4 : 0));
        if (waits && process.waiting() instanceof Shared thing && !course.isMade(thing)) {
            add(values.of(thing.state()));
        }
    }

    private void things() {
        Set<Map.Entry<Shared, Course.Thing>> things = course.things.entrySet();
        long[] order = new long[things.size()];
        int i = 0;
        for (Map.Entry<Shared, Course.Thing> entry : things) {
            order[i++] = (long) entry.getValue().name << 32 | values.of(entry.getKey().state());
        }
        Arrays.sort(order);
        for (long entry : order) {
            add((int) (entry >> 32));
            add((int) entry);
        }
    }

    private int setter(Timer timer) {
        Tasklet setter = timer.setter();
        if (setter == null || setter.status() != Tasklet.Status.WAITING && !setter.standsBack()) {
            doubts.add("a timer whose process does not wait: " + timer);
            return -1;
        }
        return memory(setter).start;
    }

    private void time(long nanos) {
        add((int) (nanos >> 32));
        add((int) nanos);
    }

    private void add(int word) {
        if (length == words.length) {
            words = Arrays.copyOf(words, 2 * length);
        }
        words[length++] = word;
    }
}
