package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;

/**
 * What operators mean where they stand: outside timed sections what they always mean, inside also how time passes, which the event
 * {@code tock} marks (Roscoe, <i>Understanding Concurrent Systems</i>, chapter 14).
 *
 * @param section the timed section around the place; null outside
 */
record Timing(Section section) {
    static final Timing UNTIMED = new Timing(null);

    /**
     * A timed section.
     *
     * @param tock the number of {@code tock}
     * @param duration a function from events to the tocks that they take, asked for when needed; null for one each
     */
    record Section(int tock, EventSet onlyTock, Supplier<Applicable> duration) {}

    boolean isTimed() {
        return section != null;
    }

    /** {@code STOP}, which lets time pass. */
    Process stop() {
        return section == null ? Process.STOP : new Process.Run(section.onlyTock);
    }

    /** {@code SKIP}, which may be late. */
    Process skip() {
        return section == null ? Process.SKIP : new Process.ExternalChoice(List.of(waiting(), Process.SKIP));
    }

    private Process waiting() {
        return Process.prefix(section.tock, new Process.Call(new LateSkip(this)));
    }

    /** {@code SKIP} again, after a tock. */
    private record LateSkip(Timing timing) implements Process.Body {
        @Override
        public String name() {
            return "SKIP";
        }

        @Override
        public Process unfold() {
            return timing.skip();
        }
    }

    /** {@code WAIT(n) ; next}. */
    Process delay(long tocks, Process next) {
        Process process = next;
        for (long i = 0; i < tocks; i++) {
            process = Process.prefix(section.tock, process);
        }
        return process;
    }

    /** {@return the set of events to agree on, time among them} */
    EventSet and(EventSet events) {
        return section == null ? events : new AndTock(events, section.tock);
    }

    private record AndTock(EventSet events, int tock) implements EventSet {
        @Override
        public boolean contains(int event) {
            return event == tock || events.contains(event);
        }

        @Override
        public boolean letsTimePass() {
            return true;
        }

        @Override
        public boolean passes(int event) {
            return event == tock;
        }

        @Override
        public Optional<int[]> listed(int most) {
            return events.listed(most).map(others -> IntStream.concat(IntStream.of(tock), IntStream.of(others)).sorted().distinct().toArray());
        }

        @Override
        public int[] members() {
            var all = new ArrayList<Integer>();
            for (int event : events.members()) {
                all.add(event);
            }
            all.add(tock);
            return all.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
        }
    }

    /** {@code [] over the operands}. A STOP among them has nothing to offer; it is left out. */
    Process choice(List<Process> operands) {
        if (section != null) {
            return switch (operands.size()) {
                case 0 -> stop();
                case 1 -> operands.getFirst();
                default -> new Process.SynchronisingChoice(List.copyOf(operands), section.onlyTock);
            };
        }
        List<Process> offering = operands.stream().filter(operand -> !operand.equals(Process.STOP)).toList();
        return switch (offering.size()) {
            case 0 -> Process.STOP;
            case 1 -> offering.getFirst();
            default -> new Process.ExternalChoice(offering);
        };
    }

    Process interrupt(Process first, Process second) {
        return section == null
                ? new Process.Interrupt(first, second)
                : new Process.SynchronisingInterrupt(first, section.onlyTock, second);
    }
}
