package org.cspcheck.explorer.trace;

import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the specification may refuse: each monitor comes to rest with one of its minimal acceptances, and an event is on offer when all
 * that take part in it accept it.
 *
 * <p>Termination is distributed: tick is on offer when every monitor accepts it.
 */
final class Offers {
    private final Session session;
    private final int[][][] acceptances;
    private final BitSet allowed = new BitSet();

    private Offers(Session session, int[] allowed) {
        this.session = session;
        this.acceptances = IntStream.range(0, session.verifier().all().size())
                .mapToObj(i -> session.verifier().monitor(i).form().acceptances(session.node(i)))
                .toArray(int[][][]::new);
        IntStream.of(allowed).forEach(this.allowed::set);
    }

    /** {@return whether the specification may be stable here with nothing on offer but these events} */
    static boolean mayRefuseAllBut(Session session, int[] allowed) {
        var offers = new Offers(session, allowed);
        return offers.choose(0, new int[offers.acceptances.length][]);
    }

    /** {@return whether one of these acceptances has no other events} */
    static boolean mayRefuseAllBut(int[][] acceptances, int[] allowed) {
        return Stream.of(acceptances).anyMatch(acceptance -> IntStream.of(acceptance).allMatch(event -> IntStream.of(allowed).anyMatch(a -> a == event)));
    }

    /** Chooses an acceptance for each monitor from this one on; a choice that already offers too much is not followed. */
    private boolean choose(int monitor, int[][] chosen) {
        if (monitor == chosen.length) {
            return true;
        }
        for (int[] acceptance : acceptances[monitor]) {
            chosen[monitor] = acceptance;
            if (fits(monitor, chosen) && choose(monitor + 1, chosen)) {
                return true;
            }
        }
        return false;
    }

    /** Whether no event outside the allowed ones is offered by all its parties, as far as these have chosen; the last of them decides. */
    private boolean fits(int last, int[][] chosen) {
        for (int event : chosen[last]) {
            if (!allowed.get(event)) {
                int[] parties = session.verifier().parties(event);
                if (parties.length > 0 && parties[parties.length - 1] == last
                        && IntStream.of(parties).allMatch(party -> IntStream.of(chosen[party]).anyMatch(offered -> offered == event))) {
                    return false;
                }
            }
        }
        return true;
    }
}
