package org.cspcheck.junit;

import java.time.Duration;
import org.cspcheck.explorer.schedule.Exploration;
import org.cspcheck.explorer.schedule.Schedules;
import org.cspcheck.runtime.Behaviour;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A parameter of a test that runs a network of Java code in every order in which a scheduler could run it.
 *
 * <pre>
 * &#64;Test
 * &#64;ExtendWith(EverySchedule.Parameter.class)
 * void transfers_never_get_stuck(EverySchedule schedules) {
 *     schedules.of(() -&gt; par(teller(0), teller(1), account(0), account(1)));
 * }
 * </pre>
 *
 * <p>The network is built anew for each run, so it must make all that it uses.
 */
public final class EverySchedule {
    private final String name;
    private final Duration race;

    private EverySchedule(String name, Duration race) {
        this.name = name;
        this.race = race;
    }

    /** Timers whose deadlines lie so close together fire in any order, and race with what else can happen. By default time is urgent. */
    public EverySchedule race(Duration race) {
        return new EverySchedule(name, race);
    }

    /** Timers fire at any time and in any order. */
    public EverySchedule freeTime() {
        return race(Schedules.FOR_EVER);
    }

    /**
     * Fails the test unless all orders were run, and none has a deadlock, a process that is stuck for good, an exception, or a livelock. The message has the
     * simplest run that goes wrong, and its schedule to replay.
     */
    public void of(Behaviour network) {
        Exploration found = explore(network);
        if (!found.complete() || !found.findings().isEmpty()) {
            throw new AssertionError(name + "\n" + found.text());
        }
    }

    /** {@return all that can happen} For tests that ask more, or that expect a fault. */
    public Exploration explore(Behaviour network) {
        return Schedules.of(name, network).race(race).explore();
    }

    /** Gives a test its parameter. */
    public static final class Parameter implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == EverySchedule.class;
        }

        @Override
        public EverySchedule resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return new EverySchedule(test.getRequiredTestMethod().getName(), Duration.ZERO);
        }
    }
}
