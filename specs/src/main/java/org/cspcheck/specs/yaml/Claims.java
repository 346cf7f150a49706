package org.cspcheck.specs.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.Spelling;
import org.cspcheck.specs.yaml.SpecFile.Claim;

/** What the text of a check claims: a property of the network in words, or a CSPm assertion. */
final class Claims {
    private static final List<String> PROPERTIES =
            List.of("deadlock free", "divergence free", "livelock free", "deterministic", "exception free");
    private static final String ASSERT = "assert ";

    private Claims() {}

    static Optional<Claim> of(Source text, Diagnostics diagnostics) {
        String words = text.text().strip().replaceAll("[-\\s]+", " ").toLowerCase(Locale.ROOT);
        return switch (words) {
            case "deadlock free" -> Optional.of(new Claim.DeadlockFree());
            case "divergence free", "livelock free" -> Optional.of(new Claim.DivergenceFree());
            case "exception free" -> Optional.of(new Claim.ExceptionFree());
            case "deterministic" -> Optional.of(new Claim.Deterministic());
            case String other when !other.contains("[") -> {
                String meant = Spelling.didYouMean(words, PROPERTIES);
                diagnostics.add(Diagnostic.error("CSP0416", text.whole(), "This is no check")
                        .because("A check is one of " + String.join(", ", PROPERTIES) + ", or a CSPm assertion.")
                        .tryThis(meant.isEmpty() ? "An assertion looks like `SPEC [T= NETWORK` or `P :[deadlock free]`." : meant));
                yield Optional.empty();
            }
            case String _ -> Optional.of(new Claim.Assertion(withoutAssert(text)));
        };
    }

    /** People copy assertions out of scripts; the word adds nothing here and does no harm. */
    private static Source withoutAssert(Source text) {
        if (!text.text().startsWith(ASSERT)) {
            return text;
        }
        int[] origins = new int[text.text().length() - ASSERT.length() + 1];
        Arrays.setAll(origins, i -> i + ASSERT.length());
        return Source.embedded(text.text().substring(ASSERT.length()), text, origins);
    }
}
