package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.value.Tuple;
import org.cspcheck.model.value.Value;

/** {@code BUFFER} and {@code WEAK_BUFFER}: first in, first out, over pairs of an input and the output that it becomes. */
final class Buffers {
    private record Lane(int input, int output) {}

    private Buffers() {}

    /** {@code BUFFER(n, {(in, out)})}: refuses inputs when n are inside. */
    static Value buffer(Context context, BuiltIn.Arguments a) {
        return empty(a, Optional.empty(), lanes(context, a, 1));
    }

    /** {@code WEAK_BUFFER(n, overflow, {(in, out)})}: an input too many is taken, and then only {@code overflow} is left. */
    static Value weakBuffer(Context context, BuiltIn.Arguments a) {
        int overflow = Kinds.event(a.get(1), context.alphabet, a.call());
        return empty(a, Optional.of(overflow), lanes(context, a, 2));
    }

    private static Value empty(BuiltIn.Arguments a, Optional<Integer> overflow, List<Lane> lanes) {
        long capacity = Kinds.integer(a.get(0), a.call());
        if (capacity < 1) {
            throw Faults.of("CSP0606", a.call(), "a buffer of capacity " + capacity, "a buffer holds at least one value", "give a capacity of 1 or more");
        }
        return new ProcessValue(new Process.Prefix(new Contents(capacity, overflow, lanes, List.of())));
    }

    private static List<Lane> lanes(Context context, BuiltIn.Arguments a, int position) {
        var lanes = new ArrayList<Lane>();
        for (Value pair : a.members(position)) {
            if (!(pair instanceof Tuple tuple) || tuple.size() != 2) {
                throw Faults.wrongKind(a.call(), "a pair (input, output)", pair);
            }
            lanes.add(new Lane(
                    Kinds.event(tuple.get(0), context.alphabet, a.call()), Kinds.event(tuple.get(1), context.alphabet, a.call())));
        }
        return List.copyOf(lanes);
    }

    /** @param inside the outputs to come, the next one first */
    private record Contents(long capacity, Optional<Integer> overflow, List<Lane> lanes, List<Integer> inside) implements Process.Menu {
        @Override
        public List<Branch> branches() {
            var branches = new ArrayList<Branch>();
            if (inside.size() < capacity) {
                lanes.forEach(lane -> branches.add(new Branch(lane.input, with(lane.output))));
            } else if (overflow.isPresent()) {
                lanes.forEach(lane -> branches.add(new Branch(lane.input, Process.prefix(overflow.get(), Process.STOP))));
            }
            if (!inside.isEmpty()) {
                List<Integer> rest = inside.subList(1, inside.size());
                branches.add(new Branch(inside.getFirst(), new Process.Prefix(new Contents(capacity, overflow, lanes, List.copyOf(rest)))));
            }
            return branches;
        }

        private Process with(int output) {
            var more = new ArrayList<>(inside);
            more.add(output);
            return new Process.Prefix(new Contents(capacity, overflow, lanes, List.copyOf(more)));
        }
    }
}
