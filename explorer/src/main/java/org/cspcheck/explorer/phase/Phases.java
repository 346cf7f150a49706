package org.cspcheck.explorer.phase;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cspcheck.explorer.phase.Phase.Passage;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.vector.Leaves;
import org.cspcheck.explorer.vector.Network;
import org.cspcheck.explorer.vector.VectorSystem;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.source.SpecificationException;

/** Finds the phases of a process. */
public final class Phases {
    /** More than this are a process that is mostly sequential, or one whose networks never are the same again. */
    private static final int MOST = 512;

    private final FiringRules rules;
    private final Leaves leaves;
    private final Budget budget;

    /** Phases by the settled terms that they begin with. */
    private final Map<Process, Integer> byTerm = new HashMap<>();

    /** Phases that go on with the network of another one, by that and their layers. */
    private final Map<Inside, Integer> byNetwork = new HashMap<>();

    private final Map<Process, VectorSystem> networks = new HashMap<>();
    private final List<Phase> phases = new ArrayList<>();
    private final Deque<Runnable> open = new ArrayDeque<>();

    private Phases(FiringRules rules, Leaves leaves, Budget budget) {
        this.rules = rules;
        this.leaves = leaves;
        this.budget = budget;
    }

    private record Inside(VectorSystem network, List<Layer> layers) {}

    /** The phases are too many, or would have too much in common, or a network is better explored by its terms. */
    private static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unfit() {
            super("", null, false, false);
        }
    }

    /**
     * {@return the process, which can be settled, phase by phase; empty where no network is in it, or it is better explored by its terms}
     *
     * <p>A mistake in what may come later is no reason to complain: the system may never get there.
     */
    public static Optional<PhasedSystem> of(FiringRules rules, Leaves leaves, Process process, Budget budget) {
        var phases = new Phases(rules, leaves, budget);
        try {
            phases.phase(process);
            while (!phases.open.isEmpty()) {
                budget.pulse();
                phases.open.remove().run();
            }
        } catch (Unfit | SpecificationException | StackOverflowError e) {
            return Optional.empty();
        }
        boolean running = phases.phases.stream().anyMatch(phase -> phase instanceof Phase.Running);
        return running ? Optional.of(new PhasedSystem(phases.phases)) : Optional.empty();
    }

    /** {@return the number of the phase that begins with a process} */
    private int phase(Process process) {
        Process first = rules.settle(process);
        Integer known = byTerm.get(first);
        if (known != null) {
            return known;
        }
        int number = next();
        byTerm.put(first, number);
        open.add(() -> {
            List<Layer> layers = new ArrayList<>();
            Optional<VectorSystem> network = inside(process, layers);
            if (network.isPresent()) {
                byNetwork.putIfAbsent(new Inside(network.get(), layers), number);
                phases.set(number, running(number, network.get(), layers));
            } else {
                phases.set(number, point(first));
            }
        });
        return number;
    }

    private int next() {
        if (phases.size() == MOST) {
            throw new Unfit();
        }
        phases.add(null);
        return phases.size() - 1;
    }

    /** {@return the network that runs first in a process; empty if there is none} The layers around it are added. */
    private Optional<VectorSystem> inside(Process process, List<Layer> layers) {
        if (VectorSystem.isNetwork(leaves, process)) {
            return Optional.of(networks.computeIfAbsent(
                    process, network -> VectorSystem.small(leaves, network, budget).orElseThrow(Unfit::new)));
        }
        return switch (process) {
            case Call(Body body) -> inside(body.unfold(), layers);
            case SequentialComposition(Process first, Process second) -> inside(first, new Layer.Then(second), layers);
            case Interrupt(Process first, Process second) -> inside(first, new Layer.Until(rules.settle(second)), layers);
            case Throw(Process first, var thrown, Process handler) -> inside(first, new Layer.Throwing(thrown, handler), layers);
            case Hide hide -> inside(hide.process(), new Layer.Hiding(hide), layers);
            case Rename rename -> inside(rename.process(), new Layer.Renaming(rename), layers);
            case Process other -> Optional.empty();
        };
    }

    private Optional<VectorSystem> inside(Process process, Layer layer, List<Layer> layers) {
        Optional<VectorSystem> network = inside(process, layers);
        if (network.isPresent()) {
            layers.add(layer);
        }
        return network;
    }

    /** A state whose steps lead to the beginnings of phases. */
    private Phase point(Process term) {
        if (offers(term)) {
            throw new Unfit();
        }
        var steps = new ArrayList<Passage>();
        for (Step step : rules.steps(term)) {
            if (step.isTimer()) {
                throw new Unfit();
            }
            steps.add(new Passage(step.event(), phase(step.target()), false));
        }
        return new Phase.Point(term, steps);
    }

    /**
     * Whether a network is among several operands that may move first: each of its first steps would begin a phase, and these would have most of
     * their states in common.
     */
    private boolean offers(Process term) {
        return switch (term) {
            case ExternalChoice choice -> choice.operands().stream().anyMatch(this::runs);
            case SynchronisingChoice choice -> choice.operands().stream().anyMatch(this::runs);
            case SlidingChoice choice -> runs(choice.first());
            case Interrupt interrupt -> runs(interrupt.second()) || offers(interrupt.first());
            case SynchronisingInterrupt interrupt -> runs(interrupt.first()) || runs(interrupt.second());
            case SequentialComposition composition -> offers(composition.first());
            case Throw thrown -> offers(thrown.first());
            case Hide hide -> offers(hide.process());
            case Rename rename -> offers(rename.process());
            case Prioritise prioritise -> runs(prioritise.process());
            case Chase chase -> runs(chase.process());
            case Timed timed -> true;
            case Process other -> false;
        };
    }

    private boolean runs(Process term) {
        return VectorSystem.isNetwork(leaves, term)
                || switch (term) {
                    case SequentialComposition composition -> runs(composition.first());
                    case Interrupt interrupt -> runs(interrupt.first()) || runs(interrupt.second());
                    case Throw thrown -> runs(thrown.first());
                    case Hide hide -> runs(hide.process());
                    case Rename rename -> runs(rename.process());
                    case Process other -> offers(other);
                };
    }

    private Phase running(int number, VectorSystem network, List<Layer> layers) {
        Map<Integer, List<Passage>> passages = new HashMap<>();
        Network inside = network.network();
        for (int rule = 0; rule < inside.rules(); rule++) {
            passages.computeIfAbsent(inside.event(rule), event -> {
                var outside = new ArrayList<Passage>();
                pass(event, event == Event.TICK ? Process.TERMINATED : null, layers, 0, number, outside);
                return outside;
            });
        }
        return new Phase.Running(network, layers, passages, own(network, layers));
    }

    /**
     * What a step of the inside is outside, one layer after the other.
     *
     * @param target what the inside becomes, if that is no longer the network; otherwise null
     */
    private void pass(int event, Process target, List<Layer> layers, int from, int number, List<Passage> outside) {
        if (from == layers.size()) {
            outside.add(target == null ? new Passage(event, number, true) : new Passage(event, phase(target), false));
            return;
        }
        Layer layer = layers.get(from);
        Process around = target == null ? null : layer.around(target);
        switch (layer) {
            case Layer.Then(Process next) when event == Event.TICK -> pass(Event.TAU, next, layers, from + 1, number, outside);
            case Layer.Throwing(var thrown, Process handler) when Event.isVisible(event) && thrown.contains(event) ->
                pass(event, handler, layers, from + 1, number, outside);
            case Layer.Hiding(Hide hide) when Event.isVisible(event) && hide.hidden().contains(event) ->
                pass(Event.TAU, around, layers, from + 1, number, outside);
            case Layer.Renaming(Rename rename) when Event.isVisible(event) -> {
                for (int image : rename.renaming().images(event)) {
                    pass(image, around, layers, from + 1, number, outside);
                }
            }
            default -> pass(event, around, layers, from + 1, number, outside);
        }
    }

    /** The steps of those who may interrupt. */
    private List<Passage> own(VectorSystem network, List<Layer> layers) {
        var own = new ArrayList<Passage>();
        for (int i = 0; i < layers.size(); i++) {
            if (!(layers.get(i) instanceof Layer.Until(Process second))) {
                continue;
            }
            if (runs(second)) {
                throw new Unfit();
            }
            for (Step step : rules.steps(second)) {
                if (step.isTau()) {
                    own.add(new Passage(Event.TAU, goingOn(network, replaced(layers, i, new Layer.Until(step.target()))), true));
                } else {
                    pass(step.event(), step.target(), layers, i + 1, -1, own);
                }
            }
        }
        return own;
    }

    private static List<Layer> replaced(List<Layer> layers, int at, Layer layer) {
        return Stream.concat(Stream.concat(layers.subList(0, at).stream(), Stream.of(layer)), layers.subList(at + 1, layers.size()).stream())
                .toList();
    }

    /** {@return the phase in which a network that runs already goes on inside other layers} */
    private int goingOn(VectorSystem network, List<Layer> layers) {
        var inside = new Inside(network, layers);
        Integer known = byNetwork.get(inside);
        if (known != null) {
            return known;
        }
        int number = next();
        byNetwork.put(inside, number);
        open.add(() -> phases.set(number, running(number, network, layers)));
        return number;
    }
}
