package org.cspcheck.examples;

import static org.cspcheck.runtime.library.Csp.choose;
import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;

import java.util.List;
import java.util.stream.IntStream;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.channel.Channel;

/**
 * A coordinator and two participants, who vote and are told the decision.
 *
 * <p>Bug: an unread reply. At the first vote against, the coordinator tells everybody to abort, and the vote of the other one is never read. Right: it
 * reads all votes.
 */
final class TwoPhaseCommit {
    private static final int YES = 0;

    private TwoPhaseCommit() {}

    static Behaviour network(boolean readsAll) {
        return () -> {
            List<Channel<Integer>> votes = IntStream.range(0, 2).mapToObj(i -> Channel.<Integer>oneToOne("vote." + i)).toList();
            List<Channel<Boolean>> decisions = IntStream.range(0, 2).mapToObj(i -> Channel.<Boolean>oneToOne("commit." + i)).toList();
            par(
                    process("coordinator", () -> {
                        boolean commit = true;
                        for (int i = 0; i < 2 && (commit || readsAll); i++) {
                            commit &= votes.get(i).in().read() == YES;
                        }
                        for (Channel<Boolean> decision : decisions) {
                            decision.out().write(commit);
                        }
                    }),
                    participant(0, votes.get(0), decisions.get(0)),
                    participant(1, votes.get(1), decisions.get(1)));
        };
    }

    private static Behaviour participant(int me, Channel<Integer> vote, Channel<Boolean> decision) {
        return process("participant(" + me + ")", () -> {
            vote.out().write(choose("vote", 2));
            decision.in().read();
        });
    }
}
