package org.cspcheck.specs.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.Span;

/**
 * How a text came to be read.
 *
 * @param chain the script that was asked for, what it includes, what that includes, .. and last the text itself
 */
record Inclusion(Includes includes, List<Source> chain, Diagnostics diagnostics) {
    private static final int LONGEST = 100;

    /** {@return the inclusion of {@code name}} Where that fails the reason has been told. */
    Optional<Inclusion> of(String name, Span span) {
        return switch (includes.find(name, chain.getFirst(), chain.getLast())) {
            case Includes.Answer.Found(Source source) -> of(source, span);
            case Includes.Answer.Missing(String why) -> {
                diagnostics.add(Diagnostic.error("CSP0207", span, "cannot read `" + name + "`")
                        .because(why)
                        .tryThis("names are looked up from the folder of the script that was asked for, then from that of the"
                                + " including file; --include-path adds folders"));
                yield Optional.empty();
            }
        };
    }

    private Optional<Inclusion> of(Source source, Span span) {
        boolean cycle = chain.stream().anyMatch(s -> s.name().equals(source.name()));
        if (cycle || chain.size() > LONGEST) {
            String way = Stream.concat(chain.stream(), Stream.of(source)).map(Source::name).collect(Collectors.joining(" includes "));
            diagnostics.add(Diagnostic.error("CSP0208", span, cycle ? "this file includes itself" : "too many files include each other")
                    .because(cycle ? way : "more than " + LONGEST + " files are in the chain"));
            return Optional.empty();
        }
        List<Source> longer = new ArrayList<>(chain);
        longer.add(source);
        return Optional.of(new Inclusion(includes, longer, diagnostics));
    }
}
