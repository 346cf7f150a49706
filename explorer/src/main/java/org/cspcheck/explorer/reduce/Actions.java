package org.cspcheck.explorer.reduce;

import java.util.Arrays;
import java.util.HashMap;
import org.cspcheck.explorer.vector.Network;
import org.cspcheck.model.event.Event;

/**
 * The rules of a network by the local states that let their partners take part.
 *
 * <p>A <em>key</em> is a component with one of its labels, numbered over the whole network. The <em>menu</em> of a local state is the keys of the
 * labels that it has steps with. A rule is enabled where each of its keys is on the menu of its component's local state.
 */
final class Actions {
    final Network network;
    final int components;
    final int rules;

    /** For each rule the beginning of its partners in {@link #partnerKeys}, in the order of the network's rule. */
    final int[] partnersFrom;

    final int[] partnerKeys;
    final int[] keyComponent;
    final int[] keyLabel;

    /** For each component its first key. */
    final int[] keysFrom;

    /** For each key the beginning of the rules in which it takes part in {@link #keyRules}. */
    final int[] rulesFrom;

    final int[] keyRules;
    private final Menus[] menus;

    Actions(Network network) {
        this.network = network;
        this.components = network.components();
        this.rules = network.rules();
        this.menus = new Menus[components];
        this.keysFrom = new int[components + 1];
        var known = new HashMap<Integer, Menus>();
        for (int c = 0; c < components; c++) {
            int component = c;
            menus[c] = known.computeIfAbsent(network.kind(c), kind -> new Menus(network, component));
            keysFrom[c + 1] = keysFrom[c] + menus[c].labels.length;
        }
        int keys = keysFrom[components];
        this.keyComponent = new int[keys];
        this.keyLabel = new int[keys];
        for (int c = 0; c < components; c++) {
            Arrays.fill(keyComponent, keysFrom[c], keysFrom[c + 1], c);
            System.arraycopy(menus[c].labels, 0, keyLabel, keysFrom[c], menus[c].labels.length);
        }
        this.partnersFrom = new int[rules + 1];
        for (int r = 0; r < rules; r++) {
            partnersFrom[r + 1] = partnersFrom[r] + network.partners(r);
        }
        this.partnerKeys = new int[partnersFrom[rules]];
        this.rulesFrom = new int[keys + 1];
        for (int r = 0; r < rules; r++) {
            for (int p = 0; p < network.partners(r); p++) {
                int component = network.component(r, p);
                int key = keysFrom[component] + Arrays.binarySearch(menus[component].labels, network.label(r, p));
                partnerKeys[partnersFrom[r] + p] = key;
                rulesFrom[key + 1]++;
            }
        }
        for (int key = 0; key < keys; key++) {
            rulesFrom[key + 1] += rulesFrom[key];
        }
        this.keyRules = new int[partnerKeys.length];
        int[] next = rulesFrom.clone();
        for (int r = 0; r < rules; r++) {
            for (int p = partnersFrom[r]; p < partnersFrom[r + 1]; p++) {
                keyRules[next[partnerKeys[p]]++] = r;
            }
        }
    }

    int event(int rule) {
        return network.event(rule);
    }

    boolean isSilent(int rule) {
        return network.event(rule) == Event.TAU;
    }

    /** {@return the first place on the menu of a local state} Places run up to {@link #menuTo}. */
    int menuFrom(int component, int local) {
        return menus[component].from[local];
    }

    int menuTo(int component, int local) {
        return menus[component].from[local + 1];
    }

    /** {@return the key at a place of a menu} */
    int menuKey(int component, int place) {
        return keysFrom[component] + menus[component].items[place];
    }

    /** {@return whether the key is on the menu of this local state of its component} */
    boolean offers(int key, int local) {
        int component = keyComponent[key];
        Menus menu = menus[component];
        int item = key - keysFrom[component];
        int from = menu.from[local];
        int to = menu.from[local + 1];
        if (to - from > 8) {
            return Arrays.binarySearch(menu.items, from, to, item) >= 0;
        }
        for (int i = from; i < to; i++) {
            if (menu.items[i] == item) {
                return true;
            }
        }
        return false;
    }

    /** The labels of one graph, ascending, and for each local state which of them it has steps with, ascending. */
    private static final class Menus {
        final int[] labels;
        final int[] from;
        final int[] items;

        Menus(Network network, int component) {
            int states = network.states(component);
            int steps = network.to(component, states - 1);
            int[] all = new int[steps + 1];
            for (int step = 0; step < steps; step++) {
                all[step] = network.stepLabel(component, step);
            }
            all[steps] = Network.DONE;
            labels = Arrays.stream(all).sorted().distinct().toArray();
            from = new int[states + 1];
            int[] filled = new int[steps + states];
            int count = 0;
            for (int local = 0; local < states; local++) {
                int begin = count;
                if (network.isDone(component, local)) {
                    filled[count++] = Arrays.binarySearch(labels, Network.DONE);
                }
                for (int step = network.from(component, local); step < network.to(component, local); step++) {
                    filled[count++] = Arrays.binarySearch(labels, all[step]);
                }
                Arrays.sort(filled, begin, count);
                count = distinct(filled, begin, count);
                from[local + 1] = count;
            }
            items = Arrays.copyOf(filled, count);
        }

        /** Drops what is repeated in a sorted range; {@return its new end} */
        private static int distinct(int[] items, int begin, int end) {
            int kept = begin;
            for (int i = begin; i < end; i++) {
                if (i == begin || items[i] != items[kept - 1]) {
                    items[kept++] = items[i];
                }
            }
            return kept;
        }
    }
}
