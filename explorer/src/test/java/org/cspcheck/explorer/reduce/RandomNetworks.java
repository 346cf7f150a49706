package org.cspcheck.explorer.reduce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.cspcheck.explorer.Script;
import org.cspcheck.model.event.Renaming;
import org.cspcheck.model.process.Process;

/** Networks of small cyclic components that share events two by two, three by three, or not at all; some events hidden, some renamed. */
final class RandomNetworks {
    private final Script s = new Script();
    private final Random random;
    private final int events;

    RandomNetworks(long seed) {
        random = new Random(seed * 0x9e3779b97f4a7c15L);
        events = 3 + random.nextInt(6);
    }

    Script script() {
        return s;
    }

    int event(int number) {
        return s.event("e" + number);
    }

    int events() {
        return events;
    }

    Process network() {
        Process network = random.nextInt(4) == 0
                ? Script.together(s.events(some(2)), group("l", 1 + random.nextInt(3)), group("r", 1 + random.nextInt(3)))
                : group("c", 2 + random.nextInt(4));
        if (random.nextInt(5) == 0) {
            network = new Process.Rename(network, Renaming.of(Map.of(event(0), new int[] {event(1)})));
        }
        return Script.hide(network, s.events(some(1 + random.nextInt(events))));
    }

    private Process group(String name, int components) {
        Map<String, org.cspcheck.model.event.EventSet> parts = new LinkedHashMap<>();
        for (int c = 0; c < components; c++) {
            component(name + c, parts);
        }
        return s.network(parts);
    }

    /** Two to four states; from each a step or two, sometimes a choice of its own, rarely an end. */
    private void component(String name, Map<String, org.cspcheck.model.event.EventSet> parts) {
        String[] own = some(1 + random.nextInt(3));
        int states = 2 + random.nextInt(3);
        for (int state = 0; state < states; state++) {
            List<Process> ways = new ArrayList<>();
            for (int i = 1 + random.nextInt(2); i > 0; i--) {
                String target = name + "." + (random.nextInt(3) == 0 ? random.nextInt(states) : (state + 1) % states);
                ways.add(s.then(target, own[random.nextInt(own.length)]));
            }
            boolean internal = random.nextInt(4) == 0;
            int kind = random.nextInt(30);
            Process[] operands = ways.toArray(Process[]::new);
            Process body = kind == 0 ? Process.STOP : kind == 1 ? Process.SKIP : operands.length == 1 ? operands[0]
                    : internal ? Script.internal(operands) : Script.external(operands);
            s.define(name + "." + state, () -> body);
        }
        parts.put(name + ".0", s.events(own));
    }

    private String[] some(int count) {
        var chosen = new TreeSet<String>();
        while (chosen.size() < Math.min(count, events)) {
            chosen.add("e" + random.nextInt(events));
        }
        return chosen.toArray(String[]::new);
    }
}
