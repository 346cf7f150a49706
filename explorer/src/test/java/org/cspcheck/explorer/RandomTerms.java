package org.cspcheck.explorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Links;
import org.cspcheck.model.event.PriorityOrder;
import org.cspcheck.model.event.Renaming;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;

/** Small random processes with finitely many states; the same ones for the same seed. */
public final class RandomTerms {
    private static final String[] NAMES = {"a", "b", "c", "d"};

    private final Script script = new Script();
    private final Random random;
    private int recursions;

    public RandomTerms(long seed) {
        this.random = new Random(seed);
        for (String name : NAMES) {
            script.event(name);
        }
    }

    public Script script() {
        return script;
    }

    private int event() {
        return script.event(NAMES[random.nextInt(NAMES.length)]);
    }

    public EventSet events() {
        return EventSet.of(random.ints(random.nextInt(4), 0, NAMES.length).map(i -> script.event(NAMES[i])).toArray());
    }

    private Renaming renaming() {
        Map<Integer, int[]> images = new HashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            images.put(event(), random.ints(1 + random.nextInt(2), 0, NAMES.length).map(k -> script.event(NAMES[k])).toArray());
        }
        return Renaming.of(images);
    }

    private Links links() {
        List<Links.Link> pairs = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            pairs.add(new Links.Link(event(), event()));
        }
        return new Links(pairs);
    }

    /** {@return a network: parallel operators, hiding and renaming, to this depth, around sequential processes} */
    public Process network(int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return sequential(3);
        }
        return switch (random.nextInt(7)) {
            case 0, 1 -> new InterfaceParallel(networks(depth), events());
            case 2, 3 -> {
                List<Process> operands = networks(depth);
                yield new AlphabetisedParallel(operands, operands.stream().map(operand -> events()).toList());
            }
            case 4 -> new LinkedParallel(network(depth - 1), network(depth - 1), links());
            case 5 -> new Hide(network(depth - 1), events());
            default -> new Rename(network(depth - 1), renaming());
        };
    }

    private List<Process> networks(int depth) {
        return random.ints(2 + random.nextInt(2), 0, 1).mapToObj(i -> network(depth - 1)).toList();
    }

    /** {@return a process without parallel operators at the top, of about this depth} */
    public Process sequential(int depth) {
        if (depth == 0) {
            return ending();
        }
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> Process.prefix(event(), sequential(depth - 1));
            case 4, 5 -> new ExternalChoice(List.of(sequential(depth - 1), sequential(depth - 1)));
            case 6 -> new InternalChoice(List.of(sequential(depth - 1), sequential(depth - 1)));
            case 7 -> new SlidingChoice(sequential(depth - 1), sequential(depth - 1));
            case 8 -> new SequentialComposition(sequential(depth - 1), sequential(depth - 1));
            case 9 -> new Interrupt(sequential(depth - 1), sequential(depth - 1));
            case 10 -> new Throw(sequential(depth - 1), events(), sequential(depth - 1));
            case 11 -> new SynchronisingChoice(List.of(sequential(depth - 1), sequential(depth - 1)), events());
            case 12 -> new SynchronisingInterrupt(sequential(depth - 1), events(), sequential(depth - 1));
            case 13 -> new Prioritise(sequential(depth - 1), new PriorityOrder.TauPriority(events()));
            default -> recursion(depth);
        };
    }

    private Process ending() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> Process.STOP;
            case 2, 3, 4 -> Process.SKIP;
            case 5 -> random.nextInt(4) == 0 ? Process.DIVERGE : Process.SKIP;
            case 6 -> new Run(events());
            default -> new Chaos(events());
        };
    }

    /** A loop through a few events, perhaps with a way out. */
    private Process recursion(int depth) {
        String name = "LOOP" + recursions++;
        Process loop = Process.prefix(event(), Process.prefix(event(), script.call(name)));
        Process out = sequential(depth - 1);
        Process body = switch (random.nextInt(4)) {
            case 0 -> loop;
            case 1 -> new InternalChoice(List.of(loop, out));
            case 2 -> Process.prefix(event(), new InternalChoice(List.of(script.call(name), out)));
            default -> new ExternalChoice(List.of(loop, Process.prefix(event(), out)));
        };
        script.define(name, () -> body);
        return script.call(name);
    }
}
