package org.cspcheck.specs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.specs.evaluate.Evaluation;
import org.cspcheck.specs.syntax.Assertion;

/** The assertions of a script as checks. */
final class ScriptChecks {
    private ScriptChecks() {}

    static List<Check> of(Evaluation evaluation, Limits limits) {
        var checks = new ArrayList<Check>();
        for (Assertion assertion : evaluation.assertions()) {
            int position = checks.size();
            checks.add(check(assertion, assertion.text(), () -> evaluation.claim(position), true, Optional.empty(), limits));
        }
        return checks;
    }

    interface Evaluated {
        Evaluation.Claim claim();
    }

    /** {@return the check; a claim that cannot be evaluated becomes one whose process reports why} */
    static Check check(
            Assertion assertion, String name, Evaluated evaluated, boolean expected, Optional<SemanticModel> model, Limits limits) {
        Evaluation.Claim claim;
        try {
            claim = evaluated.claim();
        } catch (SpecificationException fault) {
            claim = failing(assertion, fault);
        }
        Property property = model.map(chosen -> in(chosen)).orElse(UNCHANGED).apply(claim.property());
        return new Check(
                name,
                assertion.text(),
                claim.subject(),
                property,
                claim.negated(),
                expected,
                Optional.of(assertion.span()),
                limits,
                assertion.reduction().isPresent());
    }

    private interface Change {
        Property apply(Property property);
    }

    private static final Change UNCHANGED = property -> property;

    private static Change in(SemanticModel model) {
        return property -> switch (property) {
            case Property.DeadlockFree p -> new Property.DeadlockFree(model);
            case Property.Deterministic p -> new Property.Deterministic(model);
            case Property.Refines p -> new Property.Refines(p.specification(), model);
            case Property.HasTrace p -> new Property.HasTrace(p.trace(), model);
            case Property.DivergenceFree p -> p;
            case Property.Can p -> p;
            case Property.Never p -> p;
            case Property.Records p -> p;
        };
    }

    private static Evaluation.Claim failing(Assertion assertion, SpecificationException fault) {
        Process process = new Process.Call(new Failing(fault, assertion.span()));
        Property property = switch (assertion.claim()) {
            case Assertion.Claim.Refinement c -> new Property.Refines(process, nearest(c.model()));
            case Assertion.Claim.DeadlockFree c -> new Property.DeadlockFree(nearest(c.model()));
            case Assertion.Claim.DivergenceFree c -> new Property.DivergenceFree();
            case Assertion.Claim.Deterministic c -> new Property.Deterministic(nearest(c.model()));
            case Assertion.Claim.HasTrace c -> new Property.HasTrace(List.of(), nearest(c.model()));
        };
        return new Evaluation.Claim(process, property, assertion.negated());
    }

    private static SemanticModel nearest(Assertion.Model model) {
        return switch (model) {
            case T -> SemanticModel.T;
            case F, V, R -> SemanticModel.F;
            case FD, VD, RD -> SemanticModel.FD;
        };
    }

    /** A process that could not be evaluated: whoever asks for its steps gets the reason. */
    private record Failing(SpecificationException fault, Span span) implements Process.Body {
        @Override
        public String name() {
            return "";
        }

        @Override
        public Process unfold() {
            throw fault;
        }
    }
}
