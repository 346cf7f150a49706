package org.cspcheck.specs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.event.EventSet;
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
import org.cspcheck.specs.yaml.SpecFile;

/** {@code network:} and {@code hide:}: the processes that run in parallel, each on its alphabet. */
final class NetworkSection {
    private final SpecFile spec;
    private final Scope scope;
    private final Diagnostics diagnostics;
    private final List<Entry> entries = new ArrayList<>();
    private Optional<Expression> whole = Optional.empty();
    private Optional<Expression> hidden = Optional.empty();

    /** A process entry whose texts have been parsed. */
    private record Entry(
            SpecFile.Entry entry, Expression process, List<Generator> generators, Optional<Expression> alphabet) {}

    NetworkSection(SpecFile spec, Scope scope, Diagnostics diagnostics) {
        this.spec = spec;
        this.scope = scope;
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
        switch (entry.body()) {
            case SpecFile.Body.Java java -> diagnostics.add(Diagnostic.error(
                            "CSP0703",
                            java.className().whole(),
                            "Java processes are not supported yet")
                    .tryThis("describe the process in CSPm: `process: P`"));
            case SpecFile.Body.Cspm(Source text) -> {
                List<Generator> generators =
                        entry.generators().flatMap(source -> Parser.generators(source, diagnostics)).orElse(List.of());
                Scope inner = NameCheck.generators(generators, scope, diagnostics);
                Optional<Expression> process = expression(text, inner);
                Optional<Expression> alphabet = entry.alphabet().flatMap(source -> expression(source, inner));
                process.ifPresent(parsed -> entries.add(new Entry(entry, parsed, generators, alphabet)));
            }
        }
    }

    private Optional<Expression> expression(Source text, Scope at) {
        Optional<Expression> expression = Parser.expression(text, diagnostics);
        expression.ifPresent(parsed -> NameCheck.expression(parsed, at, diagnostics));
        return expression;
    }

    /** {@return the composed network, after hiding; empty when the spec has none} */
    Optional<Process> assemble(Evaluation evaluation) {
        if (spec.network().isEmpty()) {
            return Optional.empty();
        }
        Process process = whole.isPresent() ? evaluation.process(whole.get()) : compose(evaluation);
        return Optional.of(hidden.<Process>map(events -> new Process.Hide(process, evaluation.events(events))).orElse(process));
    }

    private Process compose(Evaluation evaluation) {
        var processes = new ArrayList<Process>();
        var alphabets = new ArrayList<EventSet>();
        for (Entry entry : entries) {
            for (Evaluation.Instance instance : evaluation.instances(entry.generators, entry.process, entry.alphabet)) {
                Process process = named(entry, instance);
                processes.add(process);
                alphabets.add(instance.alphabet().orElseGet(() -> new OwnAlphabet(process, entry.process.span())));
            }
        }
        if (processes.isEmpty()) {
            Source source = entries.isEmpty() ? spec.source() : entries.getFirst().entry.source();
            throw new SpecificationException(Diagnostic.error("CSP0702", source.span(0, 0), "the network has no process")
                    .because("the generators after `for:` give no value, or the list is empty"));
        }
        return new Process.AlphabetisedParallel(List.copyOf(processes), List.copyOf(alphabets));
    }

    private static Process named(Entry entry, Evaluation.Instance instance) {
        return entry.entry.name()
                .map(name -> Process.named(name.text().strip() + instance.arguments(), instance.process()))
                .orElse(instance.process());
    }
}
