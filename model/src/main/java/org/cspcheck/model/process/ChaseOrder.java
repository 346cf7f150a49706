package org.cspcheck.model.process;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cspcheck.model.process.Process.*;

/**
 * The order in which {@code chase} takes internal steps.
 *
 * <p>Steps of a network are in the order of the processes that take part in them: a step of an earlier process goes before one of a later
 * process; of two steps that begin with the same process, the one goes first that this process lists first; and so on with the next process. A
 * sequential process has its steps in the order of the firing rules. So the order follows from the network and from what each of its processes
 * lists, whichever way it is found.
 */
final class ChaseOrder {
    private final Function<Process, List<Step>> rules;

    /** @param rules the steps of a settled process: the same objects that are premises of steps around it, or equal ones */
    ChaseOrder(Function<Process, List<Step>> rules) {
        this.rules = rules;
    }

    /** {@return the steps of a settled process in this order} */
    List<Step> sorted(Process process, List<Step> steps) {
        return steps.stream().sorted((one, other) -> compare(process, steps, one, other)).toList();
    }

    /** {@return the first internal step of a settled process, if it has one} */
    Optional<Step> first(Process process, List<Step> steps) {
        return steps.stream().filter(Step::isTau).min((one, other) -> compare(process, steps, one, other));
    }

    private int compare(Process process, List<Step> listed, Step one, Step other) {
        return switch (process) {
            case Hide hide when isNetwork(hide) -> inside(hide.process(), one, other);
            case Rename rename when isNetwork(rename) -> inside(rename.process(), one, other);
            case InterfaceParallel parallel -> together(parallel.operands(), one, other);
            case AlphabetisedParallel parallel -> together(parallel.operands(), one, other);
            case LinkedParallel parallel -> together(List.of(parallel.left(), parallel.right()), one, other);
            default -> Integer.compare(position(listed, one), position(listed, other));
        };
    }

    /** {@return whether a settled process is parallel, perhaps under hiding and renaming} All others are sequential here. */
    private static boolean isNetwork(Process process) {
        return switch (process) {
            case Hide hide -> isNetwork(hide.process());
            case Rename rename -> isNetwork(rename.process());
            case InterfaceParallel parallel -> true;
            case AlphabetisedParallel parallel -> true;
            case LinkedParallel parallel -> true;
            default -> false;
        };
    }

    private int inside(Process inner, Step one, Step other) {
        return compare(inner, rules.apply(inner), one.premises().getFirst().step(), other.premises().getFirst().step());
    }

    private int together(List<Process> operands, Step one, Step other) {
        int shorter = Math.min(one.premises().size(), other.premises().size());
        for (int i = 0; i < shorter; i++) {
            Step.Premise premise = one.premises().get(i);
            Step.Premise against = other.premises().get(i);
            if (premise.operand() != against.operand()) {
                return Integer.compare(premise.operand(), against.operand());
            }
            Process operand = operands.get(premise.operand());
            int order = compare(operand, rules.apply(operand), premise.step(), against.step());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.premises().size(), other.premises().size());
    }

    private static int position(List<Step> listed, Step step) {
        for (int i = 0; i < listed.size(); i++) {
            if (listed.get(i) == step) {
                return i;
            }
        }
        return listed.indexOf(step);
    }
}
