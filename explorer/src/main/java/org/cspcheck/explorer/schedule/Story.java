package org.cspcheck.explorer.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.TakenStep;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Snapshot;
import org.cspcheck.runtime.log.ChoiceLog;

/**
 * One run, told: who did what, and how it ended.
 *
 * @param choices the answers at its choice points, as far as it goes
 * @param open how many answers there were at each
 * @param steps what happened, and who did it
 * @param ending how it ended; empty if it was not led to an end
 */
public record Story(List<Integer> choices, List<Integer> open, List<TakenStep> steps, Optional<Ending> ending) {
    /** {@return how often the run deviates from the default order: its answers that are not 0} */
    public int deviations() {
        return (int) choices.stream().filter(choice -> choice != 0).count();
    }

    /** {@return the events of the run} */
    public List<String> events() {
        return steps.stream().map(TakenStep::event).toList();
    }

    /** {@return the answers as text to paste, up to the last deviation; the default order follows} */
    public String schedule() {
        int length = choices.size();
        while (length > 0 && choices.get(length - 1) == 0) {
            length--;
        }
        return ChoiceLog.text(choices.subList(0, length));
    }

    /** {@return the deviations alone: which choice, counted from 0, was answered how} */
    public String deviationText() {
        var text = new ArrayList<String>();
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i) != 0) {
                text.add("choice " + i + " -> " + choices.get(i) + " of " + open.get(i));
            }
        }
        return text.isEmpty() ? "the default order" : String.join(", ", text);
    }

    /** {@return who threw what, if the run ended so} */
    Optional<String> thrown() {
        return ending.filter(Ending.Failed.class::isInstance).map(end -> ((Ending.Failed) end).failure().getMessage());
    }

    /** {@return the story for people} */
    public String text() {
        var text = new StringBuilder("schedule: ").append(schedule().isEmpty() ? "0" : schedule()).append("   (").append(deviationText()).append(")\n");
        for (TakenStep step : steps) {
            text.append("  ").append(String.join(", ", step.processes())).append(": ").append(step.event()).append('\n');
        }
        return text.append(ending.map(Story::text).orElse("the run goes on\n")).toString();
    }

    private static String text(Ending ending) {
        return switch (ending) {
            case Ending.Terminated _ -> "all processes ended\n";
            case Ending.Failed(var failure) -> failure.getMessage() + "\n";
            case Ending.Deadlocked(Snapshot state) -> "deadlock at " + state.text();
            case Ending.Livelocked(Snapshot state) -> "livelock at " + state.text();
            case Ending.Stopped _ -> "stopped\n";
        };
    }

    /** {@return the run as a counterexample} */
    Counterexample as(Counterexample.Kind kind, Optional<String> event) {
        return new Counterexample(kind, steps, event, List.of(), List.of(), List.of(), Optional.empty(), waiting(), choices);
    }

    private List<Counterexample.Waiting> waiting() {
        return ending.map(end -> end instanceof Ending.Deadlocked(Snapshot state) ? waiting(state) : List.<Counterexample.Waiting>of()).orElse(List.of());
    }

    private static List<Counterexample.Waiting> waiting(Snapshot state) {
        return state.processes().stream()
                .filter(process -> process.waitsFor() != null)
                .map(process -> new Counterexample.Waiting(process.path(), List.of(new Counterexample.Wish(process.waitsFor(), process.on()))))
                .toList();
    }
}
