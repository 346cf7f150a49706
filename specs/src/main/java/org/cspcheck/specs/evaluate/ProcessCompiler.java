package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.Value;
import org.cspcheck.specs.evaluate.ExpressionCompiler.Scoped;
import org.cspcheck.specs.evaluate.Generators.Over;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Generator;

/** Compiles process operators to code that builds the term; inside a timed section to the timed operators. */
final class ProcessCompiler {
    private final ExpressionCompiler expressions;
    private final Context context;
    private final Timing timing;

    ProcessCompiler(ExpressionCompiler expressions) {
        this.expressions = expressions;
        this.context = expressions.context;
        this.timing = expressions.scope.timing();
    }

    /** {@return whether the expression is a process whatever its operands are} */
    static boolean isOperator(Expression expression) {
        return switch (expression) {
            case Expression.Number e -> false;
            case Expression.Character e -> false;
            case Expression.Text e -> false;
            case Expression.Truth e -> false;
            case Expression.Name e -> false;
            case Expression.Tuple e -> false;
            case Expression.Sequence e -> false;
            case Expression.Set e -> false;
            case Expression.EventSet e -> false;
            case Expression.MapOf e -> false;
            case Expression.Dot e -> false;
            case Expression.Unary e -> false;
            case Expression.Binary e -> false;
            case Expression.If e -> false;
            case Expression.Let e -> isOperator(e.body());
            case Expression.Lambda e -> false;
            case Expression.Apply e -> false;
            default -> true;
        };
    }

    Code compile(Expression expression) {
        Span span = expression.span();
        return switch (expression) {
            case Expression.Prefix e -> new PrefixCompiler(expressions, timing).compile(e);
            case Expression.Guard e -> guard(e);
            case Expression.Sequential e -> binary(span, e.left(), e.right(), Process.SequentialComposition::new);
            case Expression.Sliding e -> binary(span, e.left(), e.right(), Process.SlidingChoice::new);
            case Expression.Interrupt e -> binary(span, e.left(), e.right(), timing::interrupt);
            case Expression.SynchronisingInterrupt e -> with(span, e.left(), e.events(), e.right(),
                    (left, events, right) -> new Process.SynchronisingInterrupt(left, timing.and(events), right));
            case Expression.ExternalChoice e -> externalChoice(e);
            case Expression.SynchronisingChoice e -> with(span, e.left(), e.events(), e.right(),
                    (left, events, right) -> new Process.SynchronisingChoice(List.of(left, right), timing.and(events)));
            case Expression.InternalChoice e ->
                binary(span, e.left(), e.right(), (left, right) -> new Process.InternalChoice(List.of(left, right)));
            case Expression.SharingParallel e -> with(span, e.left(), e.events(), e.right(),
                    (left, events, right) -> new Process.InterfaceParallel(List.of(left, right), timing.and(events)));
            case Expression.AlphabetisedParallel e -> alphabetised(e);
            case Expression.LinkedParallel e -> linked(e);
            case Expression.Throw e -> with(span, e.left(), e.events(), e.right(), Process.Throw::new);
            case Expression.Interleave e -> binary(span, e.left(), e.right(),
                    (left, right) -> new Process.InterfaceParallel(List.of(left, right), timing.and(EventSet.EMPTY)));
            case Expression.Hide e -> hide(span, e.process(), e.events(), false);
            case Expression.Project e -> hide(span, e.process(), e.events(), true);
            case Expression.Rename e -> rename(e);
            case Expression.ReplicatedSequential e -> replicated(span, Over.SEQUENCES, e.generators(), e.body(), this::sequence);
            case Expression.ReplicatedExternalChoice e -> replicated(span, Over.SETS, e.generators(), e.body(), timing::choice);
            case Expression.ReplicatedInternalChoice e ->
                replicated(span, Over.SETS, e.generators(), e.body(), operands -> internalChoice(operands, span));
            case Expression.ReplicatedInterleave e -> replicated(span, Over.SETS, e.generators(), e.body(),
                    operands -> parallel(operands, timing.and(EventSet.EMPTY)));
            case Expression.ReplicatedSharingParallel e -> replicatedWith(span, e.events(), e.generators(), e.body(), this::parallel);
            case Expression.ReplicatedSynchronisingChoice e ->
                replicatedWith(span, e.events(), e.generators(), e.body(), this::synchronisingChoice);
            case Expression.ReplicatedAlphabetisedParallel e -> replicatedAlphabetised(e);
            case Expression.ReplicatedLinkedParallel e -> replicatedLinked(e);
            default -> throw new AssertionError("not a process operator: " + expression);
        };
    }

    // ---- shapes

    private interface Binary {
        Process of(Process left, Process right);
    }

    private interface BinaryWith {
        Process of(Process left, EventSet events, Process right);
    }

    static Code code(Span span, Function<Value[], Process> build) {
        return new Code.OfProcess(span) {
            @Override
            Process process(Value[] frame) {
                return build.apply(frame);
            }
        };
    }

    private Code binary(Span span, Expression left, Expression right, Binary operator) {
        Code l = expressions.compile(left);
        Code r = expressions.compile(right);
        return code(span, frame -> operator.of(l.process(frame), r.process(frame)));
    }

    private Code with(Span span, Expression left, Expression events, Expression right, BinaryWith operator) {
        Code l = expressions.compile(left);
        Code set = expressions.compile(events);
        Code r = expressions.compile(right);
        return code(span, frame -> operator.of(l.process(frame), events(set, frame), r.process(frame)));
    }

    private EventSet events(Code set, Value[] frame) {
        return context.sets.of(Kinds.set(set.eval(frame), set.span), set.span);
    }

    // ---- operators

    private Code guard(Expression.Guard guard) {
        Code condition = expressions.compile(guard.condition());
        Code process = expressions.compile(guard.process());
        return code(guard.span(), frame ->
                Kinds.truth(condition.eval(frame), condition.span) ? process.process(frame) : timing.stop());
    }

    private Code externalChoice(Expression.ExternalChoice choice) {
        List<Code> operands = operands(choice).stream().map(expressions::compile).toList();
        return code(choice.span(), frame -> {
            var processes = new ArrayList<Process>(operands.size());
            for (Code operand : operands) {
                processes.add(operand.process(frame));
            }
            return timing.choice(processes);
        });
    }

    /** {@code P [] Q [] R} as one choice of three: the grouping makes no difference. */
    private static List<Expression> operands(Expression expression) {
        if (!(expression instanceof Expression.ExternalChoice choice)) {
            return List.of(expression);
        }
        var operands = new ArrayList<>(operands(choice.left()));
        operands.addAll(operands(choice.right()));
        return operands;
    }

    private Process internalChoice(List<Process> operands, Span span) {
        if (operands.isEmpty()) {
            throw emptyChoice(span);
        }
        return operands.size() == 1 ? operands.getFirst() : new Process.InternalChoice(operands);
    }

    static RuntimeException emptyChoice(Span span) {
        return Faults.of("CSP0612", span, "an internal choice over nothing", "the process would have to choose and has no choice",
                "make sure that the set is not empty; an external choice over nothing is STOP");
    }

    private Process sequence(List<Process> operands) {
        if (operands.isEmpty()) {
            return timing.skip();
        }
        Process whole = operands.getLast();
        for (int i = operands.size() - 2; i >= 0; i--) {
            whole = new Process.SequentialComposition(operands.get(i), whole);
        }
        return whole;
    }

    private Process parallel(List<Process> operands, EventSet together) {
        return switch (operands.size()) {
            case 0 -> timing.skip();
            case 1 -> operands.getFirst();
            default -> new Process.InterfaceParallel(operands, together);
        };
    }

    private Process synchronisingChoice(List<Process> operands, EventSet together) {
        return switch (operands.size()) {
            case 0 -> timing.stop();
            case 1 -> operands.getFirst();
            default -> new Process.SynchronisingChoice(operands, together);
        };
    }

    private Code alphabetised(Expression.AlphabetisedParallel e) {
        Code left = expressions.compile(e.left());
        Code leftAlphabet = expressions.compile(e.leftAlphabet());
        Code rightAlphabet = expressions.compile(e.rightAlphabet());
        Code right = expressions.compile(e.right());
        return code(e.span(), frame -> new Process.AlphabetisedParallel(
                List.of(left.process(frame), right.process(frame)),
                List.of(timing.and(events(leftAlphabet, frame)), timing.and(events(rightAlphabet, frame)))));
    }

    private Code replicatedAlphabetised(Expression.ReplicatedAlphabetisedParallel e) {
        record Operand(Code alphabet, Code body) {}
        Scoped<Operand> operand = expressions.scoped(Over.SETS, e.generators(), inner ->
                new Operand(inner.compile(e.alphabet()), inner.compile(e.body())));
        return code(e.span(), frame -> {
            var processes = new ArrayList<Process>();
            var alphabets = new ArrayList<EventSet>();
            for (Value[] binding : operand.generators().all(frame)) {
                alphabets.add(timing.and(events(operand.body().alphabet, binding)));
                processes.add(operand.body().body.process(binding));
            }
            return processes.isEmpty() ? timing.skip() : new Process.AlphabetisedParallel(List.copyOf(processes), List.copyOf(alphabets));
        });
    }

    private Code hide(Span span, Expression process, Expression events, boolean others) {
        Code inner = expressions.compile(process);
        Code set = expressions.compile(events);
        return code(span, frame -> {
            var hidden = Kinds.set(set.eval(frame), set.span);
            return new Process.Hide(
                    inner.process(frame), others ? context.sets.without(hidden, set.span) : context.sets.of(hidden, set.span));
        });
    }

    // ---- pairs of events

    private Scoped<List<Code[]>> pairs(List<Expression.Pair> pairs, List<Generator> generators, ExpressionCompiler from) {
        return from.scoped(Over.SETS, generators, inner -> pairs.stream()
                .map(pair -> new Code[] {inner.compile(pair.from()), inner.compile(pair.to())})
                .toList());
    }

    private static List<EventSets.Pair> pairs(Scoped<List<Code[]>> compiled, Value[] frame) {
        var pairs = new ArrayList<EventSets.Pair>();
        List<Value[]> bindings = compiled.generators() == null ? List.<Value[]>of(frame) : compiled.generators().all(frame);
        for (Value[] binding : bindings) {
            for (Code[] pair : compiled.body()) {
                pairs.add(new EventSets.Pair(pair[0].eval(binding), pair[1].eval(binding)));
            }
        }
        return pairs;
    }

    private Code rename(Expression.Rename e) {
        Code process = expressions.compile(e.process());
        Scoped<List<Code[]>> pairs = pairs(e.pairs(), e.generators(), expressions);
        return code(e.span(), frame -> {
            List<EventSets.Pair> relation = pairs(pairs, frame);
            Process inner = process.process(frame);
            return relation.isEmpty() ? inner : new Process.Rename(inner, context.sets.renaming(relation, e.span()));
        });
    }

    private Code linked(Expression.LinkedParallel e) {
        Code left = expressions.compile(e.left());
        Code right = expressions.compile(e.right());
        Scoped<List<Code[]>> links = pairs(e.links(), e.generators(), expressions);
        return code(e.span(), frame -> new Process.LinkedParallel(
                left.process(frame), right.process(frame), context.sets.links(pairs(links, frame), e.span())));
    }

    private Code replicatedLinked(Expression.ReplicatedLinkedParallel e) {
        record Operand(Scoped<List<Code[]>> links, Code body) {}
        Scoped<Operand> operand = expressions.scoped(Over.SEQUENCES, e.generators(), inner ->
                new Operand(pairs(e.links(), e.linkGenerators(), inner), inner.compile(e.body())));
        return code(e.span(), frame -> {
            List<Value[]> bindings = operand.generators().all(frame);
            if (bindings.isEmpty()) {
                throw Faults.of("CSP0612", e.span(), "a linked parallel over an empty sequence", "",
                        "make sure that the sequence has an element");
            }
            Process whole = operand.body().body.process(bindings.getLast());
            for (int i = bindings.size() - 2; i >= 0; i--) {
                var links = context.sets.links(pairs(operand.body().links, bindings.get(i)), e.span());
                whole = new Process.LinkedParallel(operand.body().body.process(bindings.get(i)), whole, links);
            }
            return whole;
        });
    }

    // ---- replication

    private Code replicated(Span span, Over over, List<Generator> generators, Expression body, Function<List<Process>, Process> join) {
        Scoped<Code> operand = expressions.scoped(over, generators, inner -> inner.compile(body));
        return code(span, frame -> join.apply(operands(operand, frame)));
    }

    private Code replicatedWith(
            Span span,
            Expression events,
            List<Generator> generators,
            Expression body,
            java.util.function.BiFunction<List<Process>, EventSet, Process> join) {
        Code set = expressions.compile(events);
        Scoped<Code> operand = expressions.scoped(Over.SETS, generators, inner -> inner.compile(body));
        return code(span, frame -> join.apply(operands(operand, frame), timing.and(events(set, frame))));
    }

    private static List<Process> operands(Scoped<Code> operand, Value[] frame) {
        var processes = new ArrayList<Process>();
        operand.generators().bindings(frame).forEachRemaining(binding -> processes.add(operand.body().process(binding)));
        return List.copyOf(processes);
    }
}
