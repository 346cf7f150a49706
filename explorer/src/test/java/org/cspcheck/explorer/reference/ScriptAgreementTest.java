package org.cspcheck.explorer.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import org.cspcheck.explorer.Explorer;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.reference.Sampling.Tally;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.Specifications;

/** The whole way from text to verdict: random terms written as CSPm, read, evaluated and checked, against the reference on the terms. */
class ScriptAgreementTest {
    private final List<String> asked = new ArrayList<>();
    private final List<Boolean> expected = new ArrayList<>();

    @Example
    void a_script_means_what_its_terms_mean() {
        Tally tally = new Sampling<>(Pair.random(3, 2), Pair::script).check(250, 8, pair -> {
            ask(pair);
            String script = pair.script() + String.join("\n", asked) + "\n";
            Specification read = Specifications.read(
                    "-",
                    Optional.of(Specifications.Language.CSPM),
                    List.of(),
                    new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)));
            return read.hasErrors() ? Optional.of(read.diagnostics().toString()) : disagreement(read);
        });
        assertTrue(tally.checked() > 180, tally.toString());
    }

    private void ask(Pair pair) {
        asked.clear();
        expected.clear();
        Determinised specification = Determinised.of(TransitionSystem.byOperatorTable(pair.specification()));
        Determinised implementation = Determinised.of(TransitionSystem.byOperatorTable(pair.implementation()));
        for (SemanticModel model : SemanticModel.values()) {
            ask("SPEC [" + model + "= IMPL", ReferenceChecker.refines(specification, implementation, model));
            ask("not IMPL [" + model + "= SPEC", !ReferenceChecker.refines(implementation, specification, model));
        }
        for (SemanticModel model : List.of(SemanticModel.F, SemanticModel.FD)) {
            ask("IMPL :[deadlock free [" + model + "]]", ReferenceChecker.isDeadlockFree(implementation, model, false));
            ask("IMPL :[deterministic [" + model + "]]", ReferenceChecker.isDeterministic(implementation, model));
        }
        ask("IMPL :[divergence free]", ReferenceChecker.isDivergenceFree(implementation));
        List<Integer> trace = List.of(Letters.A, Letters.B);
        ask("IMPL :[has trace [FD]]: <a, b>", ReferenceChecker.hasTrace(implementation, trace, SemanticModel.FD));
    }

    private void ask(String assertion, boolean holds) {
        asked.add("assert " + assertion);
        expected.add(holds);
    }

    private Optional<String> disagreement(Specification script) {
        var explorer = new Explorer(script.alphabet(), Options.DEFAULT);
        for (int i = 0; i < asked.size(); i++) {
            Check check = script.checks().get(i);
            Verdict verdict = explorer.check(check, Limits.NONE, Progress.SILENT, () -> false).verdict();
            boolean agrees = switch (verdict) {
                case Verdict.Holds v -> expected.get(i);
                case Verdict.Fails v -> !expected.get(i);
                case Verdict.Inconclusive v -> false;
                case Verdict.Erroneous v -> passOverAmbiguousLink(v);
            };
            if (!agrees) {
                return Optional.of(asked.get(i) + " should be " + expected.get(i) + ", explorer: " + verdict);
            }
        }
        return Optional.empty();
    }

    /** Terms may link an event twice, scripts may not. */
    private static boolean passOverAmbiguousLink(Verdict.Erroneous verdict) {
        if (verdict.diagnostic().code().equals("CSP0617")) {
            throw new Denotation.InexactException("linked twice");
        }
        return false;
    }
}
