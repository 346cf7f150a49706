package org.cspcheck.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.specs.Specification;

/** The command with everything around it made of cardboard: specs that say what we like, checks that come out as told. */
final class Bench {
    final Map<String, Specification> specs = new HashMap<>();
    final Map<String, String> environment = new HashMap<>();
    final Interruption interruption = new Interruption();
    final List<String> decided = new ArrayList<>();
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    Decider decider = (check, limits, progress, cancelled) -> outcome(check);
    FrontEnd frontEnd = (spec, reading, in) -> Optional.ofNullable(specs.get(spec))
            .orElseGet(() -> FrontEnd.unread(spec, Diagnostic.error("CSP0417", null, spec + " does not exist")));
    boolean outIsTerminal;

    /** Adds a spec with checks named by how they come out: "holds", "fails as expected", "loops: inconclusive". */
    Bench spec(String name, String... checks) {
        List<Check> asked = java.util.Arrays.stream(checks).map(Bench::check).toList();
        specs.put(name, new Specification(name, List.of(new Specification.Input(name, "00ff")), List.of(), asked, new Alphabet(), List.of(), Optional.empty()));
        return this;
    }

    Bench broken(String name, String message) {
        specs.put(name, FrontEnd.unread(name, Diagnostic.error("CSP0101", null, message)));
        return this;
    }

    static Check check(String name) {
        var property = new Property.DeadlockFree(SemanticModel.FD);
        boolean expected = !name.contains("as expected");
        return new Check(name, "assert of " + name, Process.STOP, property, false, expected, Optional.empty(), Limits.NONE);
    }

    static Outcome outcome(Check check) {
        Verdict verdict = switch (check.name()) {
            case String name when name.startsWith("fails") -> new Verdict.Fails(Optional.empty());
            case String name when name.startsWith("loops") -> new Verdict.Inconclusive("state limit of 10 reached");
            case String name when name.startsWith("errs") ->
                new Verdict.Erroneous(Diagnostic.error("CSP0301", null, "division by zero"));
            case String name -> new Verdict.Holds(Optional.empty());
        };
        return new Outcome(check, verdict, new Outcome.Statistics(12, 34, 5));
    }

    int run(String... arguments) {
        out.reset();
        err.reset();
        decided.clear();
        var surroundings = new Surroundings(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                environment,
                outIsTerminal,
                false,
                interruption);
        Decider.Factory deciders = (alphabet, options) -> (check, limits, progress, cancelled) -> {
            decided.add(check.name());
            return decider.check(check, limits, progress, cancelled);
        };
        ExitCode code = new Main(surroundings, frontEnd, deciders).run(arguments);
        surroundings.out().flush();
        surroundings.err().flush();
        return code.number();
    }

    /** {@return standard output, times made equal} */
    String out() {
        return out.toString(StandardCharsets.UTF_8).replaceAll("\\d+\\.\\d\\d s", "0.00 s");
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
