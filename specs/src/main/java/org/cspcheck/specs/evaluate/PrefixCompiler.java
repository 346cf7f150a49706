package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.value.Value;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Field;
import org.cspcheck.specs.syntax.Pattern;

/** Compiles prefixes: {@code c!e?x:S$y -> P}. */
final class PrefixCompiler {
    private final ExpressionCompiler outer;
    private final Timing timing;

    PrefixCompiler(ExpressionCompiler outer, Timing timing) {
        this.outer = outer;
        this.timing = timing;
    }

    Code compile(Expression.Prefix prefix) {
        Scope inside = outer.scope.innerUnit();
        ExpressionCompiler inner = outer.in(inside);
        Code channel = inner.compile(prefix.channel());
        var fields = new ArrayList<Communication.Item>();
        for (int i = 0; i < prefix.fields().size(); i++) {
            ExpressionCompiler seen = inner;
            inner = outer.in(inner.scope.inner());
            field(prefix.fields().get(i), i == prefix.fields().size() - 1, seen, inner, fields);
        }
        var communication = new Communication(offered(prefix), channel, List.copyOf(fields), outer.context.alphabet);
        var code = new PrefixCode(communication, inner.compile(prefix.process()), inside.unit(), outer.context.number(), timing);
        return ProcessCompiler.code(prefix.span(), frame -> code.process(frame));
    }

    /** Where the communication is written, without the arrow and what follows it. */
    private static Span offered(Expression.Prefix prefix) {
        Span channel = prefix.channel().span();
        return prefix.fields().isEmpty() ? channel : channel.to(prefix.fields().getLast().span());
    }

    /**
     * @param seen what the field's set and value may mention
     * @param bound where its variables are bound
     */
    private void field(
            Field field, boolean last, ExpressionCompiler seen, ExpressionCompiler bound, List<Communication.Item> items) {
        switch (field) {
            case Field.Output f -> items.add(new Communication.Item.Sent(seen.compile(f.value())));
            case Field.Input f -> drawn(f.pattern(), f.set().map(seen::compile).orElse(null), false, last, bound, items);
            case Field.Chosen f -> drawn(f.pattern(), f.set().map(seen::compile).orElse(null), true, last, bound, items);
        }
    }

    /** With a set the whole pattern takes its members; without, each part between dots takes one field. */
    private static void drawn(
            Pattern pattern, Code set, boolean internal, boolean last, ExpressionCompiler bound, List<Communication.Item> items) {
        if (set != null) {
            items.add(new Communication.Item.Drawn(bound.pattern(pattern), set, internal, false));
            return;
        }
        List<Matcher> parts = PatternCompiler.parts(pattern).stream().map(bound::pattern).toList();
        for (int next = 0; next < parts.size(); ) {
            int end = endOfField(parts, next);
            Matcher field = end == next + 1 ? parts.get(next) : new Matcher.OfDots(parts.subList(next, end));
            items.add(new Communication.Item.Drawn(field, null, internal, last && end == parts.size()));
            next = end;
        }
    }

    /** A part takes one field; a constructor with fields of its own takes also the parts that match these. */
    private static int endOfField(List<Matcher> parts, int start) {
        int end = start + 1;
        if (parts.get(start) instanceof Matcher.Head(var symbol)) {
            for (int field = 0; field < symbol.arity() && end < parts.size(); field++) {
                end = endOfField(parts, end);
            }
        }
        return end;
    }
}
