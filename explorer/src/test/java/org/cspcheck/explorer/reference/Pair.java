package org.cspcheck.explorer.reference;

import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.cspcheck.model.event.PriorityOrder;
import org.cspcheck.model.process.Compression;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;

/** Two processes to compare. */
record Pair(Process specification, Process implementation) {
    /**
     * {@return pairs that refine in about every second case} Unrelated ones; one that has more choices; one with a part replaced; one
     * with internal choices made; one inside {@code CHAOS}.
     */
    static Arbitrary<Pair> random(int letters, int depth) {
        Arbitrary<Process> p = Processes.recursive("P", letters, depth);
        Arbitrary<Process> q = Processes.recursive("Q", letters, depth - 1);
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 1_000_000);
        return Arbitraries.frequencyOf(
                Tuple.of(3, Combinators.combine(q, Processes.recursive("P", letters, depth - 1)).as(Pair::new)),
                Tuple.of(2, Combinators.combine(p, q).as((one, other) -> new Pair(new InternalChoice(List.of(one, other)), one))),
                Tuple.of(4, Combinators.combine(p, number, q).as((one, at, part) -> new Pair(one, replaced(one, at, part)))),
                Tuple.of(2, Combinators.combine(p, number, q).as((one, at, part) -> new Pair(replaced(one, at, part), one))),
                Tuple.of(4, Combinators.combine(p, number).as((one, salt) -> new Pair(one, decided(one, salt)))),
                Tuple.of(1, Combinators.combine(Processes.sets(letters), p).as((set, one) ->
                        new Pair(new InternalChoice(List.of(Process.SKIP, new Chaos(set))), one))));
    }

    /** {@return pairs of networks: the same, one with a part replaced, one that may also be the other} */
    static Arbitrary<Pair> networks(int letters) {
        Arbitrary<Process> p = Processes.network("P", letters);
        Arbitrary<Process> q = Processes.recursive("Q", letters, 1);
        return Combinators.combine(p, q, Arbitraries.integers().between(0, 1_000_000)).as((network, part, at) -> switch (at % 4) {
            case 0 -> new Pair(network, replaced(network, at, part));
            case 1 -> new Pair(replaced(network, at, part), network);
            case 2 -> new Pair(new InternalChoice(List.of(network, part)), network);
            default -> new Pair(new InternalChoice(List.of(Process.SKIP, new Chaos(Letters.SIGMA))), network);
        });
    }

    /** {@return pairs with priority over both, or inside one} */
    static Arbitrary<Pair> prioritised(int letters, int depth) {
        Arbitrary<PriorityOrder> orders = Arbitraries.oneOf(List.of(
                Processes.sets(letters).map(PriorityOrder.TauPriority::new),
                Combinators.combine(Processes.sets(letters), Processes.sets(letters)).as(Ranked::new)));
        return Combinators.combine(random(letters, depth), orders, Arbitraries.integers().between(0, 1_000_000))
                .as((pair, order, at) -> at % 2 == 0
                        ? new Pair(new Prioritise(pair.specification, order), new Prioritise(pair.implementation, order))
                        : new Pair(pair.specification, inside(pair.implementation, order, at)));
    }

    /** {@return pairs with compressions: around the whole, around parts of it, around each other} */
    static Arbitrary<Pair> compressed(Arbitrary<Pair> pairs) {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 1_000_000);
        return Combinators.combine(pairs, number.list().ofSize(4)).as((pair, places) -> new Pair(
                places.get(3) % 3 == 0 ? compressed(pair.specification, places.subList(0, 1)) : pair.specification,
                compressed(places.get(3) % 2 == 0 ? whole(pair.implementation, places.get(3)) : pair.implementation, places)));
    }

    private static Process compressed(Process process, List<Integer> places) {
        Process result = process;
        for (int place : places) {
            result = Terms.replace(result, place % Terms.size(result), part -> whole(part, place));
        }
        return result;
    }

    private static Process whole(Process process, int number) {
        return new Compress(process, Compression.values()[number / 7 % Compression.values().length]);
    }

    private static Process inside(Process process, PriorityOrder order, int at) {
        return Terms.replace(process, at % Terms.size(process), part -> new Prioritise(part, order));
    }

    private static Process replaced(Process process, int at, Process part) {
        return Terms.replace(process, at % Terms.size(process), old -> part);
    }

    /** Internal choices of the term itself made, each by the number. */
    private static Process decided(Process process, int salt) {
        return Terms.map(process, term -> switch (term) {
            case InternalChoice(List<Process> operands) -> operands.get(Math.floorMod(salt + Terms.size(term), operands.size()));
            case SlidingChoice(Process first, Process second) -> salt % 2 == 0 ? second : term;
            case Chaos(var events) -> salt % 3 == 0 ? new Run(events) : salt % 3 == 1 ? Process.STOP : term;
            default -> term;
        });
    }

    /** {@return the pair as a script} */
    String script() {
        var definitions = new LinkedHashMap<String, Process>();
        definitions.put("SPEC", specification);
        definitions.put("IMPL", implementation);
        return ScriptText.of(definitions);
    }
}
