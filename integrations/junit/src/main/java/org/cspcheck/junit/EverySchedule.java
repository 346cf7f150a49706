package org.cspcheck.junit;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cspcheck.explorer.schedule.Exploration;
import org.cspcheck.explorer.schedule.Schedules;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.reports.text.DiagnosticText;
import org.cspcheck.reports.text.Page;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.log.ChoiceLog;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.Specifications;
import org.cspcheck.specs.evaluate.Evaluation;
import org.cspcheck.specs.parse.Parser;
import org.cspcheck.specs.syntax.DeepStack;
import org.cspcheck.specs.syntax.Expression;
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
    private final Set<String> hidden;

    private EverySchedule(String name, Duration race, Set<String> hidden) {
        this.name = name;
        this.race = race;
        this.hidden = hidden;
    }

    /** Timers whose deadlines lie so close together fire in any order, and race with what else can happen. By default time is urgent. */
    public EverySchedule race(Duration race) {
        return new EverySchedule(name, race, hidden);
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

    /** The events of these channels do not count in {@link #refines}. */
    public EverySchedule hiding(String... channels) {
        return new EverySchedule(name, race, Set.of(channels));
    }

    /**
     * Fails the test unless every run of the network is a trace of a process in CSPm, {@code process [T= network}. The message has the simplest run that
     * is not, and its schedule to replay. A buffered channel {@code c} performs {@code c.put} and {@code c.take}, any other {@code c}.
     *
     * @param spec the path of a YAML spec or a CSPm script, as on the command line
     * @param process an expression of that spec
     */
    public void refines(String spec, String process, Behaviour network) {
        Verdict verdict = DeepStack.call(() -> {
            Specification specification = Specifications.read(spec, Optional.empty(), List.of(), new TestClasses(), InputStream.nullInputStream());
            Evaluation evaluation = specification.evaluation().filter(_ -> !specification.hasErrors()).orElseThrow(() -> mistakes(specification.diagnostics()));
            var found = new Diagnostics();
            Process allowed = process(Parser.expression(Source.of("process", process), found), evaluation).orElseThrow(() -> mistakes(found.all()));
            return explore(network).refines(allowed, specification.alphabet(), event -> counts(event) ? evaluation.event(event) : OptionalInt.of(Event.TAU));
        });
        if (!(verdict instanceof Verdict.Holds)) {
            throw new AssertionError(Complaint.about(process + " [T= " + name, verdict) + schedule(verdict));
        }
    }

    private static String schedule(Verdict verdict) {
        return verdict instanceof Verdict.Fails(var run) ? run.map(shown -> "schedule: " + ChoiceLog.text(shown.choices()) + "\n").orElse("") : "";
    }

    private static Optional<Process> process(Optional<Expression> expression, Evaluation evaluation) {
        try {
            return expression.map(evaluation::process);
        } catch (SpecificationException mistake) {
            throw mistakes(List.of(mistake.diagnostic()));
        }
    }

    private boolean counts(String event) {
        return hidden.stream().noneMatch(channel -> event.equals(channel) || event.startsWith(channel + "."));
    }

    private static AssertionError mistakes(List<Diagnostic> found) {
        return new AssertionError("\n" + DiagnosticText.of(found, Page.PLAIN));
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
            return new EverySchedule(test.getRequiredTestMethod().getName(), Duration.ZERO, Set.of());
        }
    }
}
