package org.cspcheck.cli.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.cspcheck.cli.log.Strand.Entry;
import org.cspcheck.explorer.trace.Standing;
import org.cspcheck.explorer.trace.TraceVerifier;

/**
 * A search among the orders that strands leave open, depth-first: two that have performed the same and left the specification at the same
 * place go on alike, so only one of them is followed.
 */
final class Orders {
    /** What a search has found. */
    sealed interface Answer {
        /** An order that the specification allows: the strand of the first end of each record. */
        record Found(List<Integer> turns) implements Answer {}

        /** There is none. */
        record None() implements Answer {}

        /** Not within the bound, or an end whose others are not there would have been allowed on the way. */
        record Open() implements Answer {}
    }

    /** How far each strand has come, and where that leaves the specification. */
    private record Stage(List<Integer> positions, Standing standing) {}

    private static final class Frame {
        final Stage stage;
        final int turn;
        int tried;

        Frame(Stage stage, int turn) {
            this.stage = stage;
            this.turn = turn;
        }
    }

    private static final int MOST_STAGES = 100_000;
    private static final int MOST_POSITIONS = 4_000_000;

    private final List<List<Entry>> strands;
    private final Map<String, List<Integer>> ends = new HashMap<>();
    private final Set<Stage> seen = new HashSet<>();
    private final IntPredicate whole;
    private final int most;
    private final Stage first;
    private boolean open;

    /** @param whole whether a strand has nothing behind what is here */
    Orders(TraceVerifier verifier, List<List<Entry>> strands, IntPredicate whole) {
        this.strands = strands;
        this.whole = whole;
        this.most = Math.min(MOST_STAGES, MOST_POSITIONS / strands.size());
        for (int i = 0; i < strands.size(); i++) {
            for (Entry entry : strands.get(i)) {
                if (entry instanceof Entry.Happened event && !event.rendezvous().isEmpty()) {
                    ends.computeIfAbsent(event.rendezvous(), unseen -> new ArrayList<>()).add(i);
                }
            }
        }
        first = new Stage(Collections.nCopies(strands.size(), 0), Standing.beginning(verifier));
    }

    /** {@return an order of this many records} */
    Answer of(int records) {
        var path = new ArrayDeque<Frame>();
        path.push(new Frame(first, 0));
        seen.add(first);
        while (!path.isEmpty()) {
            if (path.size() > records) {
                var turns = new ArrayList<Integer>();
                path.descendingIterator().forEachRemaining(frame -> turns.add(frame.turn));
                return new Answer.Found(turns.subList(1, turns.size()));
            }
            Frame frame = path.peek();
            if (frame.tried == strands.size()) {
                path.pop();
            } else {
                int strand = (frame.turn + frame.tried++) % strands.size();
                Stage next = after(frame.stage, strand);
                if (next != null && seen.add(next)) {
                    path.push(new Frame(next, strand));
                }
            }
            if (seen.size() > most) {
                return new Answer.Open();
            }
        }
        return open ? new Answer.Open() : new Answer.None();
    }

    /** {@return where the next record of a strand leads; null if it cannot be next, or is not allowed} */
    private Stage after(Stage stage, int strand) {
        int position = stage.positions.get(strand);
        if (position == strands.get(strand).size()) {
            open |= !whole.test(strand);
            return null;
        }
        return switch (strands.get(strand).get(position)) {
            case Entry.Happened event -> happened(stage, strand, event);
            case Entry.Rests rests -> {
                boolean allowed = rests.monitor() >= 0 && stage.standing.mayOffer(rests.monitor(), rests.offered());
                open |= rests.monitor() < 0;
                yield allowed ? new Stage(advanced(stage, List.of(strand)), stage.standing) : null;
            }
            case Entry.Missing missing -> {
                open = true;
                yield null;
            }
        };
    }

    private Stage happened(Stage stage, int strand, Entry.Happened event) {
        boolean alone = event.rendezvous().isEmpty();
        List<Integer> together = alone ? List.of(strand) : ends.get(event.rendezvous());
        boolean ready = together.getFirst() == strand && together.stream().allMatch(end -> isAt(stage, end, event.rendezvous()));
        if (alone || ready) {
            boolean allowed = stage.standing.allows(event.event());
            if (!alone && together.size() == 1) {
                open |= allowed;
                return null;
            }
            return allowed ? new Stage(advanced(stage, together), stage.standing.after(event.event())) : null;
        }
        return null;
    }

    private boolean isAt(Stage stage, int strand, String rendezvous) {
        int position = stage.positions.get(strand);
        return position < strands.get(strand).size()
                && strands.get(strand).get(position) instanceof Entry.Happened event
                && (rendezvous.isEmpty() || event.rendezvous().equals(rendezvous));
    }

    private static List<Integer> advanced(Stage stage, List<Integer> strands) {
        Integer[] next = stage.positions.toArray(Integer[]::new);
        strands.forEach(strand -> next[strand]++);
        return Arrays.asList(next);
    }
}
