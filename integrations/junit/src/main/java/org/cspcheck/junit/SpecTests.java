package org.cspcheck.junit;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cspcheck.explorer.Explorer;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.source.Location;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.reports.text.DiagnosticText;
import org.cspcheck.reports.text.Page;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.Specifications;
import org.cspcheck.specs.syntax.DeepStack;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The checks of specs as JUnit tests.
 *
 * <pre>
 * &#64;TestFactory
 * Stream&lt;DynamicNode&gt; protocol() {
 *     return SpecTests.of("src/test/specs/protocol.yaml");
 * }
 * </pre>
 *
 * <p>A test passes when its check comes out as the spec expects. A limit that was reached is a failure: it proves nothing.
 * Classes of {@code java:} entries are those that the test itself can load.
 */
public final class SpecTests {
    private SpecTests() {}

    /**
     * {@return a container for each spec with a test for each of its checks}
     *
     * @param specs paths of YAML specs or CSPm scripts, as on the command line
     */
    public static Stream<DynamicNode> of(String... specs) {
        return Arrays.stream(specs).map(SpecTests::container);
    }

    private static DynamicNode container(String spec) {
        Specification specification = DeepStack.call(
                () -> Specifications.read(spec, Optional.empty(), List.of(), new TestClasses(), InputStream.nullInputStream()));
        URI file = Path.of(spec).toUri();
        if (specification.hasErrors() || specification.checks().isEmpty()) {
            return DynamicContainer.dynamicContainer(spec, file, Stream.of(unreadable(specification)));
        }
        var explorer = new Explorer(specification.alphabet(), Options.DEFAULT);
        return DynamicContainer.dynamicContainer(spec, file, specification.checks().stream().map(check -> test(explorer, check)));
    }

    private static DynamicNode unreadable(Specification specification) {
        return DynamicTest.dynamicTest("can be read", () -> {
            throw new AssertionError(
                    specification.hasErrors()
                            ? "\n" + DiagnosticText.of(specification.diagnostics(), Page.PLAIN)
                            : specification.name() + " asserts nothing: there is nothing to check");
        });
    }

    private static DynamicNode test(Explorer explorer, Check check) {
        return DynamicTest.dynamicTest(check.name(), check.span().map(SpecTests::place).orElse(null), () -> {
            Outcome outcome;
            synchronized (explorer) {
                outcome = DeepStack.call(() -> explorer.check(check, Limits.NONE, Progress.SILENT, Thread.currentThread()::isInterrupted));
            }
            if (!outcome.ok()) {
                throw new AssertionError(Complaint.about(outcome));
            }
        });
    }

    /** JUnit takes the line and the column of a place from the query. */
    private static URI place(Span span) {
        Location at = span.location();
        return URI.create(Path.of(at.file()).toUri() + "?line=" + at.line() + "&column=" + at.column());
    }
}
