package org.cspcheck.model.process;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.SpecificationException;

/**
 * Unfolds calls where the first steps of a process depend on them, and only there.
 *
 * <p>A term is <em>settled</em> when no operand that may move first is a call. So a state does not depend on the name by which it was
 * reached, and a recursion that reaches itself before any event ({@code P = P [] Q}) is found here: it has no meaning. Operands that
 * cannot move first (what follows a prefix, both sides of {@code |~|}, the second of {@code ;}) stay as they are, so
 * {@code P = P |~| Q} is legal.
 */
final class Settling {
    /** Nested unfoldings of distinct calls; more than this is a recursion whose argument changes at each call. */
    private static final int DEEPEST = 10_000;

    private static final int REMEMBERED = 1 << 22;

    private final Map<Body, Process> settled = new HashMap<>();
    private final Set<Body> unfolding = new HashSet<>();

    Process settle(Process process) {
        return switch (process) {
            case Call(Body body) -> unfold(body);
            case Stop p -> p;
            case Skip p -> p;
            case Terminated p -> p;
            case Diverge p -> p;
            case Prefix p -> p;
            case Run p -> p;
            case Chaos p -> p;
            case InternalChoice p -> p;
            case ExternalChoice p -> all(p, p.operands(), ExternalChoice::new);
            case SlidingChoice p -> one(p, p.first(), first -> new SlidingChoice(first, p.second()));
            case SynchronisingChoice p -> all(p, p.operands(), operands -> new SynchronisingChoice(operands, p.together()));
            case SequentialComposition p -> one(p, p.first(), first -> new SequentialComposition(first, p.second()));
            case Interrupt p -> all(p, List.of(p.first(), p.second()), both -> new Interrupt(both.get(0), both.get(1)));
            case SynchronisingInterrupt p ->
                all(p, List.of(p.first(), p.second()), both -> new SynchronisingInterrupt(both.get(0), p.together(), both.get(1)));
            case Throw p -> one(p, p.first(), first -> new Throw(first, p.thrown(), p.handler()));
            case InterfaceParallel p -> all(p, p.operands(), operands -> new InterfaceParallel(operands, p.together()));
            case AlphabetisedParallel p -> all(p, p.operands(), operands -> new AlphabetisedParallel(operands, p.alphabets()));
            case LinkedParallel p ->
                all(p, List.of(p.left(), p.right()), both -> new LinkedParallel(both.get(0), both.get(1), p.links()));
            case Hide p -> one(p, p.process(), inner -> Process.hide(inner, p.hidden()));
            case Rename p -> one(p, p.process(), inner -> new Rename(inner, p.renaming()));
            case Chase p -> one(p, p.process(), Chase::new);
            case Prioritise p -> one(p, p.process(), inner -> new Prioritise(inner, p.order()));
        };
    }

    private Process unfold(Body body) {
        Process known = settled.get(body);
        if (known != null) {
            return known;
        }
        boolean outermost = unfolding.isEmpty();
        if (!unfolding.add(body)) {
            throw new SpecificationException(unguarded(body, "it reaches itself before any event"));
        }
        if (unfolding.size() > DEEPEST) {
            throw new SpecificationException(unguarded(body, "more than " + DEEPEST + " calls follow each other before any event"));
        }
        try {
            Process process = settle(body.unfold());
            if (settled.size() >= REMEMBERED) {
                settled.clear();
            }
            settled.put(body, process);
            return process;
        } finally {
            if (outermost) {
                unfolding.clear(); // a stack that ran out may have left more than this one
            } else {
                unfolding.remove(body);
            }
        }
    }

    private static Diagnostic unguarded(Body body, String what) {
        String name = body.name().isEmpty() ? "this process" : body.name();
        return Diagnostic.error("CSP0501", body.span(), "unguarded recursion: " + name + " has no first step, " + what)
                .because("a process must perform an event before it calls itself again, or its behaviour is undefined")
                .tryThis("put an event in front of the recursive call, or use |~| if a silent loop is what you mean");
    }

    private Process one(Process whole, Process operand, UnaryOperator<Process> rebuild) {
        Process process = settle(operand);
        return process == operand ? whole : rebuild.apply(process);
    }

    private Process all(Process whole, List<Process> operands, java.util.function.Function<List<Process>, Process> rebuild) {
        boolean changed = false;
        var processes = new java.util.ArrayList<Process>(operands.size());
        for (Process operand : operands) {
            Process process = settle(operand);
            changed |= process != operand;
            processes.add(process);
        }
        return changed ? rebuild.apply(List.copyOf(processes)) : whole;
    }
}
