package org.cspcheck.specs.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.types.Constraint.Origin;
import org.cspcheck.specs.types.Type.Variable;

/**
 * The state of the work: which definition is worked on, and at which level variables are made.
 *
 * <p>A definition is worked out when it is first used. Those that depend on each other are found on the way (Tarjan's algorithm, with one
 * stack for each region) and closed together: what is deeper than their scope is then general. A constraint stays with the definition
 * in whose work it arose; what is left of it at the end becomes part of the scheme.
 */
final class Inference {
    private final Complaints complaints;
    private Definition active = Definition.nameless();
    private int level = 1;
    private int count;

    Inference(Complaints complaints) {
        this.complaints = complaints;
    }

    int level() {
        return level;
    }

    Definition active() {
        return active;
    }

    // Types and what is known of them

    Variable fresh() {
        return new Variable(level);
    }

    /** {@return a variable of which no value is known} */
    Variable ofNothing() {
        Variable variable = fresh();
        variable.ofNothing = true;
        return variable;
    }

    Variable fresh(TypeClass... classes) {
        Variable variable = fresh();
        variable.classes.addAll(List.of(classes));
        return variable;
    }

    /** Makes {@code actual}, the type of what stands at {@code span}, the {@code expected} one. */
    boolean unify(Span span, Type expected, Type actual, String why) {
        Mismatch mismatch = Unifier.unify(expected, actual);
        if (mismatch != null && !isSaid(mismatch)) {
            complain(Complaints.wrong(span, expected, actual, mismatch, why));
        }
        return mismatch == null;
    }

    /** Of some mistakes one in a definition is enough: it shows at each use of what is concerned. */
    private boolean isSaid(Mismatch mismatch) {
        return active.failed && (mismatch instanceof Mismatch.TooGeneral || mismatch instanceof Mismatch.Endless);
    }

    void require(TypeClass asked, Span span, Type type) {
        Mismatch mismatch = Unifier.require(asked, type);
        if (mismatch != null) {
            complain(Complaints.wrong(span, type, type, mismatch, ""));
        }
    }

    void complain(Diagnostic diagnostic) {
        active.failed = true;
        complaints.add(diagnostic);
    }

    /** Decides {@code constraint} now, or later if too little is known. */
    void constrain(Constraint constraint) {
        if (!isDecided(constraint)) {
            active.pending.add(constraint);
        }
    }

    private boolean isDecided(Constraint constraint) {
        return switch (Solution.of(constraint)) {
            case Solution.Done _ -> true;
            case Solution.Open _ -> false;
            case Solution.Wrong(Mismatch mismatch, Span span) -> {
                wrong(constraint.origin(), mismatch, span);
                yield true;
            }
        };
    }

    /**
     * What a general definition wants of those who use it does not hold. That a channel has too few fields for it is no more than a
     * warning: scripts are known that hold such a use and never come to it.
     */
    private void wrong(Origin origin, Mismatch mismatch, Span span) {
        Type expected = mismatch instanceof Mismatch.Different(Type wanted, _) ? wanted : fresh();
        Type actual = mismatch instanceof Mismatch.Different(_, Type given) ? given : fresh();
        if (!origin.through().isEmpty() && expected == Type.Atom.EVENT && Type.isEventWithMore(actual)) {
            complaints.add(Complaints.tooManyFields(span, origin.through()));
        } else {
            complain(Complaints.wrong(span, expected, actual, mismatch, Complaints.why(origin)));
        }
    }

    /** Decides what can be decided of the constraints of the work so far. */
    void settle() {
        settle(active.pending);
    }

    private void settle(List<Constraint> pending) {
        while (pending.removeIf(this::isDecided)) {
            // one decision may let another one be taken
        }
    }

    // Definitions

    /** {@return the type of {@code name} for the use at {@code span}} */
    Type use(Definition definition, String name, Span span) {
        Scheme annotation = definition.annotation();
        if (annotation != null) {
            return instance(annotation, span, name);
        }
        if (definition.isNew()) {
            infer(definition);
        }
        if (definition.isClosed()) {
            return instance(definition.scheme(name), span, name);
        }
        cycle(definition, name, span);
        link(definition.scope.region(), definition.index);
        return definition.types.get(name);
    }

    /** The work has come back to {@code definition}: complains if it went through an instance from outside, whose module comes first. */
    private void cycle(Definition definition, String name, Span span) {
        Region outside = null;
        Region instance = null;
        for (Definition at = active; at != null; at = at == definition ? null : at.caller) {
            Region region = at.scope == null ? null : at.scope.region();
            if (region != null && region.inInstance() != null) {
                instance = region.inInstance();
            }
        }
        for (Definition at = active; at != null && instance != null; at = at == definition ? null : at.caller) {
            if (at.scope != null && !at.scope.region().isInside(instance)) {
                outside = instance;
            }
        }
        if (outside != null) {
            complain(Diagnostic.error("CSP0528", span, "`" + name + "` is defined by way of an instance that depends on it")
                    .because("the module of `" + outside.instance().orElseThrow() + "` uses what is defined with its own instance")
                    .tryThis("hand it to the module as a parameter"));
        }
    }

    /** What is worked on in {@code region} depends on the open definition of number {@code index}. */
    private void link(Region region, int index) {
        for (Definition at = active; at != null; at = at.caller) {
            if (at.scope != null && at.scope.region() == region) {
                at.low = Math.min(at.low, index);
                return;
            }
        }
    }

    /** Works out {@code definition} if that has not begun yet. */
    void visit(Definition definition) {
        if (definition.isNew()) {
            infer(definition);
        }
    }

    private void infer(Definition definition) {
        Definition caller = active;
        int before = level;
        Region region = definition.scope.region();
        definition.caller = caller;
        definition.open(count++);
        region.open().addLast(definition);
        active = definition;
        level = definition.scope.level() + 1;
        definition.names.forEach(name -> definition.types.put(name, fresh()));
        definition.body.infer(definition.types);
        settle();
        if (definition.low == definition.index) {
            close(definition, region);
        }
        active = caller;
        level = before;
        if (!definition.isClosed()) {
            link(region, definition.low);
        }
    }

    /** Closes {@code root} and all that were begun after it in its region: they depend on each other. */
    private void close(Definition root, Region region) {
        List<Definition> group = new ArrayList<>();
        do {
            group.add(region.open().removeLast());
        } while (group.getLast() != root);
        List<Constraint> pending = new ArrayList<>();
        group.forEach(member -> pending.addAll(member.pending));
        settle(pending);
        boolean failed = group.stream().anyMatch(member -> member.failed);
        int outside = root.scope.level();
        Definition owner = root.scope.owner();
        if (owner != null) {
            pending.stream().filter(constraint -> isOutside(constraint, outside)).forEach(owner.pending::add);
        }
        for (Definition member : group) {
            Map<String, Scheme> schemes = new HashMap<>();
            member.types.forEach((name, type) -> schemes.put(name, failed ? Scheme.anything() : scheme(member, type, outside, pending)));
            member.close(schemes);
        }
    }

    private static boolean isOutside(Constraint constraint, int outside) {
        List<Variable> deeper = new ArrayList<>();
        constraint.types().forEach(type -> Scheme.collect(type, outside, deeper));
        return deeper.isEmpty();
    }

    private static Scheme scheme(Definition definition, Type type, int outside, List<Constraint> pending) {
        if (definition.kind == Definition.Kind.GENERAL) {
            return Scheme.general(type, outside, pending);
        }
        List<Variable> deeper = new ArrayList<>();
        Scheme.collect(type, outside, deeper);
        deeper.forEach(variable -> variable.level = outside);
        return Scheme.of(type);
    }

    private Type instance(Scheme scheme, Span span, String name) {
        if (scheme.variables().isEmpty()) {
            return scheme.type();
        }
        Scheme.Instance instance = scheme.instance(level);
        Type type = instance.of(scheme.type());
        for (Constraint constraint : scheme.constraints()) {
            constrain(constraint.of(instance::of, new Origin(span, constraint.origin().why(), name)));
        }
        return type;
    }

    /** Does {@code work} that belongs to no definition, where {@code scope} is. */
    void apart(Scope scope, Runnable work) {
        Definition caller = active;
        int before = level;
        active = Definition.nameless();
        active.caller = caller;
        level = scope.level() + 1;
        work.run();
        settle();
        active = caller;
        level = before;
    }
}
