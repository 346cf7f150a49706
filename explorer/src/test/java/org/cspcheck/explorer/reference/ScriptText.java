package org.cspcheck.explorer.reference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Renaming;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;

/** Writes terms over the letters as CSPm, with every bracket, so that a finding can be pasted into a script. */
public final class ScriptText {
    private ScriptText() {}

    /** {@return a script that defines the named processes and all that they call} */
    public static String of(Map<String, Process> definitions) {
        var bodies = new LinkedHashSet<Body>();
        definitions.values().forEach(process -> Terms.collectCalls(process, bodies));
        var script = new StringBuilder("channel a, b, c, d\n");
        bodies.forEach(body -> script.append(body.name()).append(" = ").append(of(body.unfold())).append('\n'));
        definitions.forEach((name, process) -> script.append(name).append(" = ").append(of(process)).append('\n'));
        return script.toString();
    }

    /** {@return the term as an expression; calls by their names} */
    public static String of(Process process) {
        return switch (process) {
            case Stop() -> "STOP";
            case Skip() -> "SKIP";
            case Terminated() -> "OMEGA";
            case Diverge() -> "DIV";
            case Prefix(Menu menu) -> menu(menu.branches());
            case Run(EventSet events) -> "RUN(" + set(events) + ")";
            case Chaos(EventSet events) -> "CHAOS(" + set(events) + ")";
            case ExternalChoice(List<Process> operands) -> infix(" [] ", operands);
            case InternalChoice(List<Process> operands) -> infix(" |~| ", operands);
            case SlidingChoice(Process first, Process second) -> infix(" [> ", List.of(first, second));
            case SynchronisingChoice(List<Process> operands, EventSet together) -> nested(" [+" + set(together) + "+] ", operands);
            case SequentialComposition(Process first, Process second) -> infix(" ; ", List.of(first, second));
            case Interrupt(Process first, Process second) -> infix(" /\\ ", List.of(first, second));
            case SynchronisingInterrupt(Process first, EventSet together, Process second) ->
                infix(" /+" + set(together) + "+\\ ", List.of(first, second));
            case Throw(Process first, EventSet thrown, Process handler) ->
                infix(" [|" + set(thrown) + "|> ", List.of(first, handler));
            case InterfaceParallel(List<Process> operands, EventSet together) -> nested(" [|" + set(together) + "|] ", operands);
            case AlphabetisedParallel(List<Process> operands, List<EventSet> alphabets) -> alphabetised(operands, alphabets);
            case LinkedParallel parallel -> linked(parallel);
            case Hide(Process inner, EventSet hidden) -> "(" + of(inner) + " \\ " + set(hidden) + ")";
            case Rename(Process inner, Renaming renaming) -> of(inner) + pairs(renaming);
            case Process.Compress(Process inner, var compression) -> compression.name().toLowerCase(Locale.ROOT) + "(" + of(inner) + ")";
            case Process.Chase(Process inner) -> "chase(" + of(inner) + ")";
            case Process.Timed p -> throw new IllegalArgumentException("scripts cannot say it: " + p);
            case Process.Foreign p -> throw new IllegalArgumentException("scripts cannot say it: " + p);
            case Prioritise(Process inner, var order) -> "prioritised(" + of(inner) + ") {- by " + order + " -}";
            case Call(Body body) -> body.name();
        };
    }

    private static String menu(List<Menu.Branch> branches) {
        if (branches.isEmpty()) {
            return "STOP";
        }
        return branches.stream()
                .map(branch -> Letters.name(branch.event()) + " -> " + of(branch.next()))
                .collect(Collectors.joining(" [] ", "(", ")"));
    }

    private static String infix(String operator, List<Process> operands) {
        return operands.stream().map(ScriptText::of).collect(Collectors.joining(operator, "(", ")"));
    }

    /** Operators that do not bind to the left with brackets: {@code P op (Q op R)}. */
    private static String nested(String operator, List<Process> operands) {
        String last = of(operands.getLast());
        return operands.reversed().stream().skip(1).map(ScriptText::of).reduce(last, (rest, first) -> "(" + first + operator + rest + ")");
    }

    private static String alphabetised(List<Process> operands, List<EventSet> alphabets) {
        String text = of(operands.getLast());
        String alphabet = set(alphabets.getLast());
        for (int i = operands.size() - 2; i >= 0; i--) {
            text = "(" + of(operands.get(i)) + " [" + set(alphabets.get(i)) + "||" + alphabet + "] " + text + ")";
            alphabet = "union(" + set(alphabets.get(i)) + ", " + alphabet + ")";
        }
        return text;
    }

    private static String linked(LinkedParallel parallel) {
        String links = parallel.links().pairs().stream()
                .map(link -> Letters.name(link.left()) + " <-> " + Letters.name(link.right()))
                .collect(Collectors.joining(", ", " [", "] "));
        return infix(links, List.of(parallel.left(), parallel.right()));
    }

    private static String pairs(Renaming renaming) {
        String pairs = IntStream.rangeClosed(Letters.A, Letters.D)
                .filter(letter -> !java.util.Arrays.equals(renaming.images(letter), new int[] {letter}))
                .boxed()
                .flatMap(letter -> IntStream.of(renaming.images(letter))
                        .mapToObj(image -> Letters.name(letter) + " <- " + Letters.name(image)))
                .collect(Collectors.joining(", "));
        return pairs.isEmpty() ? "" : "[[" + pairs + "]]";
    }

    private static String set(EventSet set) {
        return IntStream.of(set.members()).mapToObj(Letters::name).collect(Collectors.joining(", ", "{", "}"));
    }
}
