package org.cspcheck.explorer.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cspcheck.model.verdict.Counterexample.TakenStep;

/** What a specification allows along a run, from its normal form. */
public final class Allowances {
    /** Names of one state that are kept; a drawing shows no more. */
    private static final int MOST_EVENTS = 100;

    private Allowances() {}

    /** {@return the events allowed in each state that these steps pass, the one that happens first; as long as the run is one of the specification} */
    public static List<List<String>> along(TraceVerifier verifier, List<TakenStep> steps) {
        Session session = verifier.session();
        var along = new ArrayList<List<String>>();
        List<String> here = List.of();
        boolean moved = true;
        for (TakenStep step : steps) {
            int[] allowed = moved ? session.allowed() : null;
            here = moved ? names(verifier, allowed, step.event()) : here;
            along.add(here);
            moved = !step.event().equals("tau");
            if (moved) {
                int[] next = allowed != null ? allowed : session.allowed();
                int event = IntStream.of(next).filter(number -> verifier.name(number).equals(step.event())).findFirst().orElse(-1);
                if (!session.accept(event, along.size())) {
                    return List.copyOf(along);
                }
            }
        }
        along.add(moved ? names(verifier, session.allowed(), "") : here);
        return List.copyOf(along);
    }

    private static List<String> names(TraceVerifier verifier, int[] events, String first) {
        List<String> names = IntStream.of(events).mapToObj(verifier::name).filter(name -> !name.equals(first)).limit(MOST_EVENTS).collect(Collectors.toList());
        boolean has = IntStream.of(events).anyMatch(event -> verifier.name(event).equals(first));
        return Stream.concat(has ? Stream.of(first) : Stream.empty(), names.stream().sorted()).toList();
    }
}
