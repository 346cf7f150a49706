package org.cspcheck.specs.types;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Generator;
import org.cspcheck.specs.syntax.Pattern;
import org.cspcheck.specs.types.Type.Atom;
import org.cspcheck.specs.types.Type.Sequence;
import org.cspcheck.specs.types.Type.SetOf;

/** Generators and conditions, each of which sees the variables of those before it. */
record GeneratorTypes(Inference inference, PatternTypes patterns, ExpressionTypes expressions) {
    /** {@return the scope behind {@code generators} over sets} */
    Scope sets(List<Generator> generators, Scope scope) {
        return over(false, generators, scope);
    }

    /** {@return the scope behind {@code generators} over sequences} */
    Scope sequences(List<Generator> generators, Scope scope) {
        return over(true, generators, scope);
    }

    private Scope over(boolean sequences, List<Generator> generators, Scope scope) {
        Scope inner = scope;
        for (Generator generator : generators) {
            switch (generator) {
                case Generator.Drawn(_, Pattern pattern, Expression range) -> {
                    Type item = inference.fresh();
                    if (sequences) {
                        expressions.expect(range, inner, new Sequence(item), "the generator ranges over a sequence here");
                    } else {
                        expressions.expect(range, inner, new SetOf(item), "the generator ranges over a set here");
                    }
                    Map<String, Binding> bound = new HashMap<>();
                    patterns.match(pattern, item, inner, bound);
                    inner = inner.inner(bound);
                }
                case Generator.Condition(_, Expression condition) ->
                        expressions.expect(condition, inner, Atom.BOOL, "a condition among generators says which bindings count");
            }
        }
        return inner;
    }
}
