package org.cspcheck.specs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.value.Compound;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.model.value.Value;
import org.cspcheck.specs.evaluate.Evaluation;
import org.cspcheck.specs.names.NameCheck;
import org.cspcheck.specs.names.Scope;
import org.cspcheck.specs.parse.Parser;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.types.TypeCheck;
import org.cspcheck.specs.yaml.SpecFile;

/** {@code run:}: parsed with the rest of the spec, so that its mistakes are told with the others. */
final class RunSection {
    private final SpecFile.Run run;
    private final Scope scope;
    private final Diagnostics diagnostics;
    private final List<Bound> bound = new ArrayList<>();
    private final List<Watched> watched = new ArrayList<>();

    private record Bound(Source target, Expression channel) {}

    private record Watched(Source text, Expression process) {}

    RunSection(SpecFile.Run run, Scope scope, Diagnostics diagnostics) {
        this.run = run;
        this.scope = scope;
        this.diagnostics = diagnostics;
    }

    void parse() {
        for (Map.Entry<String, Source> binding : run.bind().entrySet()) {
            expression(Source.of("bind: " + binding.getKey(), binding.getKey()))
                    .ifPresent(channel -> bound.add(new Bound(binding.getValue(), channel)));
        }
        run.monitors().forEach(text -> expression(text).ifPresent(process -> watched.add(new Watched(text, process))));
    }

    private Optional<Expression> expression(Source text) {
        Optional<Expression> expression = Parser.expression(text, diagnostics);
        expression.ifPresent(parsed -> NameCheck.expression(parsed, scope, diagnostics));
        return expression;
    }

    void check(TypeCheck types) {
        bound.forEach(binding -> types.expression(binding.channel));
        watched.forEach(monitor -> types.process(monitor.process, "a monitor is a process"));
    }

    Production assemble(Evaluation evaluation) {
        var bindings = new ArrayList<Production.Binding>();
        for (Bound binding : bound) {
            try {
                bindings.add(new Production.Binding(channel(evaluation, binding), binding.target, evaluation, scope));
            } catch (SpecificationException mistake) {
                diagnostics.add(mistake.diagnostic());
            }
        }
        SpecFile.Policy policy = run.policy();
        return new Production(
                List.copyOf(bindings),
                new Production.Policy(policy.queue(), policy.alt(), policy.timers(), policy.seed()),
                run.record(),
                run.choices(),
                watched.stream()
                        .map(monitor -> new Production.Monitor(monitor.text, evaluation.awaited(monitor.process)))
                        .toList());
    }

    private static Compound channel(Evaluation evaluation, Bound binding) {
        Value value = evaluation.value(binding.channel);
        if (value instanceof Compound channel && channel.symbol().kind() == Symbol.Kind.CHANNEL) {
            return channel;
        }
        throw new SpecificationException(Diagnostic.error("CSP0731", binding.target.whole(), value + " is no channel, so it cannot be bound")
                .because("a key of `bind:` is a channel of the network's boundary, perhaps with its first fields: `display` or `display.1`"));
    }
}
