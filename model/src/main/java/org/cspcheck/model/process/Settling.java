package org.cspcheck.model.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
        return process instanceof Call(Body body) ? unfold(body) : inside(process, this::settle);
    }

    /** {@return the process with each operand changed that may move first} A process without operands is one itself. */
    static Process inside(Process process, UnaryOperator<Process> change) {
        return switch (process) {
            case Call p -> p;
            case Stop p -> p;
            case Skip p -> p;
            case Terminated p -> p;
            case Diverge p -> p;
            case Prefix p -> p;
            case Run p -> p;
            case Chaos p -> p;
            case Foreign p -> p;
            case InternalChoice p -> p;
            case ExternalChoice p -> all(p, p.operands(), ExternalChoice::new, change);
            case SlidingChoice p -> one(p, p.first(), first -> new SlidingChoice(first, p.second()), change);
            case SynchronisingChoice p ->
                all(p, p.operands(), operands -> new SynchronisingChoice(operands, p.together()), change);
            case SequentialComposition p -> one(p, p.first(), first -> new SequentialComposition(first, p.second()), change);
            case Interrupt p -> all(p, List.of(p.first(), p.second()), both -> new Interrupt(both.get(0), both.get(1)), change);
            case SynchronisingInterrupt p ->
                all(p, List.of(p.first(), p.second()), both -> new SynchronisingInterrupt(both.get(0), p.together(), both.get(1)), change);
            case Throw p -> one(p, p.first(), first -> new Throw(first, p.thrown(), p.handler()), change);
            case InterfaceParallel p -> all(p, p.operands(), operands -> new InterfaceParallel(operands, p.together()), change);
            case AlphabetisedParallel p ->
                all(p, p.operands(), operands -> new AlphabetisedParallel(operands, p.alphabets()), change);
            case LinkedParallel p ->
                all(p, List.of(p.left(), p.right()), both -> new LinkedParallel(both.get(0), both.get(1), p.links()), change);
            case Hide p -> one(p, p.process(), inner -> Process.hide(inner, p.hidden()), change);
            case Rename p -> one(p, p.process(), inner -> new Rename(inner, p.renaming()), change);
            case Chase p -> one(p, p.process(), Chase::new, change);
            case Prioritise p -> one(p, p.process(), inner -> new Prioritise(inner, p.order()), change);
            case Compress p -> change.apply(p.process()); // states of a process do not depend on how it may be explored
            case Timed p -> one(p, p.process(), inner -> new Timed(inner, p.race()), change);
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

    private static Process one(Process whole, Process operand, UnaryOperator<Process> rebuild, UnaryOperator<Process> change) {
        Process process = change.apply(operand);
        return process == operand ? whole : rebuild.apply(process);
    }

    private static Process all(
            Process whole, List<Process> operands, Function<List<Process>, Process> rebuild, UnaryOperator<Process> change) {
        boolean changed = false;
        var processes = new ArrayList<Process>(operands.size());
        for (Process operand : operands) {
            Process process = change.apply(operand);
            changed |= process != operand;
            processes.add(process);
        }
        return changed ? rebuild.apply(List.copyOf(processes)) : whole;
    }
}
