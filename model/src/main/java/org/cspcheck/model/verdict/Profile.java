package org.cspcheck.model.verdict;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the time of a check went. Every moment belongs to one stage, the innermost that was under way, so the times add up to the whole.
 *
 * @param stages those that took any time, in their order
 * @param components what was built for the check, in the order in which it was begun; what an earlier check has built is not built again
 */
public record Profile(Map<Stage, Duration> stages, List<Component> components) {
    /** What a check does, in the order in which it mostly does it. */
    public enum Stage {
        /** Steps of terms: the expressions of the script, and the firing rules. */
        EVALUATING,
        /** Making explicit graphs of components, without evaluating. */
        UNFOLDING,
        /** Making these graphs smaller, as is done by default and as scripts ask for. */
        MINIMISING,
        /** Putting components together by synchronisation rules. */
        COMPOSING,
        /** Finding out which states may be left out. */
        REDUCING,
        /** The normal form of a specification. */
        NORMALISING,
        SEARCHING,
        /** The path to what was found, in terms. */
        REBUILDING,
        /** Repeating the counterexample by the firing rules, and explaining it. */
        REPLAYING,
        OTHER;

        /** {@return the name in reports} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A sequential process of the network, or a compressed part of it.
     *
     * @param compression as a script writes it; empty where the graph stays as it is
     * @param stages what was spent on it alone: what its own components took is theirs
     * @param size empty where it was given up, because it is too large alone or because of a mistake in it
     */
    public record Component(String name, String compression, Map<Stage, Duration> stages, Optional<Size> size) {
        public Component {
            stages = ordered(stages);
        }

        /** {@return the time spent on it} */
        public Duration time() {
            return sum(stages);
        }
    }

    /** How large a component was, and how large it is now. */
    public record Size(int statesBefore, int transitionsBefore, int states, int transitions) {}

    public Profile {
        stages = ordered(stages);
        components = List.copyOf(components);
    }

    /** {@return the time of the whole check} */
    public Duration total() {
        return sum(stages);
    }

    private static Duration sum(Map<Stage, Duration> stages) {
        return stages.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static Map<Stage, Duration> ordered(Map<Stage, Duration> stages) {
        var ordered = new EnumMap<Stage, Duration>(Stage.class);
        ordered.putAll(stages);
        return Collections.unmodifiableMap(ordered);
    }
}
