package org.cspcheck.specs;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.specs.evaluate.Evaluation;
import org.cspcheck.specs.names.NameCheck;
import org.cspcheck.specs.names.Scope;
import org.cspcheck.specs.parse.FileIncludes;
import org.cspcheck.specs.parse.Parser;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.Script;
import org.cspcheck.specs.types.TypeCheck;
import org.cspcheck.specs.yaml.SpecFile;
import org.cspcheck.specs.yaml.SpecReader;

/**
 * Reads specs: read, parse, resolve, assemble.
 *
 * <p>Reading runs no code of the spec's and opens no file but the spec, its imports and what these include. All mistakes that can be told
 * without evaluating are told at once.
 */
public final class Specifications {
    /** The languages of specs. */
    public enum Language {
        YAML,
        CSPM
    }

    private final Diagnostics diagnostics = new Diagnostics();
    private final Inputs inputs = new Inputs(diagnostics);
    private final FileIncludes includes;
    private final String name;

    private final JavaProcesses classes;

    private Specifications(String name, List<Path> includePath, JavaProcesses classes) {
        this.classes = classes;
        this.name = name;
        this.includes = new FileIncludes(includePath, inputs::file);
    }

    /**
     * {@return the spec, as far as it could be read}
     *
     * @param name a path, or {@code -} for {@code standardInput}
     * @param language empty to go by the ending of the name: YAML for {@code .yaml} and {@code .yml}, else CSPm
     * @param includePath further folders to look for includes in
     */
    public static Specification read(String name, Optional<Language> language, List<Path> includePath, InputStream standardInput) {
        return read(name, language, includePath, JavaProcesses.NONE, standardInput);
    }

    /**
     * {@return the spec, as far as it could be read}
     *
     * @param classes where its Java processes come from
     */
    public static Specification read(
            String name, Optional<Language> language, List<Path> includePath, JavaProcesses classes, InputStream standardInput) {
        return new Specifications(name, includePath, classes).read(language, standardInput);
    }

    private Specification read(Optional<Language> language, InputStream standardInput) {
        boolean standard = name.equals("-");
        Optional<Source> source = standard ? inputs.stream("<stdin>", standardInput) : inputs.file(name, Path.of(name));
        return source.map(text -> language.orElse(languageOf(text)) == Language.YAML ? yaml(text) : script(text))
                .orElseGet(this::unreadable);
    }

    /** A spec from standard input has no ending to go by: a YAML spec begins with a key. */
    private Language languageOf(Source source) {
        String ending = name.toLowerCase(Locale.ROOT);
        if (name.equals("-")) {
            return source.text().lines().anyMatch(line -> line.matches("(check|network|define|import):.*")) ? Language.YAML : Language.CSPM;
        }
        return ending.endsWith(".yaml") || ending.endsWith(".yml") ? Language.YAML : Language.CSPM;
    }

    private Specification unreadable() {
        return unreadable(List.of());
    }

    private Specification unreadable(List<Declaration> declarations) {
        return new Specification(name, inputs.all(), diagnostics.all(), List.of(), new Alphabet(), declarations, Optional.empty());
    }

    /** A plain CSPm script. */
    private Specification script(Source source) {
        Script script = Parser.script(source, includes, diagnostics);
        NameCheck.script(script, Set.of(), diagnostics);
        types(script, Set.of(), _ -> { });
        return assemble(script.declarations(), Limits.NONE, (evaluation, checks) -> {});
    }

    /** Checks the types of a script whose names are in order, and of {@code more} that stands beside it. */
    private void types(Script script, Set<String> given, Consumer<TypeCheck> more) {
        if (!diagnostics.hasErrors()) {
            more.accept(TypeCheck.script(script, given, diagnostics));
        }
    }

    /** A YAML spec with what it imports and defines. */
    private Specification yaml(Source source) {
        Optional<SpecFile> read = SpecReader.read(source, diagnostics);
        if (read.isEmpty()) {
            return unreadable();
        }
        SpecFile spec = read.get();
        Script script = definitions(spec);
        Set<String> given = spec.network().isPresent() ? Set.of(SpecSections.NETWORK) : Set.of();
        Scope scope = NameCheck.script(script, given, diagnostics);
        var sections = new SpecSections(spec, scope, classes, diagnostics);
        sections.parse();
        types(script, given, sections::check);
        return assemble(script.declarations(), spec.limits(), sections::assemble).with(sections.trace()).with(sections.production().orElse(Production.PLAIN));
    }

    /** The declarations of all imports, then those of the spec itself. */
    private Script definitions(SpecFile spec) {
        var declarations = new ArrayList<Declaration>();
        var unreadable = new java.util.HashSet<String>();
        Path folder = Path.of(spec.source().name()).getParent();
        for (Source path : spec.imports()) {
            Path file = folder == null ? Path.of(path.text()) : folder.resolve(path.text());
            if (!Files.isReadable(file)) {
                diagnostics.add(Diagnostic.error("CSP0417", path.whole(), "`" + path.text() + "` cannot be read")
                        .because("there is no such file: " + file)
                        .tryThis("imports are named relative to the folder of the spec"));
                continue;
            }
            inputs.file(file.toString(), file).ifPresent(source -> {
                Script script = Parser.script(source, includes, diagnostics);
                declarations.addAll(script.declarations());
                unreadable.addAll(script.unreadable());
            });
        }
        spec.define().ifPresent(text -> {
            Script script = Parser.script(text, includes, diagnostics);
            declarations.addAll(script.declarations());
            unreadable.addAll(script.unreadable());
        });
        return new Script(declarations, unreadable);
    }

    /** Adds to the checks of the script what else a spec asks. */
    private interface MoreChecks {
        void add(Evaluation evaluation, List<Check> checks);
    }

    private Specification assemble(List<Declaration> declarations, Limits limits, MoreChecks more) {
        if (diagnostics.hasErrors()) {
            return unreadable(declarations);
        }
        var alphabet = new Alphabet();
        var evaluation = new Evaluation(declarations, alphabet);
        var checks = new ArrayList<Check>();
        evaluation.mistakesInTypes().forEach(diagnostics::add);
        if (diagnostics.hasErrors()) {
            return unreadable(declarations);
        }
        try {
            more.add(evaluation, checks);
            checks.addAll(0, ScriptChecks.of(evaluation, limits));
        } catch (SpecificationException fault) {
            diagnostics.add(fault.diagnostic());
        }
        if (diagnostics.hasErrors()) {
            return unreadable(declarations);
        }
        return new Specification(name, inputs.all(), diagnostics.all(), List.copyOf(checks), alphabet, declarations, Optional.of(evaluation));
    }
}
