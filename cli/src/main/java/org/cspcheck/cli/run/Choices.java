package org.cspcheck.cli.run;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.cspcheck.runtime.ChoicePoint;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Policy;
import org.cspcheck.specs.Production;

/** The oracles that a spec asks for. */
public final class Choices {
    private Choices() {}

    /** {@return whether some choice is left to chance} */
    public static boolean random(Production.Policy policy) {
        return mentions(policy, "random");
    }

    /** {@return whether some choice is to be repeated from a file} All are then: a recording holds every choice. */
    public static boolean replay(Production.Policy policy) {
        return mentions(policy, "replay");
    }

    private static boolean mentions(Production.Policy policy, String word) {
        return Stream.of(policy.queue(), policy.alt(), policy.timers()).anyMatch(name -> name.filter(word::equals).isPresent());
    }

    /**
     * {@return the oracle of a policy}
     *
     * <p>Internal choices are a matter of chance where those between branches are.
     */
    public static Oracle of(Production.Policy policy, long seed) {
        Oracle random = Oracle.random(seed);
        Oracle alternatives = oracle(policy.alt().orElse("fair"), random);
        return new Policy(
                oracle(policy.queue().orElse("fifo"), random),
                alternatives,
                oracle(policy.timers().orElse("deadline"), random),
                alternatives == random ? random : Oracle.first());
    }

    private static Oracle oracle(String name, Oracle random) {
        return switch (name) {
            case "random" -> random;
            case "priority" -> Policy.firstAsWritten();
            default -> Oracle.first();
        };
    }

    /** Repeats choices; afterwards, and where one does not fit, it stops the run. */
    static final class Replay implements Oracle {
        private final Iterator<Integer> rest;
        private int taken;

        Replay(List<Integer> choices) {
            this.rest = choices.iterator();
        }

        @Override
        public int choose(ChoicePoint point) {
            if (!rest.hasNext()) {
                throw new Over(taken);
            }
            int choice = rest.next();
            if (choice >= point.alternatives()) {
                throw new Unfit("choice " + (taken + 1) + " is " + choice + ", and the network has " + point.alternatives() + " alternatives there");
            }
            taken++;
            return choice;
        }
    }

    /** All recorded choices were made. */
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1;

        Over(int taken) {
            super(Integer.toString(taken), null, false, false);
        }
    }

    /** The recorded choices are those of another network. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unfit(String message) {
            super(message, null, false, false);
        }
    }
}
