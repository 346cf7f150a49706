package org.cspcheck.explorer.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.cspcheck.explorer.schedule.Exploration.Kind;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.EventSink;
import org.cspcheck.runtime.Probe;
import org.cspcheck.runtime.Settings;

/**
 * A network of Java code, and all orders in which a scheduler could run it.
 *
 * @param name the network's name, the first part of the paths of its processes
 * @param network builds the network and runs it; called again for each run, so it must make all that it uses
 * @param race how far apart two deadlines may be and still fire in either order: nothing for urgent time, {@link #FOR_EVER} for free time
 * @param bounds where exploring gives up
 */
public record Schedules(String name, Behaviour network, Duration race, Bounds bounds) {
    private static final int FEW_TURNS = 200;

    /** As a race: timers fire at any time and in any order. */
    public static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

    /** {@return the schedules of a network under urgent time: time passes only when nothing else can happen} */
    public static Schedules of(String name, Behaviour network) {
        return new Schedules(name, network, Duration.ZERO, Bounds.DEFAULT);
    }

    /** Timers within {@code race} of each other, or of now, fire in any order, and before or after what else can happen. */
    public Schedules race(Duration race) {
        return new Schedules(name, network, race, bounds);
    }

    /** Timers fire at any time and in any order. */
    public Schedules freeTime() {
        return race(FOR_EVER);
    }

    public Schedules bounds(Bounds bounds) {
        return new Schedules(name, network, race, bounds);
    }

    /**
     * {@return all that can happen}
     *
     * <p>State by state; if states cannot be told apart, or runs come to no head of a loop, run by run.
     *
     * @throws Unrepeatable if the code depends on anything but its communications and choices
     */
    public Exploration explore() {
        Exploration states = everyState();
        if (states.complete()) {
            return states;
        }
        Exploration runs = everyRun();
        return runs.complete() || states.findings().isEmpty() && !runs.findings().isEmpty() ? runs : states;
    }

    /** {@return all that can happen, by leading the network through every run, up to the order of steps that commute} */
    public Exploration everyRun() {
        var events = new TreeSet<String>();
        var first = new EnumMap<Kind, Found>(Kind.class);
        var runs = new SourceSets(this, false);
        String gaveUp = runs.explore((ending, happened, choices) -> {
            events.addAll(happened);
            kind(ending).ifPresent(kind -> first.putIfAbsent(kind, new Found(choices, ending)));
            return true;
        });
        return new Exploration(this, gaveUp, runs.runs(), shrunk(first), events, Optional.empty());
    }

    /** {@return the events of every run with its end; empty if a bound was reached} */
    public Optional<Set<String>> traces() {
        var traces = new TreeSet<String>();
        String gaveUp = new SourceSets(this, true).explore((ending, happened, _) -> {
            traces.add(String.join(" ", happened) + " " + ending.getClass().getSimpleName());
            return true;
        });
        return gaveUp.isEmpty() ? Optional.of(traces) : Optional.empty();
    }

    /** {@return all that can happen, by exploring every state} A network that never stops is explored completely if its processes are loops over values. */
    public Exploration everyState() {
        var closure = new Closure(this, false);
        String gaveUp = closure.explore();
        if (closure.clockWasRead()) {
            closure = new Closure(this, true);
            gaveUp = closure.explore();
        }
        return new Exploration(this, gaveUp, closure.runs(), findings(closure.graph(), gaveUp.isEmpty()), closure.graph().events(), Optional.of(closure.graph()));
    }

    private Map<Kind, Story> findings(StateGraph graph, boolean complete) {
        var first = new EnumMap<Kind, Found>(Kind.class);
        for (StateGraph.Node node : graph.nodes()) {
            if (node.ending != null) {
                kind(node.ending).ifPresent(kind -> first.putIfAbsent(kind, new Found(StateGraph.choices(node.parent, node.answer), node.ending)));
            }
        }
        Map<Kind, Story> findings = shrunk(first);
        if (complete) {
            var questions = new Questions(graph);
            Schedules briefly = bounds(bounds.turns(FEW_TURNS));
            questions.partialDeadlock().ifPresent(choices -> findings.put(Kind.PARTIAL_DEADLOCK, Retelling.of(briefly, choices)));
            questions.livelock().ifPresent(choices -> findings.put(Kind.LIVELOCK, Retelling.of(briefly, choices)));
        }
        return findings;
    }

    private record Found(List<Integer> choices, Ending ending) {}

    private static Optional<Kind> kind(Ending ending) {
        return switch (ending) {
            case Ending.Deadlocked _ -> Optional.of(Kind.DEADLOCK);
            case Ending.Failed _ -> Optional.of(Kind.EXCEPTION);
            case Ending.Livelocked _ -> Optional.of(Kind.LIVELOCK);
            case Ending.Terminated _, Ending.Stopped _ -> Optional.empty();
        };
    }

    private Map<Kind, Story> shrunk(Map<Kind, Found> found) {
        var stories = new HashMap<Kind, Story>();
        found.forEach((kind, first) -> stories.put(kind, Shrinking.of(this, first.choices(), null, sameEnd(first.ending()))));
        return stories;
    }

    /** Two deadlocks are one fault; two failures are one fault if the same is thrown by the same process. */
    private static Predicate<Story> sameEnd(Ending ending) {
        return story -> story.ending().filter(end -> switch (ending) {
            case Ending.Failed(var failure) -> end instanceof Ending.Failed(var other) && other.getMessage().equals(failure.getMessage());
            case Ending.Deadlocked _, Ending.Livelocked _, Ending.Stopped _, Ending.Terminated _ -> end.getClass() == ending.getClass();
        }).isPresent();
    }

    /** {@return the simplest run to an event that was found} */
    Story runTo(Exploration exploration, String event) {
        List<Integer> choices = exploration.graph().flatMap(graph -> graph.event(event::equals)).orElseGet(() -> firstRunWith(event));
        return Shrinking.of(this, choices, event, story -> story.events().contains(event));
    }

    /**
     * {@return the simplest run whose events that count begin with these, as far as that}
     *
     * @param ends whether there are no others, and all processes end
     */
    Story runWith(List<Integer> answers, List<String> trace, boolean ends, Predicate<String> counts) {
        Predicate<Story> same = story -> {
            List<String> events = story.events().stream().filter(counts).toList();
            return ends
                    ? events.equals(trace) && story.ending().filter(Ending.Terminated.class::isInstance).isPresent()
                    : events.size() >= trace.size() && events.subList(0, trace.size()).equals(trace);
        };
        Story whole = Shrinking.of(bounds(bounds.turns(FEW_TURNS + 10 * answers.size())), answers, null, same);
        if (ends) {
            return whole;
        }
        int left = trace.size();
        int length = 0;
        while (left > 0) {
            left -= counts.test(whole.steps().get(length++).event()) ? 1 : 0;
        }
        return new Story(whole.choices(), whole.open(), whole.steps().subList(0, length), Optional.empty());
    }

    private List<Integer> firstRunWith(String event) {
        var found = new ArrayList<Integer>();
        new SourceSets(this, false).explore((_, happened, choices) -> {
            if (happened.contains(event)) {
                found.addAll(choices);
                return false;
            }
            return true;
        });
        return found;
    }

    /** {@return the run by these answers, and then by the default order} As text: {@link org.cspcheck.runtime.log.ChoiceLog#parse}. */
    public Story replay(List<Integer> choices) {
        return Retelling.of(this, choices);
    }

    /** {@return the settings of a run that {@code course} leads} */
    Settings settings(Course course) {
        return Settings.simulated(course).with((EventSink) course).with((Probe) course).race(race);
    }
}
