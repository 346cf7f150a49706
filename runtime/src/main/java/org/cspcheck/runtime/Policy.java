package org.cspcheck.runtime;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * One oracle for each kind of choice.
 *
 * @param queue which process runs next
 * @param alternatives which ready branch an ALT takes
 * @param timers which due timer fires first
 * @param others internal choices, and those that processes ask for
 */
public record Policy(Oracle queue, Oracle alternatives, Oracle timers, Oracle others) implements Oracle {
    @Override
    public int choose(ChoicePoint point) {
        return switch (point) {
            case ChoicePoint.QueueOrder _ -> queue.choose(point);
            case ChoicePoint.AltSelection _ -> alternatives.choose(point);
            case ChoicePoint.TimerOrder _ -> timers.choose(point);
            case ChoicePoint.InternalChoice _, ChoicePoint.UserChoice _, ChoicePoint.NextStep _ -> others.choose(point);
        };
    }

    @Override
    public boolean alwaysFirst() {
        return queue.alwaysFirst() && alternatives.alwaysFirst() && timers.alwaysFirst() && others.alwaysFirst();
    }

    /**
     * {@return the oracle that people call by this name: fifo, fair and deadline (the default order), priority, random, pct}
     *
     * @param seed for those that are random
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static Oracle named(String name, long seed) {
        return switch (name) {
            case "fifo", "fair", "deadline" -> Oracle.first();
            case "priority" -> firstAsWritten();
            case "random" -> Oracle.random(seed);
            case "pct" -> pct(seed, 3, 1000);
            default -> throw new IllegalArgumentException(
                    "there is no policy " + name + "; there are fifo, fair, deadline, priority, random, pct");
        };
    }

    /** {@return the oracle for alternatives that takes the first ready branch as written, whatever kind the ALT is of} */
    public static Oracle firstAsWritten() {
        return point -> switch (point) {
            case ChoicePoint.AltSelection(Tasklet _, List<Integer> guards) -> guards.indexOf(guards.stream().min(Integer::compare).orElseThrow());
            case ChoicePoint.QueueOrder _, ChoicePoint.TimerOrder _, ChoicePoint.InternalChoice _, ChoicePoint.UserChoice _,
                    ChoicePoint.NextStep _ -> 0;
        };
    }

    /**
     * {@return the randomised scheduler of Burckhardt et al. (PCT, ASPLOS 2010): random priorities of processes, changed at a few random moments}
     *
     * <p>It finds a bug that needs {@code depth} orderings of processes with a probability of at least 1 in (processes * turns^(depth-1)).
     *
     * @param turns about how many times the queue order is open in one run
     */
    public static Oracle pct(long seed, int depth, int turns) {
        return new Pct(new SplittableRandom(seed), depth, turns);
    }

    /** Invariant: every process that was ever a candidate has a priority, and no two have the same. */
    private static final class Pct implements Oracle {
        private final SplittableRandom random;
        private final Map<Tasklet, Double> priorities = new HashMap<>();
        private final Set<Integer> changes = new HashSet<>();
        private int turn;
        private int lowered;

        Pct(SplittableRandom random, int depth, int turns) {
            this.random = random;
            while (changes.size() < Math.min(depth - 1, turns)) {
                changes.add(1 + random.nextInt(turns));
            }
        }

        @Override
        public int choose(ChoicePoint point) {
            return switch (point) {
                case ChoicePoint.QueueOrder(List<Tasklet> ready) -> queueOrder(ready);
                case ChoicePoint.AltSelection _, ChoicePoint.TimerOrder _, ChoicePoint.InternalChoice _, ChoicePoint.UserChoice _,
                        ChoicePoint.NextStep _ -> random.nextInt(point.alternatives());
            };
        }

        private int queueOrder(List<Tasklet> ready) {
            if (changes.contains(++turn)) {
                priorities.put(ready.get(highest(ready)), (double) -++lowered);
            }
            return highest(ready);
        }

        private int highest(List<Tasklet> ready) {
            int highest = 0;
            for (int i = 1; i < ready.size(); i++) {
                if (priority(ready.get(i)) > priority(ready.get(highest))) {
                    highest = i;
                }
            }
            return highest;
        }

        private double priority(Tasklet process) {
            return priorities.computeIfAbsent(process, _ -> random.nextDouble());
        }
    }
}
