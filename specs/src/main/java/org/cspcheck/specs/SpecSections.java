package org.cspcheck.specs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.value.Sequence;
import org.cspcheck.model.value.Value;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.specs.evaluate.Evaluation;
import org.cspcheck.specs.names.NameCheck;
import org.cspcheck.specs.names.Scope;
import org.cspcheck.specs.parse.Parser;
import org.cspcheck.specs.syntax.Assertion;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.QualifiedName;
import org.cspcheck.specs.types.TypeCheck;
import org.cspcheck.specs.yaml.SpecFile;

/** The sections of a YAML spec beside its definitions: parsed first, so that all mistakes are told, then put together. */
final class SpecSections {
    /** What the composed network is called in assertions. */
    static final String NETWORK = "NETWORK";

    private final SpecFile spec;
    private final Scope scope;
    private final Diagnostics diagnostics;
    private final JavaSection java;
    private final NetworkSection network;
    private final Optional<RunSection> run;
    private Optional<Production> production = Optional.empty();
    private final List<Question> questions = new ArrayList<>();
    private Optional<TraceSection> trace = Optional.empty();

    /** A check whose text has been parsed. */
    private record Question(SpecFile.Check check, Asked asked) {}

    private sealed interface Asked {
        record Claim(Assertion assertion) implements Asked {}

        record Can(Expression events) implements Asked {}

        record Never(Expression events) implements Asked {}

        record ExceptionFree() implements Asked {}
    }

    SpecSections(SpecFile spec, Scope scope, JavaProcesses classes, Diagnostics diagnostics) {
        this.spec = spec;
        this.scope = scope;
        this.diagnostics = diagnostics;
        this.java = new JavaSection(spec);
        this.network = new NetworkSection(spec, scope, classes, java, diagnostics);
        this.run = spec.run().map(section -> new RunSection(section, scope, diagnostics));
    }

    void parse() {
        network.parse();
        run.ifPresent(RunSection::parse);
        spec.checks().forEach(check -> question(check).ifPresent(questions::add));
        trace = spec.trace().map(section ->
                new TraceSection(section, section.ignore().flatMap(this::expression), section.against().flatMap(this::expression)));
        if (spec.time().isPresent() && !hasJava()) {
            diagnostics.add(Diagnostic.warning("CSP0704", spec.source().span(0, 0), "`time:` has no effect in this spec")
                    .because("it governs the timers of Java processes, and this spec has none"));
        }
    }

    /** Checks the types of what has been parsed. */
    void check(TypeCheck types) {
        network.check(types);
        run.ifPresent(section -> section.check(types));
        for (Question question : questions) {
            switch (question.asked) {
                case Asked.Claim(Assertion assertion) -> types.assertion(assertion);
                case Asked.Can(Expression events) -> types.expression(events);
                case Asked.Never(Expression events) -> types.events(events, "`never:` is about a set of events");
                case Asked.ExceptionFree() -> { }
            }
        }
        trace.ifPresent(section -> section.check(types));
    }

    private boolean hasJava() {
        return spec.network().filter(SpecSections::hasJava).isPresent();
    }

    private static boolean hasJava(SpecFile.Network network) {
        return switch (network) {
            case SpecFile.Network.Expression expression -> false;
            case SpecFile.Network.Entries(List<SpecFile.Entry> entries) ->
                entries.stream().anyMatch(entry -> entry.body() instanceof SpecFile.Body.Java);
        };
    }

    private Optional<Question> question(SpecFile.Check check) {
        return switch (check.claim()) {
            case SpecFile.Claim.DeadlockFree c -> aboutNetwork(check, span -> new Assertion.Claim.DeadlockFree(span, Assertion.Model.FD));
            case SpecFile.Claim.DivergenceFree c -> aboutNetwork(check, Assertion.Claim.DivergenceFree::new);
            case SpecFile.Claim.Deterministic c -> aboutNetwork(check, span -> new Assertion.Claim.Deterministic(span, Assertion.Model.FD));
            case SpecFile.Claim.ExceptionFree c -> exceptionFree(check);
            case SpecFile.Claim.Assertion(Source text) -> {
                Optional<Assertion> assertion = Parser.assertionBody(text, diagnostics);
                assertion.ifPresent(parsed -> NameCheck.assertion(parsed, scope, diagnostics));
                yield assertion.map(parsed -> new Question(check, new Asked.Claim(CheckModel.of(check).in(parsed, diagnostics))));
            }
            case SpecFile.Claim.Can(Source text) -> aboutRuns(check, text, Asked.Can::new);
            case SpecFile.Claim.Never(Source text) -> aboutRuns(check, text, Asked.Never::new);
        };
    }

    private Optional<Question> exceptionFree(SpecFile.Check check) {
        CheckModel.of(check).isNotWanted(diagnostics);
        if (!hasJava()) {
            diagnostics.add(Diagnostic.error("CSP0701", check.source().whole(), "this check is about Java processes, and there is none")
                    .because("only code can throw exceptions: a process of CSPm has none"));
            return Optional.empty();
        }
        return Optional.of(new Question(check, new Asked.ExceptionFree()));
    }

    private Optional<Question> aboutRuns(SpecFile.Check check, Source text, Function<Expression, Asked> asked) {
        CheckModel.of(check).isNotWanted(diagnostics);
        return hasNetwork(check) ? expression(text).map(events -> new Question(check, asked.apply(events))) : Optional.empty();
    }

    private interface ClaimOf {
        Assertion.Claim of(Expression process);
    }

    private Optional<Question> aboutNetwork(SpecFile.Check check, ClaimOf claim) {
        if (!hasNetwork(check)) {
            return Optional.empty();
        }
        var span = check.source().whole();
        var name = new Expression.Name(span, QualifiedName.of(NETWORK));
        Assertion.Claim parsed = claim.of(name);
        String property = switch (parsed) {
            case Assertion.Claim.DeadlockFree c -> check.model().isPresent() ? "deadlock free" : "deadlock free [FD]";
            case Assertion.Claim.Deterministic c -> check.model().isPresent() ? "deterministic" : "deterministic [FD]";
            default -> "divergence free";
        };
        var assertion = new Assertion(span, NETWORK + " :[" + property + "]", false, parsed, Optional.empty(), Optional.empty());
        return Optional.of(new Question(check, new Asked.Claim(CheckModel.of(check).in(assertion, diagnostics))));
    }

    private boolean hasNetwork(SpecFile.Check check) {
        if (spec.network().isPresent()) {
            return true;
        }
        diagnostics.add(Diagnostic.error(
                        "CSP0701", check.source().whole(), "this check is about the network, and there is none")
                .because("`deadlock free` and the like are asked of the network of the spec")
                .tryThis("add `network:`, or name the process: `P :[deadlock free]`"));
        return false;
    }

    private Optional<Expression> expression(Source text) {
        Optional<Expression> expression = Parser.expression(text, diagnostics);
        expression.ifPresent(parsed -> NameCheck.expression(parsed, scope, diagnostics));
        return expression;
    }

    Optional<TraceSection> trace() {
        return trace;
    }

    // ---- what it comes to

    void assemble(Evaluation evaluation, List<Check> checks) {
        network.assemble(evaluation).ifPresent(process -> evaluation.define(NETWORK, process));
        production = run.map(section -> section.assemble(evaluation));
        for (Question question : questions) {
            try {
                checks.add(check(question, evaluation));
            } catch (SpecificationException fault) {
                diagnostics.add(fault.diagnostic());
            }
        }
        if (hasJava()) {
            boolean asked = questions.stream().anyMatch(question -> question.asked instanceof Asked.ExceptionFree);
            checks.addAll(java.checks(evaluation.network(NETWORK), asked));
        }
    }

    /** {@return how the spec wants to be run; once assembled} */
    Optional<Production> production() {
        return production;
    }

    /** A check's own limits win; where it has none, the spec's count. */
    private Limits limits(SpecFile.Check check) {
        return check.limits().or(spec.limits());
    }

    private Check check(Question question, Evaluation evaluation) {
        SpecFile.Check check = question.check;
        boolean expected = check.expect() == SpecFile.Expectation.HOLDS;
        String text = check.source().text().strip();
        String name = check.name().map(source -> source.text().strip()).orElse(text);
        return switch (question.asked) {
            case Asked.Claim(Assertion assertion) ->
                ScriptChecks.check(assertion, name, () -> evaluation.claim(assertion), expected, check.model(), limits(check));
            case Asked.ExceptionFree() -> {
                Property property = new Property.Never(java.exceptions(), Counterexample.Kind.EXCEPTION);
                yield aboutRuns(check, name, "exception free", property, expected, evaluation);
            }
            case Asked.Can(Expression events) -> {
                String given = check.name().isPresent() ? name : "can: " + text;
                yield aboutRuns(check, given, "can: " + text, can(events, evaluation), expected, evaluation);
            }
            case Asked.Never(Expression events) -> {
                String given = check.name().isPresent() ? name : "never: " + text;
                yield aboutRuns(check, given, "never: " + text, new Property.Never(evaluation.events(events)), expected, evaluation);
            }
        };
    }

    private Check aboutRuns(
            SpecFile.Check check, String name, String text, Property property, boolean expected, Evaluation evaluation) {
        Process process = evaluation.network(NETWORK);
        var span = check.source().whole();
        return new Check(name, text, process, property, false, expected, Optional.of(span), limits(check));
    }

    private static Property can(Expression expression, Evaluation evaluation) {
        Value value = evaluation.value(expression);
        return new Property.Can(evaluation.events(value, expression.span()), value instanceof Sequence);
    }
}
