package org.cspcheck.explorer.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;

/**
 * The sequential processes of a network, as a tree beside its term.
 *
 * <p>Parallel operators, and hiding, renaming and priority above them, are groups; everything below is one sequential process. It has the
 * name of the outermost call around it that contains nothing parallel; a second one of the same name gets {@code #2} behind it. One
 * without a name is called after the group it stands in and its place there.
 */
public sealed interface Components {
    /** A sequential process. */
    record One(String name) implements Components {}

    /** An operator; operands in the order of the term. */
    record Group(List<Components> operands) implements Components {}

    /** {@return the names of the processes in this part} */
    default List<String> names() {
        return switch (this) {
            case One(String name) -> List.of(name);
            case Group(List<Components> operands) ->
                operands.stream().flatMap(operand -> operand.names().stream()).toList();
        };
    }

    /** {@return the components of a term that can be settled} */
    static Components of(Process process) {
        return new Naming().group(process, "");
    }

    /** Gives each process its name. */
    final class Naming {
        private final Map<String, Integer> given = new HashMap<>();
        private int nameless;

        private Components group(Process process, String around) {
            if (!isParallel(process)) {
                return new One(distinct(name(process, around)));
            }
            return switch (process) {
                case Call(Body body) -> group(body.unfold(), body.name().isEmpty() ? around : body.name());
                case Compress compress -> group(compress.process(), around);
                case Hide hide when hide.isRepeated() -> group(hide.process(), around);
                case Hide hide -> new Group(List.of(group(hide.process(), around)));
                case Rename rename -> new Group(List.of(group(rename.process(), around)));
                case Prioritise prioritise -> new Group(List.of(group(prioritise.process(), around)));
                case Chase chase -> new Group(List.of(group(chase.process(), around)));
                case Timed timed -> new Group(List.of(group(timed.process(), around)));
                default -> operands(parallelOperands(process), around);
            };
        }

        private Components operands(List<Process> operands, String around) {
            var parts = new ArrayList<Components>(operands.size());
            operands.forEach(operand -> parts.add(group(operand, around)));
            return new Group(List.copyOf(parts));
        }

        private String name(Process process, String around) {
            return switch (process) {
                case Call(Body body) -> body.name().isEmpty() ? name(body.unfold(), around) : body.name();
                case Compress compress -> name(compress.process(), around);
                case Hide hide -> name(hide.process(), around);
                case Rename rename -> name(rename.process(), around);
                case Prioritise prioritise -> name(prioritise.process(), around);
                case Chase chase -> name(chase.process(), around);
                case Timed timed -> name(timed.process(), around);
                case Foreign foreign -> foreign.state().name();
                case Stop stop -> "STOP";
                case Skip skip -> "SKIP";
                case Terminated terminated -> "SKIP";
                case Diverge diverge -> "DIV";
                default -> (around.isEmpty() ? "process" : around) + "." + ++nameless;
            };
        }

        private String distinct(String name) {
            int count = given.merge(name, 1, Integer::sum);
            return count == 1 ? name : name + "#" + count;
        }

        private static boolean isParallel(Process process) {
            return switch (process) {
                case Call(Body body) -> isParallel(body.unfold());
                case Compress compress -> isParallel(compress.process());
                case Hide hide -> isParallel(hide.process());
                case Rename rename -> isParallel(rename.process());
                case Prioritise prioritise -> isParallel(prioritise.process());
                case Chase chase -> isParallel(chase.process());
                case Timed timed -> isParallel(timed.process());
                default -> !parallelOperands(process).isEmpty();
            };
        }
    }

    /** {@return the operands of a parallel operator; none for any other term} */
    static List<Process> parallelOperands(Process process) {
        return switch (process) {
            case InterfaceParallel parallel -> parallel.operands();
            case AlphabetisedParallel parallel -> parallel.operands();
            case LinkedParallel parallel -> List.of(parallel.left(), parallel.right());
            default -> List.of();
        };
    }

    /** {@return the operands of an operator that makes a group; none for any other term} */
    static List<Process> operands(Process operator) {
        return switch (operator) {
            case Hide hide -> List.of(hide.process());
            case Rename rename -> List.of(rename.process());
            case Prioritise prioritise -> List.of(prioritise.process());
            case Chase chase -> List.of(chase.process());
            case Timed timed -> List.of(timed.process());
            default -> parallelOperands(operator);
        };
    }
}
