package org.cspcheck.explorer.reference;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;

/** Taking terms apart and putting them together again. */
final class Terms {
    private Terms() {}

    /** {@return the operands, in the order written; for a prefix what follows each branch} */
    static List<Process> operands(Process process) {
        return switch (process) {
            case Stop p -> List.of();
            case Skip p -> List.of();
            case Terminated p -> List.of();
            case Diverge p -> List.of();
            case Run p -> List.of();
            case Chaos p -> List.of();
            case Call p -> List.of();
            case Prefix(Menu menu) -> menu.branches().stream().map(Menu.Branch::next).toList();
            case ExternalChoice(List<Process> operands) -> operands;
            case InternalChoice(List<Process> operands) -> operands;
            case SynchronisingChoice(List<Process> operands, var together) -> operands;
            case InterfaceParallel(List<Process> operands, var together) -> operands;
            case AlphabetisedParallel(List<Process> operands, var alphabets) -> operands;
            case SlidingChoice(Process first, Process second) -> List.of(first, second);
            case SequentialComposition(Process first, Process second) -> List.of(first, second);
            case Interrupt(Process first, Process second) -> List.of(first, second);
            case SynchronisingInterrupt(Process first, var together, Process second) -> List.of(first, second);
            case Throw(Process first, var thrown, Process handler) -> List.of(first, handler);
            case LinkedParallel(Process left, Process right, var links) -> List.of(left, right);
            case Hide(Process inner, var hidden) -> List.of(inner);
            case Rename(Process inner, var renaming) -> List.of(inner);
            case Process.Chase(Process inner) -> List.of(inner);
            case Process.Timed(Process inner, long race) -> List.of(inner);
            case Process.Foreign foreign -> List.of();
            case Process.Compress(Process inner, var compression) -> List.of(inner);
            case Prioritise(Process inner, var order) -> List.of(inner);
        };
    }

    /** {@return the same operator over other operands, as many as it had} */
    static Process with(Process process, List<Process> operands) {
        return switch (process) {
            case Stop p -> p;
            case Skip p -> p;
            case Terminated p -> p;
            case Diverge p -> p;
            case Run p -> p;
            case Chaos p -> p;
            case Call p -> p;
            case Prefix(Menu menu) -> prefix(menu, operands);
            case ExternalChoice p -> new ExternalChoice(operands);
            case InternalChoice p -> new InternalChoice(operands);
            case SynchronisingChoice p -> new SynchronisingChoice(operands, p.together());
            case InterfaceParallel p -> new InterfaceParallel(operands, p.together());
            case AlphabetisedParallel p -> new AlphabetisedParallel(operands, p.alphabets());
            case SlidingChoice p -> new SlidingChoice(operands.get(0), operands.get(1));
            case SequentialComposition p -> new SequentialComposition(operands.get(0), operands.get(1));
            case Interrupt p -> new Interrupt(operands.get(0), operands.get(1));
            case SynchronisingInterrupt p -> new SynchronisingInterrupt(operands.get(0), p.together(), operands.get(1));
            case Throw p -> new Throw(operands.get(0), p.thrown(), operands.get(1));
            case LinkedParallel p -> new LinkedParallel(operands.get(0), operands.get(1), p.links());
            case Hide p -> new Hide(operands.get(0), p.hidden());
            case Rename p -> new Rename(operands.get(0), p.renaming());
            case Process.Chase p -> new Process.Chase(operands.get(0));
            case Process.Timed p -> new Process.Timed(operands.get(0), p.race());
            case Process.Foreign p -> p;
            case Process.Compress p -> new Process.Compress(operands.get(0), p.compression());
            case Prioritise p -> new Prioritise(operands.get(0), p.order());
        };
    }

    private static Process prefix(Menu menu, List<Process> nexts) {
        Iterator<Process> next = nexts.iterator();
        var branches = new ArrayList<Menu.Branch>();
        menu.branches().forEach(branch -> branches.add(new Menu.Branch(branch.event(), next.next())));
        return new Prefix(new Menu.Listed(branches));
    }

    /** {@return the term with each subterm replaced, the innermost first} */
    static Process map(Process process, UnaryOperator<Process> replace) {
        return replace.apply(with(process, operands(process).stream().map(operand -> map(operand, replace)).toList()));
    }

    /** {@return the number of operators, bodies of calls not counted} */
    static int size(Process process) {
        return 1 + operands(process).stream().mapToInt(Terms::size).sum();
    }

    /** {@return the term with its subterm number {@code position}, counted from 0 as they are written, replaced} */
    static Process replace(Process process, int position, UnaryOperator<Process> replace) {
        if (position == 0) {
            return replace.apply(process);
        }
        int before = 1;
        var operands = new ArrayList<>(operands(process));
        for (int i = 0; i < operands.size(); i++) {
            int size = size(operands.get(i));
            if (position >= before && position < before + size) {
                operands.set(i, replace(operands.get(i), position - before, replace));
            }
            before += size;
        }
        return with(process, List.copyOf(operands));
    }

    /** Adds the body and all that it calls, directly or not. */
    static void collectBodies(Body body, Set<Body> bodies) {
        if (bodies.add(body)) {
            collectCalls(body.unfold(), bodies);
        }
    }

    /** Adds all bodies that the term calls, directly or not. */
    static void collectCalls(Process process, Set<Body> bodies) {
        if (process instanceof Call(Body body)) {
            collectBodies(body, bodies);
        }
        operands(process).forEach(operand -> collectCalls(operand, bodies));
    }
}
