package org.cspcheck.explorer.reduce;

import java.util.Arrays;
import org.cspcheck.explorer.vector.Network;

/** How things stand in one state: the local states, and which rules are enabled. Both are found out when first asked for. */
final class Standing {
    private final Actions actions;
    private final Network network;
    private final int[] local;
    private final int[] localAge;
    private final boolean[] enabled;
    private final int[] enabledAge;
    private long[] states;
    private int at;
    private int age;

    Standing(Actions actions) {
        this.actions = actions;
        this.network = actions.network;
        this.local = new int[actions.components];
        this.localAge = new int[actions.components];
        this.enabled = new boolean[actions.rules];
        this.enabledAge = new int[actions.rules];
    }

    /** From now on the state at this place is meant. */
    void open(long[] block, int place) {
        states = block;
        at = place;
        if (++age == 0) {
            Arrays.fill(localAge, 0);
            Arrays.fill(enabledAge, 0);
            age = 1;
        }
    }

    int local(int component) {
        if (localAge[component] != age) {
            localAge[component] = age;
            local[component] = network.local(states, at, component);
        }
        return local[component];
    }

    boolean offers(int key) {
        return actions.offers(key, local(actions.keyComponent[key]));
    }

    boolean isEnabled(int rule) {
        if (enabledAge[rule] != age) {
            enabledAge[rule] = age;
            boolean all = true;
            for (int p = actions.partnersFrom[rule]; p < actions.partnersFrom[rule + 1] && all; p++) {
                all = offers(actions.partnerKeys[p]);
            }
            enabled[rule] = all;
        }
        return enabled[rule];
    }

    /** Writes all enabled rules; {@return how many} */
    int allEnabled(int[] into) {
        int count = 0;
        for (int c = 0; c < actions.components; c++) {
            int here = local(c);
            for (int place = actions.menuFrom(c, here); place < actions.menuTo(c, here); place++) {
                int key = actions.menuKey(c, place);
                for (int i = actions.rulesFrom[key]; i < actions.rulesFrom[key + 1]; i++) {
                    int rule = actions.keyRules[i];
                    if (actions.partnerKeys[actions.partnersFrom[rule]] == key && isEnabled(rule)) {
                        into[count++] = rule;
                    }
                }
            }
        }
        return count;
    }
}
