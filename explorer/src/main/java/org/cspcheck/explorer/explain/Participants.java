package org.cspcheck.explorer.explain;

import java.util.List;
import java.util.Optional;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.verdict.Counterexample.TakenStep;

/** Who takes part in a step: read off its derivation, beside the tree of the sequential processes. */
public final class Participants {
    private Participants() {}

    /** {@return a step of a state of the whole, for people} */
    public static TakenStep taken(Alphabet alphabet, Components components, Step step) {
        return new TakenStep(alphabet.name(step.event()), of(components, step), hidden(step).map(alphabet::name));
    }

    /** {@return the visible event of a step, be it hidden from outside; empty if it has none} */
    public static Optional<Integer> seenInside(Step step) {
        return Event.isVisible(step.event()) ? Optional.of(step.event()) : hidden(step);
    }

    private static List<String> of(Components components, Step step) {
        return switch (components) {
            case Components.One(String name) -> List.of(name);
            case Components.Group(List<Components> operands) -> {
                if (step.premises().isEmpty()) {
                    yield components.names(); // all have terminated, and that is the step
                }
                yield step.premises().stream()
                        .flatMap(premise -> of(operands.get(premise.operand()), premise.step()).stream())
                        .toList();
            }
        };
    }

    /** The visible event inside a tau: that of the first premise that has one. */
    private static Optional<Integer> hidden(Step step) {
        if (step.event() != Event.TAU || step.premises().isEmpty()) {
            return Optional.empty();
        }
        Step inside = step.premises().get(0).step();
        return Event.isVisible(inside.event()) ? Optional.of(inside.event()) : hidden(inside);
    }
}
