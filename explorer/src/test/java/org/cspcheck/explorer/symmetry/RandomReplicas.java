package org.cspcheck.explorer.symmetry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.cspcheck.explorer.Script;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;

/**
 * Networks of copies of one small random component: in a ring, where neighbours share an event, or around a hub that deals with one or two of
 * them at a time. In a broken one, some copy is another random component, begins elsewhere, or has an event that is hidden in it alone.
 */
final class RandomReplicas {
    enum Shape {
        RING,
        STAR
    }

    /** What one state of the component does: an event of its own or shared, to another state. */
    private record Way(String event, int target) {}

    private record Template(List<List<Way>> states, boolean internal) {}

    private final Script s = new Script();
    private final Random random;
    private final Shape shape;
    private final boolean broken;
    private final int copies;

    RandomReplicas(long seed, Shape shape, boolean broken) {
        this.random = new Random(seed * 0x9e3779b97f4a7c15L + 1);
        this.shape = shape;
        this.broken = broken;
        this.copies = 2 + random.nextInt(shape == Shape.RING ? 4 : 3);
    }

    Script script() {
        return s;
    }

    int copies() {
        return copies;
    }

    Process network() {
        Template template = template();
        int odd = broken ? random.nextInt(copies) : -1;
        int fault = random.nextInt(3);
        Template other = fault == 0 ? template() : template;
        Map<String, EventSet> parts = new LinkedHashMap<>();
        for (int copy = 0; copy < copies; copy++) {
            int start = copy == odd && fault == 1 ? template.states.size() - 1 : 0;
            component(copy, copy == odd ? other : template, start, parts);
        }
        if (shape == Shape.STAR) {
            hub(parts);
        }
        var hidden = new TreeSet<String>();
        for (String event : new String[] {"own", "act", "all", "right"}) {
            boolean hides = random.nextInt(3) == 0;
            for (int copy = 0; hides && copy < copies; copy++) {
                hidden.add(name(event, copy));
            }
        }
        if (odd >= 0 && fault == 2) {
            hidden.add(name("own", odd));
        }
        return Script.hide(s.network(parts), s.events(hidden.toArray(String[]::new)));
    }

    private Template template() {
        String[] events = shape == Shape.RING ? new String[] {"own", "left", "right", "act"} : new String[] {"own", "take", "give", "all"};
        List<List<Way>> states = new ArrayList<>();
        int count = 2 + random.nextInt(3);
        for (int state = 0; state < count; state++) {
            List<Way> ways = new ArrayList<>();
            for (int i = 1 + random.nextInt(2); i > 0; i--) {
                int target = random.nextInt(3) == 0 ? random.nextInt(count) : (state + 1) % count;
                ways.add(new Way(events[random.nextInt(events.length)], target));
            }
            if (random.nextInt(25) > 0) {
                states.add(ways);
            } else {
                states.add(List.of());
            }
        }
        return new Template(states, random.nextInt(4) == 0);
    }

    private String name(String event, int copy) {
        return switch (event) {
            case "left" -> "link." + copy;
            case "right" -> "link." + (copy + 1) % copies;
            case "all" -> "all";
            default -> event + "." + copy;
        };
    }

    private void component(int copy, Template template, int start, Map<String, EventSet> parts) {
        var alphabet = new TreeSet<String>();
        for (int state = 0; state < template.states.size(); state++) {
            Process[] ways = template.states.get(state).stream()
                    .peek(way -> alphabet.add(name(way.event, copy)))
                    .map(way -> s.then("c" + copy + "." + way.target, name(way.event, copy)))
                    .toArray(Process[]::new);
            Process body = ways.length == 0 ? Process.SKIP : ways.length == 1 ? ways[0]
                    : template.internal ? Script.internal(ways) : Script.external(ways);
            s.define("c" + copy + "." + state, () -> body);
        }
        parts.put("c" + copy + "." + start, s.events(alphabet.toArray(String[]::new)));
    }

    /** It takes from one copy, or from two one after the other, and gives back in that order or the other. */
    private void hub(Map<String, EventSet> parts) {
        boolean two = random.nextBoolean();
        boolean turned = random.nextBoolean();
        var first = new ArrayList<Process>();
        var alphabet = new TreeSet<String>();
        for (int a = 0; a < copies; a++) {
            alphabet.add("take." + a);
            alphabet.add("give." + a);
            var second = new ArrayList<Process>();
            second.add(s.then("hub", "give." + a));
            for (int b = 0; two && b < copies; b++) {
                if (b != a) {
                    second.add(s.then("hub", "take." + b, "give." + (turned ? b : a), "give." + (turned ? a : b)));
                }
            }
            first.add(s.then(Script.external(second.toArray(Process[]::new)), "take." + a));
        }
        s.define("hub", () -> Script.external(first.toArray(Process[]::new)));
        parts.put("hub", s.events(alphabet.toArray(String[]::new)));
    }
}
