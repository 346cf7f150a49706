package org.cspcheck.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The state of a scheduler at one moment: who is ready, who waits for what and on whom, and which timers are pending.
 *
 * @param turns how many turns processes have had
 * @param now the time, in nanoseconds on the network's clock
 * @param open how many ways in from outside are open
 */
public record Snapshot(long turns, long now, List<ProcessState> processes, List<TimerState> timers, int open) {
    /**
     * One process.
     *
     * @param waitsFor what it waits for; null unless it waits
     * @param on the processes that are known to be able to resume it
     * @param stuck whether it waits for good: nobody who is known to be able to resume it can ever run again
     * @param loopHead the value at the head of its loop; null if it has none
     */
    public record ProcessState(String path, Tasklet.Status status, String waitsFor, List<String> on, boolean stuck, Object loopHead) {}

    /** One pending timer and its deadline. */
    public record TimerState(String what, long when) {}

    /** {@return the state of these processors, of which nobody changes anything meanwhile} */
    static Snapshot of(List<Scheduler> processors) {
        return of(
                processors.stream().mapToLong(Scheduler::turns).sum(),
                processors.getFirst().clock.now(),
                processors.stream().flatMap(processor -> processor.processes().reversed().stream()).toList(),
                processors.stream().flatMap(processor -> processor.timers().stream()).toList(),
                processors.stream().mapToInt(Scheduler::openings).sum());
    }

    private static Snapshot of(long turns, long now, List<Tasklet> processes, List<Timer> timers, int open) {
        boolean quiet = timers.isEmpty() && open == 0 && processes.stream().allMatch(p -> p.is(Tasklet.Status.WAITING));
        Set<Tasklet> stuck = quiet ? new HashSet<>(processes) : stuck(processes);
        return new Snapshot(
                turns,
                now,
                processes.stream().map(process -> state(process, stuck.contains(process))).toList(),
                timers.stream().map(timer -> new TimerState(timer.toString(), timer.when())).toList(),
                open);
    }

    /** {@return whether all those who do not only serve others are stuck, though the world outside could still come in} */
    static boolean hopeless(List<Tasklet> processes) {
        if (processes.stream().noneMatch(process -> process.serves)) {
            return false;
        }
        Set<Tasklet> stuck = stuck(processes);
        return processes.stream().allMatch(process -> process.serves || stuck.contains(process));
    }

    private static ProcessState state(Tasklet process, boolean stuck) {
        Waiting waiting = process.waiting;
        return new ProcessState(
                process.path(),
                process.status(),
                waiting == null ? null : waiting.toString(),
                waiting == null ? List.of() : waiting.on(process).stream().map(Tasklet::path).toList(),
                stuck,
                process.loopHead());
    }

    /** The greatest set of processes that only its own members could resume. */
    private static Set<Tasklet> stuck(List<Tasklet> processes) {
        var suspects = new HashSet<Tasklet>();
        for (Tasklet process : processes) {
            if (process.waiting != null && !process.waiting.outside()) {
                suspects.add(process);
            }
        }
        while (suspects.removeIf(process -> mayGoOn(process, suspects))) {
            // until nobody can be helped from outside of the set
        }
        return suspects;
    }

    private static boolean mayGoOn(Tasklet process, Set<Tasklet> suspects) {
        Collection<Tasklet> on = process.waiting.on(process);
        return process.waiting.needsAll()
                ? on.stream().noneMatch(suspects::contains)
                : on.isEmpty() && !process.waiting.knowsAll()
                        || on.stream().anyMatch(other -> !other.is(Tasklet.Status.ENDED) && !suspects.contains(other));
    }

    /** {@return the processes that are stuck: the whole network in a deadlock, a part of it in a partial one} */
    public List<ProcessState> stuck() {
        return processes.stream().filter(ProcessState::stuck).toList();
    }

    /** {@return a circle of processes that wait on each other; empty if there is none} */
    public List<String> circle() {
        Map<String, ProcessState> waiting = new HashMap<>();
        processes.stream().filter(process -> process.waitsFor != null).forEach(process -> waiting.put(process.path, process));
        for (ProcessState start : processes) {
            var path = new ArrayList<String>();
            ProcessState at = start;
            while (at != null && at.waitsFor != null && !path.contains(at.path) && path.size() <= 1000) {
                path.add(at.path);
                at = at.on.stream().map(waiting::get).filter(other -> other != null && other.stuck).findFirst().orElse(null);
            }
            if (at != null && path.contains(at.path)) {
                return List.copyOf(path.subList(path.indexOf(at.path), path.size()));
            }
        }
        return List.of();
    }

    /** {@return the state as text for people, one process a line} */
    public String text() {
        var text = new StringBuilder();
        long waiting = processes.stream().filter(process -> process.waitsFor != null).count();
        text.append("turn %d, %.3f ms: %d processes, %d of them waiting, %d stuck; %d timers; %d open to the outside%n"
                .formatted(turns, now / 1e6, processes.size(), waiting, stuck().size(), timers.size(), open));
        for (ProcessState process : processes) {
            text.append("  ").append(process.path).append(' ').append(doing(process)).append(System.lineSeparator());
        }
        for (TimerState timer : timers) {
            text.append("  at %.3f ms: %s%n".formatted(timer.when / 1e6, timer.what));
        }
        List<String> circle = circle();
        if (!circle.isEmpty()) {
            text.append("  in a circle: ").append(String.join(" -> ", circle)).append(" -> ").append(circle.get(0)).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String doing(ProcessState process) {
        String head = process.loopHead == null ? "" : " [" + process.loopHead + "]";
        if (process.waitsFor == null) {
            return "is " + process.status().toString().toLowerCase(java.util.Locale.ROOT) + head;
        }
        String on = process.on.isEmpty() ? "" : " on " + String.join(", ", process.on);
        return "waits to " + process.waitsFor + on + (process.stuck ? " (stuck)" : "") + head;
    }
}
