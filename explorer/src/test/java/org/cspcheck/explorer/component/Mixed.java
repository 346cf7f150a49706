package org.cspcheck.explorer.component;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.cspcheck.explorer.Explorer;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.runtime.component.Channels;
import org.cspcheck.runtime.component.Component;
import org.cspcheck.runtime.component.Program;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.Specifications;
import org.cspcheck.specs.evaluate.Evaluation;
import org.cspcheck.specs.parse.Parser;

/** A CSPm script and Java components that speak its events. */
final class Mixed implements Channels {
    private static final Limits MOST = new Limits(OptionalLong.of(100_000), OptionalInt.empty(), OptionalLong.empty(), Optional.empty());

    final Alphabet alphabet;
    private final Evaluation evaluation;

    Mixed(String script) {
        var in = new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8));
        Specification read = Specifications.read("-", Optional.of(Specifications.Language.CSPM), List.of(), in);
        alphabet = read.alphabet();
        evaluation = read.evaluation().orElseThrow(() -> new AssertionError(read.diagnostics()));
    }

    @Override
    public Optional<Symbol> channel(String name) {
        return Optional.ofNullable(evaluation.channels().get(name));
    }

    @Override
    public Collection<String> names() {
        return evaluation.channels().keySet();
    }

    Program program(String name, Program.Maker maker) {
        return new Program(name, maker, this, alphabet, null, 1);
    }

    Process java(Component code) {
        return program("java", () -> code).process();
    }

    Process cspm(String expression) {
        return evaluation.process(Parser.expression(Source.of("test", expression), new Diagnostics()).orElseThrow());
    }

    EventSet events(String expression) {
        return evaluation.events(Parser.expression(Source.of("test", expression), new Diagnostics()).orElseThrow());
    }

    Verdict byVectors(Process process, Property property) {
        return check(new Explorer(alphabet, Options.DEFAULT), process, property).verdict();
    }

    Verdict byTerms(Process process, Property property) {
        return check(Explorer.onTerms(alphabet, Options.DEFAULT), process, property).verdict();
    }

    static Outcome check(Explorer explorer, Process process, Property property) {
        var check = new Check("check", "check", process, property, false, true, Optional.empty(), Limits.NONE);
        return explorer.check(check, MOST, Progress.SILENT, () -> false);
    }

    /** {@return whether both engines say that each refines the other} */
    boolean equal(Process left, Process right) {
        return refines(left, right) && refines(right, left);
    }

    boolean refines(Process specification, Process implementation) {
        return refines(specification, implementation, SemanticModel.FD);
    }

    boolean refinesInTraces(Process specification, Process implementation) {
        return refines(specification, implementation, SemanticModel.T);
    }

    private boolean refines(Process specification, Process implementation, SemanticModel model) {
        var property = new Property.Refines(specification, model);
        Verdict vectors = byVectors(implementation, property);
        Verdict terms = byTerms(implementation, property);
        if (!vectors.word().equals(terms.word())) {
            throw new AssertionError(vectors + " and " + terms);
        }
        return switch (vectors) {
            case Verdict.Holds v -> true;
            case Verdict.Fails v -> false;
            case Verdict other -> throw new AssertionError(other);
        };
    }

    Counterexample counterexample(Process process, Property property) {
        return switch (byVectors(process, property)) {
            case Verdict.Fails(Optional<Counterexample> run) -> run.orElseThrow();
            case Verdict other -> throw new AssertionError(other);
        };
    }
}
