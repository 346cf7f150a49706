package org.cspcheck.specs.types;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Pattern;

/**
 * Modules and their instances.
 *
 * <p>A module with parameters is checked by itself, with parameters of which nothing is known, and again for each instance, with those it
 * has there; its datatypes are others in each.
 */
final class ModuleTypes {
    private final Inference inference;
    private final PatternTypes patterns;
    private final ExpressionTypes expressions;
    private final DeclarationTypes declarations;

    ModuleTypes(Inference inference, PatternTypes patterns, ExpressionTypes expressions, DeclarationTypes declarations) {
        this.inference = inference;
        this.patterns = patterns;
        this.expressions = expressions;
        this.declarations = declarations;
    }

    void enter(Declaration.Module module, Scope scope) {
        Scope members = null;
        if (module.parameters().isEmpty()) {
            members = scope.module();
            enterMembers(module, members);
        }
        scope.define(module.name().text(), new Binding.Module(module, scope, members));
    }

    private void enterMembers(Declaration.Module module, Scope members) {
        declarations.enter(module.hidden(), members);
        declarations.enter(module.exported(), members);
    }

    void check(Declaration.Module module, Scope scope) {
        if (scope.find(module.name().text()) instanceof Binding.Module(_, _, Scope members) && members != null) {
            checkMembers(module, members);
            return;
        }
        inference.apart(scope, () -> {
            Map<String, Binding> bound = new HashMap<>();
            module.parameters().forEach(parameter -> patterns.match(parameter, inference.fresh(), scope, bound));
            checkMembers(module, inside(module, scope, bound, Optional.empty()));
        });
    }

    private void checkMembers(Declaration.Module module, Scope members) {
        declarations.check(module.hidden(), members);
        declarations.check(module.exported(), members);
    }

    /** {@return the scope of the members of {@code module} with parameters that have been bound at this level} */
    private Scope inside(Declaration.Module module, Scope around, Map<String, Binding> bound, Optional<String> instance) {
        Scope members = around.region(Region.inside(around.region(), instance), inference.active(), inference.level());
        bound.forEach(members::define);
        enterMembers(module, members);
        return members;
    }

    void enter(Declaration.Instance instance, Scope scope) {
        scope.define(instance.name().text(), new Binding.Instance(new Members(instance, scope)));
    }

    void check(Declaration.Instance instance, Scope scope) {
        if (scope.find(instance.name().text()) instanceof Binding.Instance(Supplier<Scope> members)
                && members.get() != null && scope.find(instance.module()) instanceof Binding.Module module) {
            checkMembers(module.declaration(), members.get());
        }
    }

    /** The members of an instance, entered when one of them is first wanted. */
    private final class Members implements Supplier<Scope> {
        private final Declaration.Instance instance;
        private final Scope scope;
        private Scope members;
        private boolean begun;

        Members(Declaration.Instance instance, Scope scope) {
            this.instance = instance;
            this.scope = scope;
        }

        @Override
        public Scope get() {
            if (!begun) {
                begun = true;
                if (scope.find(instance.module()) instanceof Binding.Module module) {
                    inference.apart(scope, () -> open(module));
                }
            }
            return members;
        }

        private void open(Binding.Module module) {
            Map<String, Binding> bound = new HashMap<>();
            List<Pattern> parameters = module.declaration().parameters();
            for (int i = 0; i < Math.min(parameters.size(), instance.arguments().size()); i++) {
                Expression argument = instance.arguments().get(i);
                patterns.match(parameters.get(i), expressions.infer(argument, scope), scope, bound);
            }
            members = inside(module.declaration(), module.around(), bound, Optional.of(instance.name().text()));
        }
    }

    /** Adds the variables of {@code pattern} to {@code names}. */
    void variables(Pattern pattern, Scope scope, List<String> names) {
        switch (pattern) {
            case Pattern.Name name -> {
                boolean matched = scope.find(name.name()) instanceof Binding.Defined(Definition definition)
                        && definition.kind == Definition.Kind.MATCHED;
                if (!matched) {
                    names.add(name.name().name());
                }
            }
            case Pattern.Tuple(_, List<Pattern> items) -> items.forEach(item -> variables(item, scope, names));
            case Pattern.Sequence(_, List<Pattern> items) -> items.forEach(item -> variables(item, scope, names));
            case Pattern.Set(_, Optional<Pattern> item) -> item.ifPresent(only -> variables(only, scope, names));
            case Pattern.Dot(_, Pattern left, Pattern right) -> both(left, right, scope, names);
            case Pattern.Concat(_, Pattern left, Pattern right) -> both(left, right, scope, names);
            case Pattern.Both(_, Pattern left, Pattern right) -> both(left, right, scope, names);
            case Pattern.Wildcard _, Pattern.Number _, Pattern.Character _, Pattern.Text _, Pattern.Truth _ -> { }
        }
    }

    private void both(Pattern left, Pattern right, Scope scope, List<String> names) {
        variables(left, scope, names);
        variables(right, scope, names);
    }
}
