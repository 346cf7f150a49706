package org.cspcheck.explorer.walk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.cspcheck.explorer.explain.Components;
import org.cspcheck.explorer.explain.Participants;
import org.cspcheck.explorer.explain.Places;
import org.cspcheck.explorer.explain.Waits;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.TakenStep;
import org.cspcheck.model.verdict.Counterexample.Waiting;

/**
 * A run that somebody makes step by step.
 *
 * <p>Invariant. {@code states} holds one term more than there are steps: where each step began, and where the last has led.
 */
public final class Walk {
    /**
     * A sequential process where the walk stands.
     *
     * @param term what is left of it
     * @param readyFor the events that it could perform if all others agreed, as it calls them
     * @param place where its next step is written; empty if it has none, or nobody wrote it
     */
    public record Part(String process, String term, List<String> readyFor, Optional<Span> place) {}

    /** How a search ended. */
    public enum Search {
        /** The walk stands there now. */
        FOUND,
        /** Every state that can be reached from here was looked at. */
        NOWHERE,
        /** A limit was reached first. */
        UNKNOWN
    }

    private final FiringRules rules = new FiringRules();
    private final Alphabet alphabet;
    private final Components components;
    private final TermText text;
    private final List<Process> states = new ArrayList<>();
    private final List<TakenStep> steps = new ArrayList<>();
    private final List<Integer> choices = new ArrayList<>();
    private final Map<Process, Integer> first = new HashMap<>();

    /** A walk that begins at the start of this process. */
    public Walk(Alphabet alphabet, Process process) {
        this.alphabet = alphabet;
        this.components = Components.of(process);
        this.text = new TermText(alphabet);
        enter(rules.settle(process));
    }

    private void enter(Process state) {
        first.putIfAbsent(state, states.size());
        states.add(state);
    }

    private Process here() {
        return states.getLast();
    }

    /** {@return every step that is possible here, in the order of the firing rules} */
    public List<TakenStep> offers() {
        return rules.steps(here()).stream().map(step -> Participants.taken(alphabet, components, step)).toList();
    }

    /** {@return for each offer, after how many steps the walk was in the state that it leads to; -1 where it never was} */
    public List<Integer> leadTo() {
        return rules.steps(here()).stream().map(step -> first.getOrDefault(step.target(), -1)).toList();
    }

    /** {@return the steps taken so far} */
    public List<TakenStep> history() {
        return List.copyOf(steps);
    }

    /** {@return the numbers of the offers taken so far, which {@link #follow} takes again} */
    public List<Integer> choices() {
        return List.copyOf(choices);
    }

    /** {@return the names of the sequential processes} */
    public List<String> processes() {
        return components.names();
    }

    /** {@return whether the walk has come to a state that it was in before; its step number then, else -1} */
    public int seenAt() {
        int before = first.get(here());
        return before == states.size() - 1 ? -1 : before;
    }

    /** {@return whether all processes have terminated} */
    public boolean isTerminated() {
        return here() instanceof Process.Terminated;
    }

    /** {@return each sequential process as it stands} */
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        collect(components, here(), parts);
        return List.copyOf(parts);
    }

    private void collect(Components part, Process state, List<Part> parts) {
        switch (part) {
            case Components.One(String name) -> parts.add(part(name, state));
            case Components.Group(List<Components> inside) -> {
                List<Process> operands = Components.operands(state);
                for (int i = 0; i < inside.size(); i++) {
                    if (operands.isEmpty()) {
                        inside.get(i).names().forEach(name -> parts.add(new Part(name, text.of(state), List.of(), Optional.empty())));
                    } else {
                        collect(inside.get(i), operands.get(i), parts);
                    }
                }
            }
        }
    }

    private Part part(String name, Process state) {
        Set<String> events = new LinkedHashSet<>();
        List<Step> possible = rules.steps(state);
        possible.stream().map(Step::event).filter(Event::isVisible).forEach(event -> events.add(alphabet.name(event)));
        Optional<Span> place = possible.stream().flatMap(step -> Places.of(state, step).stream()).findFirst();
        return new Part(name, text.of(state), List.copyOf(events), place);
    }

    /** {@return whether nothing can happen any more, and that is not termination} */
    public boolean isStuck() {
        return rules.steps(here()).isEmpty() && !isTerminated();
    }

    /** {@return who waits for what here: in a deadlock every process, else those that somebody keeps from an event} */
    public List<Waiting> waiting() {
        if (isTerminated()) {
            return List.of();
        }
        boolean stuck = isStuck();
        return Waits.of(rules, alphabet, components, here()).stream()
                .filter(waiting -> stuck || !waiting.wishes().isEmpty())
                .toList();
    }

    /**
     * {@return the run so far, as counterexamples are told}
     *
     * <p>A deadlock if nothing can happen at its end, else a run, with what can; with each process that waits for another one there.
     */
    public Counterexample told() {
        return new Counterexample(
                isStuck() ? Counterexample.Kind.DEADLOCK : Counterexample.Kind.RUN,
                history(),
                Optional.empty(),
                offers().stream().map(TakenStep::event).distinct().toList(),
                List.of(),
                List.of(),
                Optional.empty(),
                waiting(),
                choices());
    }

    /**
     * Takes the offer with this number.
     *
     * @throws org.cspcheck.model.source.SpecificationException if what is possible afterwards cannot be evaluated; no step is taken then
     */
    public void take(int offer) {
        Step step = rules.steps(here()).get(offer);
        rules.steps(step.target());
        steps.add(Participants.taken(alphabet, components, step));
        choices.add(offer);
        enter(step.target());
    }

    /** Goes back to where so many steps had been taken. */
    public void backTo(int count) {
        steps.subList(count, steps.size()).clear();
        choices.subList(count, choices.size()).clear();
        List<Process> left = states.subList(count + 1, states.size());
        left.forEach(state -> first.computeIfPresent(state, (same, at) -> at > count ? null : at));
        left.clear();
    }

    /**
     * Takes these offers from the start, as far as they go.
     *
     * @return how many could be taken
     */
    public int follow(List<Integer> offers) {
        backTo(0);
        for (int offer : offers) {
            if (offer < 0 || offer >= rules.steps(here()).size()) {
                break;
            }
            take(offer);
        }
        return steps.size();
    }

    /** How a state was first reached in a search. */
    private record Arrival(Process from, int offer) {}

    /**
     * Goes on from here to a nearest state that meets the goal; stays where it is if there is none. The state that it stands in does not
     * count, so that the next one can be asked for.
     */
    public Search find(Goal goal, int mostStates, BooleanSupplier cancelled) {
        Map<Process, Arrival> arrivals = new HashMap<>();
        arrivals.put(here(), null);
        var queue = new ArrayDeque<>(List.of(here()));
        while (!queue.isEmpty()) {
            Process state = queue.remove();
            List<Step> possible = rules.steps(state);
            if (arrivals.get(state) != null && goal.isMet(possible, state instanceof Process.Terminated, alphabet)) {
                takeAll(state, arrivals);
                return Search.FOUND;
            }
            for (int i = 0; i < possible.size(); i++) {
                Process target = possible.get(i).target();
                if (!arrivals.containsKey(target)) {
                    arrivals.put(target, new Arrival(state, i));
                    queue.add(target);
                }
            }
            if (arrivals.size() > mostStates || cancelled.getAsBoolean()) {
                return Search.UNKNOWN;
            }
        }
        return Search.NOWHERE;
    }

    private void takeAll(Process goal, Map<Process, Arrival> arrivals) {
        var path = new ArrayDeque<Integer>();
        for (Arrival arrival = arrivals.get(goal); arrival != null; arrival = arrivals.get(arrival.from)) {
            path.addFirst(arrival.offer);
        }
        path.forEach(this::take);
    }
}
