package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.library.Csp;

/** A term as a network: one process for each operand of an alphabetised parallel, or one for the whole of any other term. */
public final class TermNetwork {
    private TermNetwork() {}

    /** {@return a behaviour that runs {@code term}} Its events happen whenever all that take part offer them. */
    public static Behaviour of(FiringRules rules, Alphabet alphabet, Process term) {
        return () -> {
            Process inner = term instanceof Process.Hide hide ? hide.process() : term;
            var agreement = new Agreement(alphabet, term instanceof Process.Hide hide ? hide.hidden() : EventSet.EMPTY);
            Csp.par(inner instanceof Process.AlphabetisedParallel parallel
                    ? operands(rules, agreement, parallel)
                    : List.of(process(rules, agreement, name(inner, "term"), inner, EVERYTHING)));
        };
    }

    private static List<Behaviour> operands(FiringRules rules, Agreement agreement, Process.AlphabetisedParallel parallel) {
        var processes = new ArrayList<Behaviour>();
        for (int i = 0; i < parallel.operands().size(); i++) {
            Process operand = parallel.operands().get(i);
            processes.add(process(rules, agreement, name(operand, Integer.toString(i)), operand, parallel.alphabets().get(i)));
        }
        return processes;
    }

    private static Behaviour process(FiringRules rules, Agreement agreement, String name, Process term, EventSet events) {
        return new TermProcess(rules, term, agreement.join(name, events)).named(name);
    }

    private static String name(Process term, String otherwise) {
        return term instanceof Process.Call(Process.Body body) && !body.name().isEmpty() ? body.name() : otherwise;
    }

    /** The alphabet of a process that is alone. */
    private static final EventSet EVERYTHING = new EventSet() {
        @Override
        public boolean contains(int event) {
            return true;
        }

        @Override
        public int[] members() {
            throw new UnsupportedOperationException("all events");
        }
    };
}
