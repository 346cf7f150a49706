package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;

/**
 * A term taken apart: its sequential processes, and the static operators that stand between them.
 *
 * <p>Parallel operators, and hiding and renaming above them, are taken apart; anything else is one process, whatever it contains. A process
 * has the name of the outermost call around it that contains nothing parallel, a second one of the same name {@code #2} behind it; one without
 * a name is called after the group that it stands in and its place there.
 */
final class Parts {
    /** The processes, and of each the group that it stands in. */
    final List<Process> terms = new ArrayList<>();

    final Composition root;
    private final List<String> groups = new ArrayList<>();
    private int nameless;

    /** @param term can be settled */
    Parts(Process term) {
        root = part(term, "");
    }

    /** {@return the names of the processes} Found when somebody asks. */
    List<String> names() {
        nameless = 0;
        var given = new HashMap<String, Integer>();
        return IntStream.range(0, terms.size())
                .mapToObj(i -> distinct(name(terms.get(i), groups.get(i)), given))
                .toList();
    }

    private Composition part(Process term, String around) {
        if (!isParallel(term)) {
            terms.add(term);
            groups.add(around);
            return new Composition.One(terms.size() - 1);
        }
        return switch (term) {
            case Process.Call(Process.Body body) -> part(body.unfold(), body.name().isEmpty() ? around : body.name());
            case Process.Compress compress -> part(compress.process(), around);
            case Process.Timed timed -> part(timed.process(), around); // the clock of the scheduler takes its place
            case Process.Hide hide -> new Composition.Hidden(part(hide.process(), around), hide.hidden());
            case Process.Rename rename -> new Composition.Renamed(part(rename.process(), around), rename.renaming());
            case Process.InterfaceParallel parallel ->
                new Composition.Sharing(operands(parallel.operands(), around), parallel.together());
            case Process.AlphabetisedParallel parallel -> new Composition.Alphabetised(
                    operands(parallel.operands(), around), new Composition.Owners(new ArrayList<EventSet>(parallel.alphabets())));
            case Process.LinkedParallel parallel ->
                new Composition.Linked(part(parallel.left(), around), part(parallel.right(), around), parallel.links());
            default -> throw new IllegalStateException("not parallel: " + term);
        };
    }

    private Composition.Operands operands(List<Process> terms, String around) {
        var operands = new ArrayList<Composition>(terms.size());
        terms.forEach(term -> operands.add(part(term, around)));
        return new Composition.Operands(operands);
    }

    /** Whether a term is taken apart. Where those who have terminated let time pass, who has to agree on it changes: such a parallel is one process. */
    private static boolean isParallel(Process term) {
        return switch (term) {
            case Process.Call(Process.Body body) -> isParallel(body.unfold());
            case Process.Compress compress -> isParallel(compress.process());
            case Process.Timed timed -> isParallel(timed.process());
            case Process.Hide hide -> isParallel(hide.process());
            case Process.Rename rename -> isParallel(rename.process());
            case Process.InterfaceParallel parallel -> !parallel.together().letsTimePass();
            case Process.AlphabetisedParallel parallel -> parallel.alphabets().stream().noneMatch(EventSet::letsTimePass);
            case Process.LinkedParallel _ -> true;
            default -> false;
        };
    }

    private String name(Process term, String around) {
        return switch (term) {
            case Process.Call(Process.Body body) -> body.name().isEmpty() ? name(body.unfold(), around) : body.name();
            case Process.Compress compress -> name(compress.process(), around);
            case Process.Timed timed -> name(timed.process(), around);
            case Process.Foreign(Process.State state) -> state.name();
            case Process.Hide hide -> name(hide.process(), around);
            case Process.Rename rename -> name(rename.process(), around);
            case Process.Stop _ -> "STOP";
            case Process.Skip _, Process.Terminated _ -> "SKIP";
            case Process.Diverge _ -> "DIV";
            default -> (around.isEmpty() ? "process" : around) + "." + ++nameless;
        };
    }

    private static String distinct(String name, Map<String, Integer> given) {
        int count = given.merge(name, 1, Integer::sum);
        return count == 1 ? name : name + "#" + count;
    }
}
