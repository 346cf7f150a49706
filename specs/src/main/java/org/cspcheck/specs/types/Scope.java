package org.cspcheck.specs.types;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.specs.syntax.QualifiedName;

/** The names of one place and the scope around it; complete once its declarations have been entered. */
final class Scope {
    private final Scope outer;
    private final Map<String, Binding> names;
    /** What the variables of annotations stand for. */
    private final Map<String, Type> rigid;
    private final Region region;
    private final Definition owner;
    private final int level;

    private Scope(Scope outer, Map<String, Binding> names, Map<String, Type> rigid, Region region, Definition owner, int level) {
        this.outer = outer;
        this.names = names;
        this.rigid = rigid;
        this.region = region;
        this.owner = owner;
        this.level = level;
    }

    /** {@return the top of a script} */
    static Scope top() {
        return new Scope(null, new HashMap<>(), Map.of(), Region.inside(null, java.util.Optional.empty()), null, 0);
    }

    /** {@return a scope inside this one that knows {@code names}} */
    Scope inner(Map<String, Binding> names) {
        return names.isEmpty() ? this : new Scope(this, names, Map.of(), region, owner, level);
    }

    /** {@return this scope, where the variables of an annotation are known} */
    Scope with(Map<String, Type> variables) {
        return variables.isEmpty() ? this : new Scope(this, Map.of(), variables, region, owner, level);
    }

    /** {@return a scope for the members of a module of this one} */
    Scope module() {
        return new Scope(this, new HashMap<>(), Map.of(), region, owner, level);
    }

    /** {@return a scope for definitions of their own, whose variables are made at {@code deeper} levels in the work on {@code owner}} */
    Scope region(Region inside, Definition owner, int deeper) {
        return new Scope(this, new HashMap<>(), Map.of(), inside, owner, deeper);
    }

    void define(String name, Binding binding) {
        names.putIfAbsent(name, binding);
    }

    Region region() {
        return region;
    }

    /** {@return whose work holds these definitions; null at the top} */
    Definition owner() {
        return owner;
    }

    /** {@return the level of what is the same for all uses of these definitions} */
    int level() {
        return level;
    }

    Type rigid(String variable) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Type found = scope.rigid.get(variable);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** {@return what {@code name} means here; null for what is built in} */
    Binding find(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Binding found = scope.names.get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** {@return what {@code name} means here; null for what is built in, or has no meaning} */
    Binding find(QualifiedName name) {
        if (name.isPlain()) {
            return find(name.name());
        }
        List<String> modules = name.modules();
        Scope members = members(find(modules.getFirst()));
        for (String next : modules.subList(1, modules.size())) {
            members = members == null ? null : members(members.names.get(next));
        }
        return members == null ? null : members.names.get(name.name());
    }

    private static Scope members(Binding binding) {
        return switch (binding) {
            case Binding.Module module -> module.members();
            case Binding.Instance instance -> instance.members().get();
            case null, default -> null;
        };
    }
}
