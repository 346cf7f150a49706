package org.cspcheck.explorer.profile;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.cspcheck.model.verdict.Profile;
import org.cspcheck.model.verdict.Profile.Stage;

/**
 * Clocks the stages of one check, if anybody asked for it.
 *
 * <p>Stages nest, and each moment is charged to the innermost that is open, and to the innermost component: so all times add up to the whole. Only the
 * thread that made this is clocked. Others that search beside it do the same as it does, so its time is a fair sample of theirs; what they open is
 * ignored.
 */
public final class Stages {
    /** An open stage. */
    public interface Open extends AutoCloseable {
        @Override
        void close();
    }

    /** An open component; unless told that it is complete it was given up. */
    public interface OpenComponent extends Open {
        void complete(Profile.Size size);
    }

    private static final OpenComponent UNCLOCKED = new OpenComponent() {
        @Override
        public void complete(Profile.Size size) {}

        @Override
        public void close() {}
    };

    private final Optional<LongSupplier> clock;
    private final Thread thread = Thread.currentThread();
    private final Open innermost = this::leave;
    private final Account whole = new Account();
    private final List<Building> components = new ArrayList<>();
    private final Deque<Frame> open = new ArrayDeque<>();
    private long last;

    private record Frame(Stage stage, Optional<Building> component) {}

    private Stages(Optional<LongSupplier> clock) {
        this.clock = clock;
        clock.ifPresent(now -> {
            last = now.getAsLong();
            open.push(new Frame(Stage.OTHER, Optional.empty()));
        });
    }

    /** {@return stages that nobody asked about: nothing is clocked} */
    public static Stages unclocked() {
        return new Stages(Optional.empty());
    }

    /** {@return stages that begin now; with an empty clock nothing is clocked} */
    public static Stages of(Optional<LongSupplier> nanoseconds) {
        return new Stages(nanoseconds);
    }

    private boolean isClocked() {
        return clock.isPresent() && Thread.currentThread() == thread;
    }

    /** Opens a stage inside those that are open; what is opened last is closed first. */
    public Open enter(Stage stage) {
        if (!isClocked()) {
            return UNCLOCKED;
        }
        charge();
        open.push(new Frame(stage, open.element().component()));
        return innermost;
    }

    /** Opens a component, which is being unfolded where nothing else is said. */
    public OpenComponent component(Supplier<String> name, String compression) {
        if (!isClocked()) {
            return UNCLOCKED;
        }
        charge();
        var building = new Building(name.get(), compression);
        components.add(building);
        open.push(new Frame(Stage.UNFOLDING, Optional.of(building)));
        return building;
    }

    private void leave() {
        charge();
        open.pop();
    }

    private void charge() {
        long now = clock.orElseThrow().getAsLong();
        Frame frame = open.element();
        whole.add(frame.stage(), now - last);
        frame.component().ifPresent(component -> component.spent.add(frame.stage(), now - last));
        last = now;
    }

    /** {@return where the time has gone so far; empty where nothing is clocked} */
    public Optional<Profile> profile() {
        if (clock.isEmpty()) {
            return Optional.empty();
        }
        charge();
        return Optional.of(new Profile(whole.times(), components.stream().map(Building::built).toList()));
    }

    /** Nanoseconds by stage. */
    private static final class Account {
        private final Map<Stage, Duration> times = new EnumMap<>(Stage.class);

        void add(Stage stage, long nanoseconds) {
            if (nanoseconds > 0) {
                times.merge(stage, Duration.ofNanos(nanoseconds), Duration::plus);
            }
        }

        Map<Stage, Duration> times() {
            return Map.copyOf(times);
        }
    }

    /** A component in the making. */
    private final class Building implements OpenComponent {
        private final String name;
        private final String compression;
        private final Account spent = new Account();
        private Optional<Profile.Size> size = Optional.empty();

        Building(String name, String compression) {
            this.name = name;
            this.compression = compression;
        }

        @Override
        public void complete(Profile.Size built) {
            size = Optional.of(built);
        }

        @Override
        public void close() {
            leave();
        }

        Profile.Component built() {
            return new Profile.Component(name, compression, spent.times(), size);
        }
    }
}
