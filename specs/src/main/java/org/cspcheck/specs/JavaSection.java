package org.cspcheck.specs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.ForeignClass;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.specs.evaluate.Evaluation;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Generator;
import org.cspcheck.specs.yaml.SpecFile;

/** The {@code java:} entries of a network: their processes, the time that they live in, and the checks that they bring along. */
final class JavaSection {
    private final SpecFile spec;
    private final List<Claimed> claims = new ArrayList<>();
    private final List<EventSet> exceptions = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private Optional<Source> first = Optional.empty();

    /** A parsed entry. */
    record Entry(
            SpecFile.Entry entry,
            SpecFile.Body.Java body,
            ForeignClass found,
            List<Expression> arguments,
            Optional<Expression> specification,
            List<Generator> generators,
            Optional<Expression> alphabet) {}

    /** One process of the network with its alphabet. */
    record Placed(Process process, EventSet alphabet) {}

    /** A process that must refine another. */
    private record Claimed(String name, Process process, Process specification, SemanticModel model, Source text) {}

    JavaSection(SpecFile spec) {
        this.spec = spec;
    }

    List<Placed> processes(Entry entry, Evaluation evaluation) {
        Source className = entry.body.className();
        first = first.or(() -> Optional.of(className));
        var placed = new ArrayList<Placed>();
        for (Evaluation.Bound bound : evaluation.bound(entry.generators, entry.arguments, entry.specification, entry.alphabet)) {
            String name = distinct(name(entry) + bound.arguments());
            Span span = className.whole();
            ForeignClass.Made made = entry.found.make(new ForeignClass.Entry(
                    name, bound.values(), span, evaluation.channels(), evaluation.alphabet(), unit()));
            exceptions.add(made.exceptions());
            bound.process().ifPresent(specification -> claims.add(new Claimed(
                    name,
                    made.process(),
                    specification,
                    entry.body.model().orElse(SemanticModel.FD),
                    entry.body.specification().orElseThrow())));
            placed.add(new Placed(
                    made.process(),
                    bound.alphabet()
                            .<EventSet>map(given -> new Either(given, made.exceptions()))
                            .orElseGet(() -> new OwnAlphabet(made.process(), span))));
        }
        return placed;
    }

    private static String name(Entry entry) {
        String className = entry.body.className().text().strip();
        return entry.entry.name().map(name -> name.text().strip()).orElse(className.substring(className.lastIndexOf('.') + 1));
    }

    private String distinct(String name) {
        String distinct = name;
        for (int i = 2; !names.add(distinct); i++) {
            distinct = name + "#" + i;
        }
        return distinct;
    }

    private long unit() {
        return spec.time().flatMap(SpecFile.Time::unit).map(Duration::toNanos).orElse(1L);
    }

    /** {@return the network in the time that the spec says; the same where nothing in it has a timer} */
    Process inTime(Process network) {
        if (first.isEmpty()) {
            return network;
        }
        return switch (spec.time().map(SpecFile.Time::timers).orElseGet(SpecFile.Timers.Urgent::new)) {
            case SpecFile.Timers.Free free -> network;
            case SpecFile.Timers.Urgent urgent -> new Process.Timed(network, 0);
            case SpecFile.Timers.Race(Duration window) -> new Process.Timed(network, window.toNanos());
        };
    }

    /** {@return the events that stand for exceptions of any process} */
    EventSet exceptions() {
        return exceptions.stream().reduce(EventSet.EMPTY, Either::new);
    }

    /** {@return what is checked of Java processes unasked: that none throws an exception, and what they implement} */
    List<Check> checks(Process network, boolean exceptionsAreAskedFor) {
        var checks = new ArrayList<Check>();
        if (first.isPresent() && !exceptionsAreAskedFor) {
            checks.add(check("exception free", "exception free", network, new Property.Never(exceptions(), Counterexample.Kind.EXCEPTION), first.get()));
        }
        for (Claimed claim : claims) {
            String specification = claim.text.text().strip();
            checks.add(check(
                    claim.name + " implements " + specification,
                    specification + " [" + claim.model + "= " + claim.name,
                    claim.process,
                    new Property.Refines(claim.specification, claim.model),
                    claim.text));
        }
        return checks;
    }

    private Check check(String name, String text, Process subject, Property property, Source source) {
        Limits limits = spec.limits();
        return new Check(name, text, subject, property, false, true, Optional.of(source.whole()), limits);
    }

    /** The union of two sets. */
    private record Either(EventSet left, EventSet right) implements EventSet {
        @Override
        public boolean contains(int event) {
            return left.contains(event) || right.contains(event);
        }

        @Override
        public int[] members() {
            return java.util.stream.IntStream.concat(java.util.Arrays.stream(left.members()), java.util.Arrays.stream(right.members()))
                    .sorted()
                    .distinct()
                    .toArray();
        }
    }
}
