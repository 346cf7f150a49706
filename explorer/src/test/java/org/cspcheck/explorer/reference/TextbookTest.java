package org.cspcheck.explorer.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cspcheck.explorer.Explorer;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.Specifications;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Facts that need no reference: {@code textbook.csp} asserts what the books say, and all of it holds. */
class TextbookTest {
    private final Specification textbook = Specifications.read(
            "-", Optional.of(Specifications.Language.CSPM), List.of(), TextbookTest.class.getResourceAsStream("textbook.csp"));

    @Test
    void the_textbook_has_no_mistakes() {
        assertEquals(List.of(), textbook.diagnostics());
        assertEquals(89, textbook.checks().size());
    }

    @TestFactory
    Stream<DynamicTest> every_fact_holds() {
        var explorer = new Explorer(textbook.alphabet(), Options.DEFAULT);
        return textbook.checks().stream().map(check -> DynamicTest.dynamicTest(check.name(), () -> assertInstanceOf(
                Verdict.Holds.class, explorer.check(check, Limits.NONE, Progress.SILENT, () -> false).verdict())));
    }
}
