package org.cspcheck.explorer.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Links;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.verdict.Counterexample.Waiting;
import org.cspcheck.model.verdict.Counterexample.Wish;

/**
 * Who waits for what in a state without steps: each process, each event that it is ready for, and the processes that would have to agree and
 * do not. An event is followed up the term, through renaming and hiding, to the first parallel operator that blocks it.
 */
public final class Waits {
    private final FiringRules rules;
    private final Alphabet alphabet;
    private final LeafEvents leafEvents;
    private final List<Waiting> waiting = new ArrayList<>();

    private Waits(FiringRules rules, Alphabet alphabet) {
        this.rules = rules;
        this.alphabet = alphabet;
        this.leafEvents = new LeafEvents(rules);
    }

    public static List<Waiting> of(FiringRules rules, Alphabet alphabet, Components components, Process state) {
        var waits = new Waits(rules, alphabet);
        waits.visit(components, state, null);
        return List.copyOf(waits.waiting);
    }

    /** An operator above a process, the operand that the process is in, and what is above the operator. */
    private record Above(Process operator, Components.Group group, int position, Above next) {}

    private void visit(Components components, Process state, Above above) {
        switch (components) {
            case Components.One(String name) -> {
                var wishes = new LinkedHashSet<Wish>();
                for (Step step : rules.steps(state)) {
                    if (Event.isVisible(step.event())) {
                        follow(step.event(), above, wishes);
                    }
                }
                waiting.add(new Waiting(name, List.copyOf(wishes)));
            }
            case Components.Group group -> {
                List<Process> operands = Components.operands(state);
                for (int i = 0; i < operands.size(); i++) {
                    visit(group.operands().get(i), operands.get(i), new Above(state, group, i, above));
                }
            }
        }
    }

    /** Takes an event up the term to whatever blocks it. */
    private void follow(int event, Above above, Set<Wish> wishes) {
        if (above == null) {
            return;
        }
        switch (above.operator) {
            case Hide hide -> {
                if (!hide.hidden().contains(event)) {
                    follow(event, above.next, wishes);
                }
            }
            case Rename rename -> {
                for (int image : rename.renaming().images(event)) {
                    follow(image, above.next, wishes);
                }
            }
            case InterfaceParallel parallel -> agree(event, above, others(parallel.operands().size(), above.position), wishes,
                    parallel.together().contains(event));
            case AlphabetisedParallel parallel -> {
                if (!parallel.alphabets().get(above.position).contains(event)) {
                    wishes.add(new Wish(alphabet.name(event), List.of()));
                } else {
                    int[] partners = others(parallel.operands().size(), above.position);
                    agree(event, above, sharing(parallel.alphabets(), partners, event), wishes, true);
                }
            }
            case LinkedParallel parallel -> linked(event, above, parallel.links(), wishes);
            default -> follow(event, above.next, wishes);
        }
    }

    private static int[] others(int count, int position) {
        return IntStream.range(0, count).filter(i -> i != position).toArray();
    }

    private static int[] sharing(List<EventSet> alphabets, int[] positions, int event) {
        return IntStream.of(positions).filter(i -> alphabets.get(i).contains(event)).toArray();
    }

    private void agree(int event, Above above, int[] partners, Set<Wish> wishes, boolean together) {
        var missing = new LinkedHashSet<String>();
        if (together) {
            for (int partner : partners) {
                missing(above.group.operands().get(partner), Components.operands(above.operator).get(partner), event, missing);
            }
        }
        if (missing.isEmpty()) {
            follow(event, above.next, wishes);
        } else {
            wishes.add(new Wish(alphabet.name(event), List.copyOf(missing)));
        }
    }

    private void linked(int event, Above above, Links links, Set<Wish> wishes) {
        boolean left = above.position == 0;
        int other = 1 - above.position;
        var missing = new LinkedHashSet<String>();
        for (Links.Link link : links.pairs()) {
            if ((left ? link.left() : link.right()) == event) {
                int wanted = left ? link.right() : link.left();
                missing(above.group.operands().get(other), Components.operands(above.operator).get(other), wanted, missing);
            }
        }
        if (missing.isEmpty()) {
            follow(event, above.next, wishes);
        } else {
            wishes.add(new Wish(alphabet.name(event), List.copyOf(missing)));
        }
    }

    /** Adds the processes of a part that keep it from performing an event; where any of several would do, those that ever perform it. */
    private void missing(Components components, Process state, int event, Set<String> names) {
        if (performs(state, event)) {
            return;
        }
        switch (components) {
            case Components.One(String name) -> names.add(name);
            case Components.Group group -> {
                List<Process> operands = Components.operands(state);
                boolean all = isJoint(state, event);
                int before = names.size();
                for (int i = 0; i < operands.size(); i++) {
                    for (int inner : inside(state, i, event)) {
                        if (all || mayPerform(group.operands().get(i), operands.get(i), inner)) {
                            missing(group.operands().get(i), operands.get(i), inner, names);
                        }
                    }
                }
                if (names.size() == before) {
                    names.addAll(components.names()); // it never performs the event, or all its processes have terminated
                }
            }
        }
    }

    /** Whether every operand that knows the event has to take part. */
    private static boolean isJoint(Process operator, int event) {
        return switch (operator) {
            case InterfaceParallel parallel -> parallel.together().contains(event);
            case AlphabetisedParallel parallel -> true;
            default -> false;
        };
    }

    private boolean mayPerform(Components components, Process state, int event) {
        return switch (components) {
            case Components.One one -> leafEvents.mayPerform(state, event);
            case Components.Group group -> {
                List<Process> operands = Components.operands(state);
                yield IntStream.range(0, operands.size())
                        .anyMatch(i -> IntStream.of(inside(state, i, event))
                                .anyMatch(inner -> mayPerform(group.operands().get(i), operands.get(i), inner)));
            }
        };
    }

    private boolean performs(Process state, int event) {
        return rules.steps(state).stream().anyMatch(step -> step.event() == event);
    }

    /** The events of an operand that may show as this event above the operator. */
    private int[] inside(Process operator, int position, int event) {
        return switch (operator) {
            case Hide hide -> hide.hidden().contains(event) ? new int[0] : new int[] {event};
            case Rename rename ->
                IntStream.range(Event.FIRST_VISIBLE, alphabet.bound())
                        .filter(inner -> IntStream.of(rename.renaming().images(inner)).anyMatch(image -> image == event))
                        .toArray();
            case AlphabetisedParallel parallel ->
                parallel.alphabets().get(position).contains(event) ? new int[] {event} : new int[0];
            default -> new int[] {event};
        };
    }
}
