package org.cspcheck.specs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.specs.syntax.Assertion;
import org.cspcheck.specs.yaml.SpecFile;

/** {@code model:} of a check: it fills in a model that the assertion leaves open, and must not contradict one that it states. */
record CheckModel(Optional<SemanticModel> model, Span span) {
    private static final Pattern OPEN = Pattern.compile("(deadlock[ -]free|deterministic|has trace)\\s*]");

    static CheckModel of(SpecFile.Check check) {
        return new CheckModel(check.model(), check.source().whole());
    }

    /** {@return the assertion with the model in its text, as it will be checked} */
    Assertion in(Assertion assertion, Diagnostics diagnostics) {
        if (model.isEmpty()) {
            return assertion;
        }
        String chosen = model.get().name();
        Matcher open = OPEN.matcher(assertion.text());
        switch (assertion.claim()) {
            case Assertion.Claim.Refinement c -> mustBe(c.model().name(), diagnostics);
            case Assertion.Claim.DeadlockFree c -> property(c.model().name(), open.find(), diagnostics);
            case Assertion.Claim.Deterministic c -> property(c.model().name(), open.find(), diagnostics);
            case Assertion.Claim.HasTrace c -> {
                if (!open.find()) {
                    mustBe(c.model().name(), diagnostics);
                }
            }
            case Assertion.Claim.DivergenceFree c -> mustBe("FD", diagnostics);
        }
        String text = OPEN.matcher(assertion.text()).replaceFirst("$1 [" + chosen + "]]");
        return new Assertion(
                assertion.span(), text, assertion.negated(), assertion.claim(), assertion.priority(), assertion.reduction());
    }

    private void property(String stated, boolean open, Diagnostics diagnostics) {
        if (model.get() == SemanticModel.T) {
            diagnostics.add(Diagnostic.error("CSP0210", span, "this cannot be seen in traces")
                    .because("`model: T` looks at traces alone, and these do not show what a process refuses")
                    .tryThis("write `model: F` or `model: FD`"));
        } else if (!open) {
            mustBe(stated, diagnostics);
        }
    }

    private void mustBe(String stated, Diagnostics diagnostics) {
        String chosen = model.get().name();
        if (!chosen.equals(stated)) {
            diagnostics.add(Diagnostic.error("CSP0706", span, "`model: " + chosen + "` contradicts the assertion, which is about " + stated)
                    .because("the model is part of the assertion; `model:` fills it in where it is left open")
                    .tryThis("leave one of them out"));
        }
    }

    /** Complains about a model where a check has none. */
    void isNotWanted(Diagnostics diagnostics) {
        model.ifPresent(chosen -> diagnostics.add(Diagnostic.error("CSP0706", span, "`model: " + chosen + "` says nothing about this check")
                .because("`can:` and `never:` are about runs, in any model")
                .tryThis("leave `model:` out")));
    }
}
