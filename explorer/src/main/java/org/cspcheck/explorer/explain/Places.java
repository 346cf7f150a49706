package org.cspcheck.explorer.explain;

import java.util.List;
import java.util.Optional;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.source.Span;

/** Where in the specs a step of a sequential process is written. */
public final class Places {
    private Places() {}

    /** {@return the prefix that a step of a sequential process begins with; of several that agree, the first} */
    public static Optional<Span> of(Process state, Step step) {
        if (state instanceof Prefix(Menu menu)) {
            return Optional.ofNullable(menu.span());
        }
        if (step.premises().isEmpty()) {
            return Optional.empty();
        }
        Step.Premise premise = step.premises().getFirst();
        List<Process> operands = operands(state);
        return premise.operand() < operands.size() ? of(operands.get(premise.operand()), premise.step()) : Optional.empty();
    }

    private static List<Process> operands(Process process) {
        return switch (process) {
            case ExternalChoice choice -> choice.operands();
            case SynchronisingChoice choice -> choice.operands();
            case SlidingChoice choice -> List.of(choice.first());
            case SequentialComposition composition -> List.of(composition.first());
            case Interrupt interrupt -> List.of(interrupt.first(), interrupt.second());
            case SynchronisingInterrupt interrupt -> List.of(interrupt.first(), interrupt.second());
            case Throw thrown -> List.of(thrown.first());
            case Prefix prefix -> List.of();
            case InternalChoice choice -> List.of();
            case Stop leaf -> List.of();
            case Skip leaf -> List.of();
            case Terminated leaf -> List.of();
            case Diverge leaf -> List.of();
            case Process.Run leaf -> List.of();
            case Chaos leaf -> List.of();
            case Foreign leaf -> List.of();
            case Call call -> List.of();
            case InterfaceParallel parallel -> parallel.operands();
            case AlphabetisedParallel parallel -> parallel.operands();
            case LinkedParallel parallel -> List.of(parallel.left(), parallel.right());
            case Hide hide -> List.of(hide.process());
            case Rename rename -> List.of(rename.process());
            case Prioritise prioritise -> List.of(prioritise.process());
            case Chase chase -> List.of(chase.process());
            case Compress compress -> operands(compress.process());
            case Timed timed -> List.of(timed.process());
        };
    }
}
