package org.cspcheck.explorer.symmetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.Options.Reduction;
import org.cspcheck.explorer.symmetry.RandomReplicas.Shape;
import org.cspcheck.explorer.vector.Network;
import org.cspcheck.explorer.vector.VectorSystem;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Merged systems against the whole, on random networks of copies, some of them with one copy that is different.
 *
 * <p>{@code -Dsymmetry.networks=20000} compares that many; {@code -Dsymmetry.seed=7} compares others.
 */
class SymmetryAgreementTest {
    private static final int NETWORKS = Integer.getInteger("symmetry.networks", 150);
    private int unmerged;
    private int states;

    private static final long SEED = Long.getLong("symmetry.seed", 0);

    @ParameterizedTest
    @CsvSource({"RING, false, 1", "STAR, false, 1", "RING, true, 0.1", "STAR, true, 0.1"})
    void states_are_merged_with_states_that_behave_alike(Shape shape, boolean broken, double symmetric) {
        int found = 0;
        for (int i = 0; i < NETWORKS; i++) {
            var source = new RandomReplicas(SEED + i, shape, broken);
            String name = "network " + (SEED + i);
            VectorSystem whole = Space.network(source.network());
            Optional<SymmetricSystem> merged = SymmetricSystem.of(whole, event -> false);
            merged.ifPresent(system -> compare(whole, system, name));
            found += merged.isPresent() ? 1 : 0;
        }
        assertTrue(found >= symmetric * NETWORKS, found + " of " + NETWORKS + " are symmetric");
        assertTrue(unmerged <= states / 20, unmerged + " of " + states + " could be merged further");
    }

    /** The merged states are of the same orbits as the states of the whole, at the same depths; hardly ever two of one orbit. */
    private void compare(VectorSystem whole, SymmetricSystem merged, String name) {
        Space all = Space.of(whole);
        Space some = Space.of(merged);
        var orbits = new Orbits(whole);
        assertEquals(orbits.depths(all), orbits.depths(some), name);
        assertEquals(orbits.stuck(all), orbits.stuck(some), name);
        unmerged += some.size() - orbits.depths(some).size();
        states += some.size();
    }

    /** Orbits under all verified automorphisms, found by applying them again and again. */
    private static final class Orbits {
        private final Structure structure;
        private final List<int[]> automorphisms;
        private final Map<List<Long>, List<Long>> firsts = new HashMap<>();

        Orbits(VectorSystem whole) {
            structure = Structure.of(whole.network(), event -> false);
            automorphisms = Detection.of(structure).automorphisms();
        }

        List<Long> of(List<Long> state) {
            if (!firsts.containsKey(state)) {
                var orbit = new ArrayList<>(List.of(state));
                firsts.put(state, state);
                for (int i = 0; i < orbit.size(); i++) {
                    for (int[] image : automorphisms) {
                        List<Long> mapped = mapped(image, orbit.get(i));
                        if (firsts.putIfAbsent(mapped, state) == null) {
                            orbit.add(mapped);
                        }
                    }
                }
            }
            return firsts.get(state);
        }

        private List<Long> mapped(int[] image, List<Long> state) {
            Network network = structure.network;
            long[] before = Space.unboxed(state);
            long[] after = before.clone();
            for (int c = 0; c < structure.components; c++) {
                int local = image[structure.localsFrom[c] + network.local(before, 0, c)] - structure.localsFrom[image[c]];
                network.move(after, 0, image[c], network.local(before, 0, image[c]), local);
            }
            return Space.boxed(after);
        }

        Map<List<Long>, Integer> depths(Space space) {
            var depths = new HashMap<List<Long>, Integer>();
            space.depths().forEach((state, depth) -> depths.merge(of(state), depth, Math::min));
            return depths;
        }

        Map<List<Long>, Boolean> stuck(Space space) {
            var stuck = new HashMap<List<Long>, Boolean>();
            space.stuck().forEach((state, is) -> stuck.put(of(state), is));
            return stuck;
        }
    }

    @ParameterizedTest
    @CsvSource({"RING, false", "STAR, false", "RING, true", "STAR, true"})
    void verdicts_are_the_same_and_their_runs_can_be_replayed(Shape shape, boolean broken) {
        Map<String, Integer> verdicts = new HashMap<>();
        for (int i = 0; i < NETWORKS; i++) {
            var source = new RandomReplicas(SEED + i, shape, broken);
            Process network = source.network();
            for (Property property : properties(source)) {
                Outcome plain = source.script().check(network, property, Limits.NONE, new Options(1, Reduction.AUTO, false));
                Outcome merged = source.script().check(network, property, Limits.NONE, new Options(1, Reduction.SYMMETRY, false));
                assertEquals(plain.verdict().word(), merged.verdict().word(), "network " + (SEED + i) + ", " + property);
                assertTrue(isAsDeep(plain, merged, property), "network " + (SEED + i) + ", " + property);
                verdicts.merge(plain.verdict().word(), 1, Integer::sum);
            }
        }
        assertTrue(verdicts.get("holds") > NETWORKS / 2 && verdicts.get("fails") > NETWORKS / 2, verdicts.toString());
    }

    /** A finding is found as soon; where all states are searched, the last one may be found sooner or later. */
    private static boolean isAsDeep(Outcome plain, Outcome merged, Property property) {
        boolean found = plain.verdict().word().equals(property instanceof Property.Can ? "holds" : "fails");
        return !found || merged.statistics().depth() == plain.statistics().depth();
    }

    private static List<Property> properties(RandomReplicas source) {
        var properties = new ArrayList<Property>();
        properties.add(new Property.DeadlockFree(SemanticModel.F));
        properties.add(new Property.DeadlockFree(SemanticModel.FD));
        properties.add(new Property.DivergenceFree());
        int[] own = new int[source.copies()];
        for (int copy = 0; copy < own.length; copy++) {
            own[copy] = source.script().event("own." + copy);
        }
        properties.add(new Property.Never(EventSet.of(own)));
        properties.add(new Property.Never(EventSet.of(own[1])));
        properties.add(new Property.Can(List.of(own[0]), false));
        return properties;
    }
}
