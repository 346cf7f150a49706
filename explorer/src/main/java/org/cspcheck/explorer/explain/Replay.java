package org.cspcheck.explorer.explain;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.explorer.check.Evidence.Leg;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.verdict.Counterexample.TakenStep;
import org.cspcheck.runtime.ChoicePoint;
import org.cspcheck.runtime.ChoicePoint.*;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Recording;
import org.cspcheck.runtime.Run;

/** A run repeated by the firing rules: its steps for people, its choices, and the term at its end. */
record Replay(List<TakenStep> steps, List<Integer> choices, Process end) {
    /**
     * Repeats a path.
     *
     * @throws IllegalStateException if the firing rules do not allow it: the engine that found it and the rules disagree
     */
    static Replay of(FiringRules rules, Alphabet alphabet, Components components, Process start, List<Leg> path) {
        var recording = new Recording(following(alphabet, path));
        var run = new Run(rules, start, recording);
        var taken = new ArrayList<TakenStep>();
        for (int i = 0; i < path.size(); i++) {
            int position = i;
            Step step = run.advance()
                    .orElseThrow(() -> new IllegalStateException("replay: no step at position " + position + " of " + path.size()));
            taken.add(Participants.taken(alphabet, components, step));
        }
        return new Replay(List.copyOf(taken), recording.choices(), run.state());
    }

    /** Takes the first step that leads where the path does. */
    private static Oracle following(Alphabet alphabet, List<Leg> path) {
        var rest = path.iterator();
        return point -> switch (point) {
            case ChoicePoint.NextStep(Process state, List<Step> steps) -> {
                Leg leg = rest.next();
                for (int i = 0; i < steps.size(); i++) {
                    if (steps.get(i).event() == leg.event() && steps.get(i).target().equals(leg.target())) {
                        yield i;
                    }
                }
                throw new IllegalStateException("replay: the firing rules give no step " + alphabet.name(leg.event()) + " from " + state
                        + " to " + leg.target());
            }
            case QueueOrder _, AltSelection _, TimerOrder _, InternalChoice _, UserChoice _ ->
                throw new IllegalStateException("replay: a term alone has no such choice: " + point);
        };
    }
}
