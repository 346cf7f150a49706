package org.cspcheck.explorer.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.TakenStep;
import org.cspcheck.model.verdict.Scene;
import org.cspcheck.model.verdict.Scene.Moment;
import org.cspcheck.model.verdict.Scene.Offer;

/** Makes the scene of a run by walking it once more: a counterexample says which choice was made, this says what else there was. */
public final class Scenes {
    /** Offers of one state that are kept; a drawing shows no more. */
    private static final int MOST_OFFERS = 40;

    /** States that are kept to find the run of which only the steps are known. */
    private static final int MOST_STATES = 50_000;

    private final FiringRules rules = new FiringRules();
    private final Alphabet alphabet;
    private final Components components;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<Process, Integer> onTheRun = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private Scenes(Alphabet alphabet, Components components) {
        this.alphabet = alphabet;
        this.components = components;
        components.names().forEach(name -> positions.put(name, positions.size()));
    }

    /**
     * {@return the scene of a run}
     *
     * @param subject not settled: the names are in its calls
     * @throws org.cspcheck.model.source.SpecificationException if a step that the search did not need cannot be evaluated
     */
    public static Scene of(Alphabet alphabet, Process subject, Counterexample run) {
        Components components = Components.of(subject);
        var scenes = new Scenes(alphabet, components);
        List<Moment> moments = scenes.moments(subject, run);
        List<Moment> second = run.second().map(steps -> scenes.second(subject, steps, run.event())).orElse(List.of());
        return new Scene(Wirings.of(scenes.rules, alphabet, components, subject), moments, second, List.of());
    }

    /** {@return the wiring alone: a run that a log has recorded passes no states that are known} */
    public static Scene of(Alphabet alphabet, Process subject) {
        Components components = Components.of(subject);
        return new Scene(Wirings.of(new FiringRules(), alphabet, components, subject), List.of());
    }

    private List<Moment> moments(Process subject, Counterexample run) {
        List<Process> states = new ArrayList<>(List.of(rules.settle(subject)));
        List<Step> taken = new ArrayList<>();
        for (int choice : run.choices()) {
            taken.add(rules.steps(states.getLast()).get(choice));
            states.add(taken.getLast().target());
        }
        for (TakenStep step : run.loop()) {
            Optional<Step> next = like(step, rules.steps(states.getLast()));
            if (next.isEmpty()) {
                break; // one of two alike was taken; the loop is shown without its alternatives
            }
            taken.add(next.get());
            states.add(next.get().target());
        }
        for (int i = 0; i < states.size(); i++) {
            onTheRun.putIfAbsent(states.get(i), i);
        }
        var moments = new ArrayList<Moment>();
        int shown = run.loop().isEmpty() ? states.size() : Math.min(states.size(), run.steps().size() + run.loop().size());
        for (int i = 0; i < shown; i++) {
            moments.add(moment(states.get(i), i < taken.size() ? Optional.of(taken.get(i)) : Optional.empty(), run.event()));
        }
        return List.copyOf(moments);
    }

    /** The states of a run whose choices are not known: of all that its steps may lead through, those before a state that refuses the event. */
    private List<Moment> second(Process subject, List<TakenStep> run, Optional<String> refused) {
        var layers = new ArrayList<Map<Process, Arrival>>();
        Process start = rules.settle(subject);
        layers.add(Map.of(start, new Arrival(null, null)));
        int found = 1;
        for (TakenStep wanted : run) {
            var next = new LinkedHashMap<Process, Arrival>();
            for (Process state : layers.getLast().keySet()) {
                rules.steps(state).stream()
                        .filter(step -> Participants.taken(alphabet, components, step).equals(wanted))
                        .forEach(step -> next.putIfAbsent(step.target(), new Arrival(state, step)));
            }
            found += next.size();
            if (next.isEmpty() || found > MOST_STATES) {
                return List.of();
            }
            layers.add(next);
        }
        Optional<Process> last = layers.getLast().keySet().stream().filter(state -> refuses(state, refused)).findFirst();
        return last.map(state -> passed(layers, state, refused)).orElse(List.of());
    }

    private List<Moment> passed(List<Map<Process, Arrival>> layers, Process last, Optional<String> refused) {
        var states = new ArrayDeque<>(List.of(last));
        var taken = new ArrayDeque<Step>();
        for (int i = layers.size() - 1; i > 0; i--) {
            Arrival arrival = layers.get(i).get(states.getFirst());
            states.addFirst(arrival.from);
            taken.addFirst(arrival.step);
        }
        onTheRun.clear();
        int at = 0;
        for (Process state : states) {
            onTheRun.putIfAbsent(state, at++);
        }
        return states.stream().map(state -> moment(state, Optional.ofNullable(taken.pollFirst()), refused)).toList();
    }

    /** How a state was reached first; nothing for the state at the start. */
    private record Arrival(Process from, Step step) {}

    private boolean refuses(Process state, Optional<String> event) {
        List<Step> steps = rules.steps(state);
        return steps.stream().noneMatch(step -> step.event() == Event.TAU)
                && (event.isEmpty() || steps.stream().noneMatch(step -> alphabet.name(step.event()).equals(event.get())));
    }

    private Optional<Step> like(TakenStep wanted, List<Step> steps) {
        return steps.stream()
                .filter(step -> Participants.taken(alphabet, components, step).equals(wanted))
                .findFirst();
    }

    /** Offers in the order of the firing rules, but first the step that was taken, and the event that the run is about. */
    private Moment moment(Process state, Optional<Step> taken, Optional<String> wanted) {
        Set<Offer> offers = new LinkedHashSet<>();
        taken.ifPresent(step -> offers.add(offer(step, true)));
        int more = 0;
        List<Step> others = new ArrayList<>(rules.steps(state));
        taken.ifPresent(others::remove);
        if (taken.isEmpty() && wanted.isPresent()) {
            others.sort(Comparator.comparing(step -> !wanted.equals(Optional.of(alphabet.name(step.event())))));
        }
        for (Step step : others) {
            if (offers.size() < MOST_OFFERS) {
                offers.add(offer(step, false));
            } else {
                more++;
            }
        }
        var places = new ArrayList<Optional<Span>>();
        taken.ifPresent(step -> places(components, state, step, places));
        return new Moment(List.copyOf(offers), more, List.copyOf(places));
    }

    private Offer offer(Step step, boolean taken) {
        Integer to = onTheRun.get(step.target());
        TakenStep shown = Participants.taken(alphabet, components, step);
        return new Offer(
                name(shown.event()),
                shown.hidden().map(this::name),
                shown.processes().stream().map(positions::get).sorted().toList(),
                to == null ? OptionalInt.empty() : OptionalInt.of(to),
                taken);
    }

    /** One text for all that are equal: a long run has millions. */
    private String name(String event) {
        return names.computeIfAbsent(event, same -> same);
    }

    // --- where a step is written -------------------------------------------------------------------------------------------

    /** One place for each process that takes part, in the order of {@link TakenStep#processes}. */
    private static void places(Components components, Process state, Step step, List<Optional<Span>> places) {
        switch (components) {
            case Components.One one -> places.add(Places.of(state, step));
            case Components.Group group -> {
                List<Process> operands = Components.operands(state);
                if (step.premises().isEmpty()) {
                    group.names().forEach(name -> places.add(Optional.empty()));
                }
                for (Step.Premise premise : step.premises()) {
                    places(group.operands().get(premise.operand()), operands.get(premise.operand()), premise.step(), places);
                }
            }
        }
    }
}
