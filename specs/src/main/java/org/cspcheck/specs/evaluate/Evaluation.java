package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.PriorityOrder;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.value.Compound;
import org.cspcheck.model.value.Dots;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.model.value.Value;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.specs.syntax.Assertion;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Generator;
import org.cspcheck.specs.syntax.QualifiedName;

/**
 * A script ready to be asked: what its expressions are worth, and what its assertions claim.
 *
 * <p>Nothing is evaluated before it is asked for. Mistakes found then are {@link SpecificationException}s. Not safe for use by several
 * threads.
 */
public final class Evaluation {
    private final Context context;
    private final Scope scope;
    private final ScriptCompiler script;

    /** @param declarations as resolved: every name is known, and the clauses of a function stand together */
    public Evaluation(List<Declaration> declarations, Alphabet alphabet) {
        context = new Context(alphabet);
        Scope builtIns = Scope.outermost();
        BuiltIns.declare(context, builtIns);
        scope = builtIns.inner();
        script = new ScriptCompiler(context);
        script.declare(declarations, "", scope, scope);
    }

    /** {@return what is wrong with the types of channels and constructors} Every check depends on them. */
    public List<Diagnostic> mistakesInTypes() {
        var mistakes = new ArrayList<Diagnostic>();
        for (Symbol symbol : context.symbols()) {
            try {
                symbol.fields();
            } catch (SpecificationException fault) {
                mistakes.add(fault.diagnostic());
            }
        }
        return mistakes;
    }

    /** A claim about a process, ready for a {@link org.cspcheck.model.verdict.Check}. */
    public record Claim(Process subject, Property property, boolean negated) {}

    /** {@return the assertions of the script, in the order of reading} */
    public List<Assertion> assertions() {
        return script.assertions().stream().map(placed -> placed.declaration().assertion()).toList();
    }

    /** {@return what the assertion with this position claims} */
    public Claim claim(int position) {
        var placed = script.assertions().get(position);
        return claim(placed.declaration().assertion(), placed.scope());
    }

    /** {@return what an assertion that stands outside the script claims} */
    public Claim claim(Assertion assertion) {
        return claim(assertion, scope);
    }

    private Claim claim(Assertion assertion, Scope at) {
        Optional<EventSet> priority = assertion.priority().map(events -> events(events, at));
        return switch (assertion.claim()) {
            case Assertion.Claim.Refinement c -> new Claim(
                    process(c.implementation(), at, priority),
                    new Property.Refines(process(c.specification(), at, priority), model(c.model(), assertion)),
                    assertion.negated());
            case Assertion.Claim.DeadlockFree c ->
                new Claim(process(c.process(), at, priority), new Property.DeadlockFree(model(c.model(), assertion)), assertion.negated());
            case Assertion.Claim.DivergenceFree c ->
                new Claim(process(c.process(), at, priority), new Property.DivergenceFree(), assertion.negated());
            case Assertion.Claim.Deterministic c ->
                new Claim(process(c.process(), at, priority), new Property.Deterministic(model(c.model(), assertion)), assertion.negated());
            case Assertion.Claim.HasTrace c -> new Claim(
                    process(c.process(), at, priority),
                    new Property.HasTrace(trace(c.trace(), at), model(c.model(), assertion)),
                    assertion.negated());
        };
    }

    private static SemanticModel model(Assertion.Model model, Assertion assertion) {
        return switch (model) {
            case T -> SemanticModel.T;
            case F -> SemanticModel.F;
            case FD -> SemanticModel.FD;
            case V, VD, R, RD -> throw Faults.of("CSP0210", assertion.span(), "the model " + model + " is not checked",
                    "the models that are checked are T (traces), F (stable failures) and FD (failures and divergences)",
                    "what fails in F fails in V and R, and what fails in FD fails in VD and RD");
        };
    }

    private Process process(Expression expression, Scope at, Optional<EventSet> priority) {
        Process process = new Process.Call(new Awaited(expression, at));
        return priority.<Process>map(cut -> new Process.Prioritise(process, new PriorityOrder.TauPriority(cut))).orElse(process);
    }

    /** A process of an assertion: evaluated when it is checked, so that one whose evaluation does not end holds up nothing else. */
    private final class Awaited implements Process.Body {
        private final Expression expression;
        private final Scope at;
        private Process process;

        Awaited(Expression expression, Scope at) {
            this.expression = expression;
            this.at = at;
        }

        @Override
        public String name() {
            return "";
        }

        @Override
        public Span span() {
            return expression.span();
        }

        @Override
        public Process unfold() {
            if (process == null) {
                try {
                    process = Evaluation.this.process(expression, at);
                } catch (SetValue.InfiniteSetException fault) {
                    throw Faults.infiniteSet(expression.span(), fault);
                }
            }
            return process;
        }
    }

    private Process process(Expression expression, Scope at) {
        Scope own = at.innerUnit();
        Code code = new ExpressionCompiler(context, own).compile(expression);
        return code.process(own.unit().frame(new Value[0]));
    }

    private Value value(Expression expression, Scope at) {
        Scope own = at.innerUnit();
        return ScriptCompiler.evaluate(new ExpressionCompiler(context, own).compile(expression), own);
    }

    private EventSet events(Expression expression, Scope at) {
        return context.sets.of(Kinds.set(value(expression, at), expression.span()), expression.span());
    }

    private List<Integer> trace(Expression expression, Scope at) {
        var trace = new ArrayList<Integer>();
        for (Value event : Kinds.sequence(value(expression, at), expression.span())) {
            trace.add(Kinds.event(event, context.alphabet, expression.span()));
        }
        return trace;
    }

    // ---- for the sections of a spec

    /** Gives a name to a process that is put together outside the script. */
    public void define(String name, Process process) {
        var global = new Global(name, null, () -> new ProcessValue(process));
        scope.put(name, new Meaning.OfScript(global, Optional.empty()));
    }

    /** {@return the process that was given this name} */
    public Process network(String name) {
        return Kinds.process(definition(name), null);
    }

    public Value value(Expression expression) {
        return value(expression, scope);
    }

    public Process process(Expression expression) {
        return process(expression, scope);
    }

    public EventSet events(Expression expression) {
        return events(expression, scope);
    }

    /** {@return the process, evaluated when it is first needed} */
    public Process awaited(Expression expression) {
        return process(expression, scope, Optional.empty());
    }

    /** {@return the number of a complete event} */
    public int event(Value value, Span span) {
        return Kinds.event(value, context.alphabet, span);
    }

    /** {@return all events that begin as the channel, whose fields need not be finitely many} */
    public EventSet eventsOf(Compound channel) {
        return new ChannelEvents(context.alphabet, channel);
    }

    /** {@return the events of a sequence, or the one event} */
    public List<Integer> events(Value value, Span span) {
        if (!(value instanceof org.cspcheck.model.value.Sequence sequence)) {
            return List.of(Kinds.event(value, context.alphabet, span));
        }
        return sequence.toList().stream().map(event -> Kinds.event(event.force(), context.alphabet, span)).toList();
    }

    /**
     * {@return the number of the event that a text writes, as logs do: {@code picks.0.1}; empty if it is no event of a declared channel}
     *
     * <p>Nothing of the script is called: names stand for channels and constructors alone, so any text is safe to be read.
     */
    public OptionalInt event(String text) {
        return EventText.value(text, scope)
                .filter(value -> value instanceof Compound event && Kinds.isChannel(event) && Dots.isComplete(value))
                .map(value -> OptionalInt.of(context.alphabet.number(value)))
                .orElse(OptionalInt.empty());
    }

    /** One process of a network. */
    public record Instance(String arguments, Process process, Optional<EventSet> alphabet) {}

    /**
     * {@return a process for each binding of the generators}
     *
     * @param alphabet its alphabet, where the entry gives one
     */
    public List<Instance> instances(List<Generator> generators, Expression process, Optional<Expression> alphabet) {
        Scope own = scope.innerUnit();
        record Entry(Code process, Optional<Code> alphabet) {}
        var compiled = new ExpressionCompiler(context, own)
                .scoped(Generators.Over.SETS, generators, inner ->
                        new Entry(inner.compile(process), alphabet.map(inner::compile)));
        Value[] frame = own.unit().frame(new Value[0]);
        List<Value[]> bindings = compiled.generators() == null ? List.<Value[]>of(frame) : compiled.generators().all(frame);
        var instances = new ArrayList<Instance>();
        for (Value[] binding : bindings) {
            Optional<EventSet> events = compiled.body().alphabet().map(code ->
                    context.sets.of(Kinds.set(code.eval(binding), code.span), code.span));
            instances.add(new Instance(arguments(frame, binding), compiled.body().process().process(binding), events));
        }
        return instances;
    }

    /** What the expressions of a Java process are worth in one binding of its generators. */
    public record Bound(String arguments, List<Value> values, Optional<Process> process, Optional<EventSet> alphabet) {}

    /**
     * {@return for each binding of the generators the values of expressions}
     *
     * @param process an expression of a process, where there is one
     */
    public List<Bound> bound(
            List<Generator> generators, List<Expression> values, Optional<Expression> process, Optional<Expression> alphabet) {
        Scope own = scope.innerUnit();
        record Entry(List<Code> values, Optional<Code> process, Optional<Code> alphabet) {}
        var compiled = new ExpressionCompiler(context, own)
                .scoped(Generators.Over.SETS, generators, inner -> new Entry(
                        values.stream().map(inner::compile).toList(), process.map(inner::compile), alphabet.map(inner::compile)));
        Value[] frame = own.unit().frame(new Value[0]);
        List<Value[]> bindings = compiled.generators() == null ? List.<Value[]>of(frame) : compiled.generators().all(frame);
        var bound = new ArrayList<Bound>();
        for (Value[] binding : bindings) {
            bound.add(new Bound(
                    arguments(frame, binding),
                    compiled.body().values().stream().map(code -> code.eval(binding).force()).toList(),
                    compiled.body().process().map(code -> code.process(binding)),
                    compiled.body().alphabet().map(code -> context.sets.of(Kinds.set(code.eval(binding), code.span), code.span))));
        }
        return bound;
    }

    /** The values of the variables that a binding adds: {@code (0,1)}; nothing without generators. */
    private static String arguments(Value[] before, Value[] binding) {
        var values = new ArrayList<String>();
        for (int i = 0; i < binding.length; i++) {
            if (before != binding && before[i] == null && binding[i] != null && !(binding[i] instanceof LetInstance)) {
                values.add(binding[i].toString());
            }
        }
        return values.isEmpty() ? "" : "(" + String.join(",", values) + ")";
    }

    public Alphabet alphabet() {
        return context.alphabet;
    }

    /** {@return the channels declared at the top level, by name} */
    public java.util.SortedMap<String, Symbol> channels() {
        var channels = new java.util.TreeMap<String, Symbol>();
        scope.own().forEach((name, meaning) -> {
            if (meaning instanceof Meaning.OfSymbol(Symbol symbol) && symbol.kind() == Symbol.Kind.CHANNEL) {
                channels.put(name, symbol);
            }
        });
        return channels;
    }

    /** {@return the names defined at the top level that are neither channels nor constructors, in alphabetical order} */
    public List<String> definitions() {
        return scope.own().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Meaning.OfScript)
                .map(java.util.Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** {@return the value of a top-level definition} */
    public Value definition(String name) {
        if (scope.find(QualifiedName.of(name)).orElse(null) instanceof Meaning.OfScript(Global global, var definition)) {
            return global.value(null);
        }
        throw new IllegalArgumentException("no definition of " + name);
    }
}
