package org.cspcheck.specs.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.specs.yaml.Node.Scalar;
import org.cspcheck.specs.yaml.SpecFile.Body;
import org.cspcheck.specs.yaml.SpecFile.Check;
import org.cspcheck.specs.yaml.SpecFile.Entry;
import org.cspcheck.specs.yaml.SpecFile.Network;

/** Reads a spec: one method for each section, in the order of the format. */
public final class SpecReader {
    /** More errors than this help nobody. */
    static final int MAX_ERRORS = 100;

    private static final List<String> SECTIONS = List.of(
            "name", "about", "import", "define", "network", "hide", "check", "limits", "time", "run", "trace");
    private static final List<String> ENTRY =
            List.of("process", "java", "args", "implements", "model", "for", "name", "alphabet");

    private final Diagnostics diagnostics;

    private SpecReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * {@return what the spec says, as far as it could be understood}
     *
     * <p>After an error in a section the others are still there, so that their errors can be told as well; empty when the text is
     * no YAML.
     */
    public static Optional<SpecFile> read(Source source, Diagnostics diagnostics) {
        Diagnostics found = new Diagnostics();
        SpecReader reader = new SpecReader(found);
        Optional<SpecFile> spec = TreeReader.read(source, found)
                .flatMap(root -> Fields.of(root, "a spec", SECTIONS, found))
                .map(fields -> reader.spec(source, fields));
        List<Diagnostic> all = found.all();
        all.stream().limit(MAX_ERRORS).forEach(diagnostics::add);
        if (all.size() > MAX_ERRORS) {
            diagnostics.add(Diagnostic.error(
                    "CSP0418", source.span(0, 0), "There are " + (all.size() - MAX_ERRORS) + " more errors, which are not shown"));
        }
        return spec;
    }

    private SpecFile spec(Source source, Fields spec) {
        return new SpecFile(
                source,
                spec.text("name"),
                spec.text("about"),
                spec.texts("import"),
                spec.cspm("define"),
                network(spec),
                spec.cspm("hide"),
                spec.list("check", "a list, each item on a line with `- `", this::check),
                limits(spec),
                RunSections.time(spec, diagnostics),
                RunSections.run(spec, diagnostics),
                RunSections.trace(spec, diagnostics));
    }

    // --- network -----------------------------------------------------------------------------------------------------------

    private Optional<Network> network(Fields spec) {
        return spec.node("network").flatMap(node -> switch (node) {
            case Scalar _ -> spec.cspm("network").map(Network.Expression::new);
            case Node.Sequence _, Node.Mapping _ -> Optional.of(new Network.Entries(
                    spec.list("network", "a CSPm process, or a list of entries, each on a line with `- `", this::entry)));
        });
    }

    private Optional<Entry> entry(Node node) {
        return Fields.of(node, "a process entry", ENTRY, diagnostics)
                .flatMap(entry -> body(entry).map(body -> new Entry(
                        switch (body) {
                            case Body.Cspm cspm -> cspm.process();
                            case Body.Java java -> java.className();
                        },
                        body,
                        entry.cspm("for"),
                        entry.text("name"),
                        entry.cspm("alphabet"))));
    }

    private Optional<Body> body(Fields entry) {
        if (entry.has("process") && entry.has("java")) {
            entry.conflict("java", "process", "An entry is one process: a CSPm expression or a Java class.");
        } else if (!entry.has("process") && !entry.has("java")) {
            entry.missing("`process:` or `java:`", "Write `process:` with a CSPm process, for example `process: PHIL(i)`.");
        }
        if (!entry.has("java")) {
            Stream.of("args", "implements", "model").filter(entry::has).forEach(key -> diagnostics.add(
                    Diagnostic.error("CSP0409", entry.keySpan(key), "`" + key + ":` belongs to `java:`, and this entry has none")));
        } else if (entry.has("model") && !entry.has("implements")) {
            diagnostics.add(Diagnostic.error("CSP0409", entry.keySpan("model"), "`model:` says how to check `implements:`, which is missing"));
        }
        Optional<Body> cspm = entry.cspm("process").map(Body.Cspm::new);
        return cspm.or(() -> entry.text("java")
                .map(name -> new Body.Java(name, entry.texts("args"), entry.cspm("implements"), model(entry))));
    }

    // --- check -------------------------------------------------------------------------------------------------------------

    private Optional<Check> check(Node node) {
        return node instanceof Scalar scalar ? checkText(scalar) : checkMapping(node);
    }

    private Optional<Check> checkText(Scalar scalar) {
        Fields none = new Fields("a check", new Node.Mapping(List.of(), scalar.span()), Map.of(), diagnostics);
        return none.cspm(scalar, "A check is a text or a mapping")
                .flatMap(text -> Claims.of(text, diagnostics)
                        .map(claim -> new Check(
                                text,
                                claim,
                                Optional.empty(),
                                Optional.empty(),
                                SpecFile.Expectation.HOLDS,
                                Optional.empty(),
                                Limits.NONE)));
    }

    private Optional<Check> checkMapping(Node node) {
        List<String> known = List.of("assert", "can", "never", "name", "about", "expect", "model", "limits");
        return Fields.of(node, "a check", known, diagnostics).flatMap(check -> {
            List<String> claims = Stream.of("assert", "can", "never").filter(check::has).toList();
            if (claims.isEmpty()) {
                check.missing("`assert:`, `can:` or `never:`", "Write what is claimed, for example `assert: SPEC [T= NETWORK`.");
                return Optional.empty();
            }
            claims.stream().skip(1).forEach(more -> check.conflict(more, claims.getFirst(), "A check claims one thing."));
            Optional<Source> name = check.text("name");
            Optional<String> expect = check.word("expect", List.of("holds", "fails"));
            Optional<Source> about = check.text("about");
            Optional<SemanticModel> model = model(check);
            Limits limits = limits(check);
            return check.cspm(claims.getFirst()).flatMap(text -> claim(claims.getFirst(), text).map(claim -> new Check(
                    text,
                    claim,
                    name,
                    about,
                    expect.filter("fails"::equals).isPresent() ? SpecFile.Expectation.FAILS : SpecFile.Expectation.HOLDS,
                    model,
                    limits)));
        });
    }

    private Optional<SpecFile.Claim> claim(String key, Source text) {
        return switch (key) {
            case "can" -> Optional.of(new SpecFile.Claim.Can(text));
            case "never" -> Optional.of(new SpecFile.Claim.Never(text));
            default -> Claims.of(text, diagnostics);
        };
    }

    private static Optional<SemanticModel> model(Fields fields) {
        return fields.word("model", List.of("T", "F", "FD")).map(SemanticModel::valueOf);
    }

    // --- limits ------------------------------------------------------------------------------------------------------------

    private Limits limits(Fields owner) {
        List<String> known = List.of("states", "depth", "memory", "time");
        return owner.node("limits").flatMap(node -> Fields.of(node, "`limits:`", known, diagnostics)).map(limits -> new Limits(
                        unbox(count(limits, "states")),
                        count(limits, "depth").map(n -> OptionalInt.of((int) Math.min(n, Integer.MAX_VALUE))).orElseGet(OptionalInt::empty),
                        unbox(limits.parsed("memory", "a size such as 512m or 8g", text -> box(Quantity.bytes(text)))),
                        limits.parsed("time", "a length of time such as 30s or 10m", Quantity::duration)))
                .orElse(Limits.NONE);
    }

    private static Optional<Long> count(Fields fields, String key) {
        return fields.parsed(key, "a whole number above 0", text -> box(Quantity.count(text)));
    }

    private static Optional<Long> box(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    private static OptionalLong unbox(Optional<Long> number) {
        return number.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }
}
