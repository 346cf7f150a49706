package org.cspcheck.explorer.walk;

import java.util.List;
import java.util.stream.Collectors;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.process.Process;

/** What is left of a process, for people: names where it has one, else its operators around what it is ready for. */
final class TermText {
    private static final int MOST_EVENTS = 4;
    private static final int DEEPEST = 6;

    private final Alphabet alphabet;

    TermText(Alphabet alphabet) {
        this.alphabet = alphabet;
    }

    String of(Process process) {
        return text(process, DEEPEST);
    }

    private String text(Process process, int depth) {
        if (depth == 0) {
            return "…";
        }
        int inner = depth - 1;
        return switch (process) {
            case Process.Stop stop -> "STOP";
            case Process.Skip skip -> "SKIP";
            case Process.Terminated terminated -> "terminated";
            case Process.Diverge diverge -> "DIV";
            case Process.Call(Process.Body body) -> body.name().isEmpty() ? text(body.unfold(), depth) : body.name();
            case Process.Prefix(Process.Menu menu) -> menu(menu) + " → …";
            case Process.Run run -> "RUN";
            case Process.Chaos chaos -> "CHAOS";
            case Process.ExternalChoice choice -> all(choice.operands(), " □ ", inner);
            case Process.InternalChoice choice -> all(choice.operands(), " ⊓ ", inner);
            case Process.SlidingChoice(var first, var second) -> all(List.of(first, second), " ▷ ", inner);
            case Process.SynchronisingChoice choice -> all(choice.operands(), " [+…+] ", inner);
            case Process.SequentialComposition(var first, var second) -> all(List.of(first, second), " ; ", inner);
            case Process.Interrupt(var first, var second) -> all(List.of(first, second), " △ ", inner);
            case Process.SynchronisingInterrupt(var first, var together, var second) -> all(List.of(first, second), " /+…+\\ ", inner);
            case Process.Throw(var first, var thrown, var handler) -> all(List.of(first, handler), " Θ ", inner);
            case Process.InterfaceParallel parallel -> all(parallel.operands(), parallel.together().members().length == 0 ? " ||| " : " ∥ ", inner);
            case Process.AlphabetisedParallel parallel -> all(parallel.operands(), " ∥ ", inner);
            case Process.LinkedParallel(var left, var right, var links) -> all(List.of(left, right), " [↔] ", inner);
            case Process.Hide(var hiding, var hidden) -> text(hiding, inner) + " \\ …";
            case Process.Rename(var renamed, var renaming) -> text(renamed, inner) + "[[…]]";
            case Process.Prioritise(var prioritised, var order) -> "prioritise(" + text(prioritised, inner) + ")";
            case Process.Chase(var chased) -> "chase(" + text(chased, inner) + ")";
            case Process.Compress(var compressed, var compression) -> text(compressed, depth);
            case Process.Timed(var timed, var race) -> text(timed, depth);
            case Process.Foreign(var state) -> state.toString();
        };
    }

    private String all(List<Process> operands, String operator, int depth) {
        return operands.stream().map(operand -> text(operand, depth)).collect(Collectors.joining(operator, "(", ")"));
    }

    private String menu(Process.Menu menu) {
        List<String> events = menu.branches().stream().map(branch -> alphabet.name(branch.event())).distinct().toList();
        String shown = events.stream().limit(MOST_EVENTS).collect(Collectors.joining(" | "));
        return events.isEmpty() ? "nothing" : events.size() > MOST_EVENTS ? shown + " | …" : shown;
    }
}
