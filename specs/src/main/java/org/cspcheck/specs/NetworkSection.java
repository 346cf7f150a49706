package org.cspcheck.specs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.ForeignClass;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.specs.evaluate.Evaluation;
import org.cspcheck.specs.names.NameCheck;
import org.cspcheck.specs.names.Scope;
import org.cspcheck.specs.parse.Parser;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Generator;
import org.cspcheck.specs.types.TypeCheck;
import org.cspcheck.specs.yaml.SpecFile;

/** {@code network:} and {@code hide:}: the processes that run in parallel, each on its alphabet. */
final class NetworkSection {
    private final SpecFile spec;
    private final Scope scope;
    private final Diagnostics diagnostics;
    private final JavaProcesses classes;
    private final JavaSection java;
    private final List<Entry> entries = new ArrayList<>();
    private Optional<Expression> whole = Optional.empty();
    private Optional<Expression> hidden = Optional.empty();

    /** A process entry whose texts have been parsed. */
    private sealed interface Entry {
        Source source();

        record Cspm(SpecFile.Entry entry, Expression process, List<Generator> generators, Optional<Expression> alphabet) implements Entry {
            @Override
            public Source source() {
                return entry.source();
            }
        }

        record Java(JavaSection.Entry entry) implements Entry {
            @Override
            public Source source() {
                return entry.entry().source();
            }
        }
    }

    NetworkSection(SpecFile spec, Scope scope, JavaProcesses classes, JavaSection java, Diagnostics diagnostics) {
        this.spec = spec;
        this.scope = scope;
        this.classes = classes;
        this.java = java;
        this.diagnostics = diagnostics;
    }

    void parse() {
        spec.network().ifPresent(network -> {
            switch (network) {
                case SpecFile.Network.Expression(Source text) -> whole = expression(text, scope);
                case SpecFile.Network.Entries(List<SpecFile.Entry> listed) -> listed.forEach(this::parse);
            }
        });
        hidden = spec.hide().flatMap(text -> expression(text, scope));
    }

    private void parse(SpecFile.Entry entry) {
        List<Generator> generators = entry.generators().flatMap(source -> Parser.generators(source, diagnostics)).orElse(List.of());
        Scope inner = NameCheck.generators(generators, scope, diagnostics);
        Optional<Expression> alphabet = entry.alphabet().flatMap(source -> expression(source, inner));
        switch (entry.body()) {
            case SpecFile.Body.Java body -> java(entry, body, generators, inner, alphabet);
            case SpecFile.Body.Cspm(Source text) -> expression(text, inner)
                    .ifPresent(process -> entries.add(new Entry.Cspm(entry, process, generators, alphabet)));
        }
    }

    private void java(
            SpecFile.Entry entry, SpecFile.Body.Java body, List<Generator> generators, Scope inner, Optional<Expression> alphabet) {
        var arguments = new ArrayList<Expression>();
        body.arguments().forEach(text -> expression(text, inner).ifPresent(arguments::add));
        Optional<Expression> specification = body.specification().flatMap(text -> expression(text, inner));
        try {
            ForeignClass found = classes.find(body.className());
            entries.add(new Entry.Java(new JavaSection.Entry(entry, body, found, arguments, specification, generators, alphabet)));
        } catch (SpecificationException missing) {
            diagnostics.add(missing.diagnostic());
        }
    }

    private Optional<Expression> expression(Source text, Scope at) {
        Optional<Expression> expression = Parser.expression(text, diagnostics);
        expression.ifPresent(parsed -> NameCheck.expression(parsed, at, diagnostics));
        return expression;
    }

    /** Checks the types of what has been parsed. */
    void check(TypeCheck types) {
        whole.ifPresent(process -> types.process(process, "a network is a process"));
        hidden.ifPresent(events -> types.events(events, "what is hidden is a set of events"));
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Cspm cspm -> types.behind(cspm.generators, List.of(), Optional.of(cspm.process), cspm.alphabet);
                case Entry.Java(JavaSection.Entry code) ->
                        types.behind(code.generators(), code.arguments(), code.specification(), code.alphabet());
            }
        }
    }

    /** {@return the composed network, after hiding; empty when the spec has none} */
    Optional<Process> assemble(Evaluation evaluation) {
        if (spec.network().isEmpty()) {
            return Optional.empty();
        }
        Process process = whole.isPresent() ? evaluation.process(whole.get()) : compose(evaluation);
        return Optional.of(java.inTime(
                hidden.<Process>map(events -> new Process.Hide(process, evaluation.events(events))).orElse(process)));
    }

    private Process compose(Evaluation evaluation) {
        var placed = new ArrayList<JavaSection.Placed>();
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Cspm cspm -> placed.addAll(processes(cspm, evaluation));
                case Entry.Java(JavaSection.Entry code) -> placed.addAll(java.processes(code, evaluation));
            }
        }
        if (placed.isEmpty()) {
            Source source = entries.isEmpty() ? spec.source() : entries.getFirst().source();
            throw new SpecificationException(Diagnostic.error("CSP0702", source.span(0, 0), "the network has no process")
                    .because("the generators after `for:` give no value, or the list is empty"));
        }
        return new Process.AlphabetisedParallel(
                placed.stream().map(JavaSection.Placed::process).toList(), placed.stream().map(JavaSection.Placed::alphabet).toList());
    }

    private static List<JavaSection.Placed> processes(Entry.Cspm entry, Evaluation evaluation) {
        var placed = new ArrayList<JavaSection.Placed>();
        for (Evaluation.Instance instance : evaluation.instances(entry.generators, entry.process, entry.alphabet)) {
            Process process = named(entry, instance);
            placed.add(new JavaSection.Placed(
                    process, instance.alphabet().orElseGet(() -> new OwnAlphabet(process, entry.process.span()))));
        }
        return placed;
    }

    private static Process named(Entry.Cspm entry, Evaluation.Instance instance) {
        return entry.entry.name()
                .map(name -> Process.named(name.text().strip() + instance.arguments(), instance.process()))
                .orElse(instance.process());
    }
}
