package org.cspcheck.specs.types;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.types.Constraint.Chain;
import org.cspcheck.specs.types.Constraint.Part;
import org.cspcheck.specs.types.Type.Atom;
import org.cspcheck.specs.types.Type.Data;
import org.cspcheck.specs.types.Type.Dotted;
import org.cspcheck.specs.types.Type.Partial;
import org.cspcheck.specs.types.Type.Rigid;
import org.cspcheck.specs.types.Type.Variable;

/** Works out a chain of dots from the left, as far as its parts are known; one use works out one chain. */
final class Dots {
    private final Chain chain;
    private final Deque<Part> rest = new ArrayDeque<>();
    /** Items before the ones looked at: nothing among them takes up more. */
    private final List<Type> done = new ArrayList<>();

    private Dots(Chain chain) {
        this.chain = chain;
    }

    /** {@return what came of it: decided, open, or why it cannot be} */
    static Solution solve(Chain chain) {
        return new Dots(chain).solve();
    }

    private Solution solve() {
        pushAll(chain.parts());
        while (true) {
            Part head = rest.removeFirst();
            Type type = Type.known(head.type());
            if (type instanceof Dotted(List<Type> items)) {
                push(items, head.span());
                continue;
            }
            if (rest.isEmpty()) {
                done.add(type);
                return finish(head.span());
            }
            Solution step = switch (type) {
                case Partial partial -> apply(head, partial);
                case Variable _, Rigid _ -> open(head);
                default -> {
                    done.add(type);
                    yield null;
                }
            };
            if (step != null) {
                return step;
            }
        }
    }

    private void pushAll(List<Part> parts) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            rest.addFirst(parts.get(i));
        }
    }

    private void push(List<Type> items, Span span) {
        pushAll(items.stream().map(item -> new Part(span, item, false)).toList());
    }

    private Solution finish(Span last) {
        Span span = chain.parts().size() == 1 || done.size() > 1 ? last : chain.origin().span();
        return Solution.of(Unifier.unify(chain.whole(), Type.joined(done)), span);
    }

    /** One step of {@code partial}, which takes up the next item; null to go on. */
    private Solution apply(Part head, Partial partial) {
        if (cannotEndAs(partial.result())) {
            return Solution.of(new Mismatch.Different(chain.whole(), partial.result()), chain.origin().span());
        }
        List<Type> fields = Type.flat(partial.fields());
        Type field = fields.getFirst();
        List<Type> others = fields.subList(1, fields.size());
        Part next = rest.removeFirst();
        Type type = Type.known(next.type());
        switch (type) {
            case Dotted(List<Type> items) -> {
                push(items, next.span());
                rest.addFirst(head);
                return null;
            }
            case Variable _ -> {
                return variable(head, partial, fields, next);
            }
            case Partial(List<Type> inner, Type result) -> {
                if (field instanceof Variable || field instanceof Rigid || result instanceof Variable || result instanceof Rigid) {
                    return Solution.OPEN;
                }
                Mismatch found = Unifier.unify(field, result);
                if (found != null) {
                    return Solution.of(new Mismatch.Different(field, type), next.span());
                }
                List<Type> wanted = new ArrayList<>(inner);
                wanted.addAll(others);
                rest.addFirst(new Part(head.span(), new Partial(wanted, partial.result()), false));
                return null;
            }
            default -> {
                if (type != field && (field instanceof Variable || field instanceof Rigid || type instanceof Rigid)) {
                    return Solution.OPEN;
                }
                Mismatch found = Unifier.unify(field, type);
                if (found != null) {
                    return Solution.of(found, next.span());
                }
                rest.addFirst(new Part(head.span(), Type.awaiting(others, partial.result()), false));
                return null;
            }
        }
    }

    /** The next item is not known: it may be the next field, several of them, or a constructor that takes up what follows. */
    private Solution variable(Part head, Partial partial, List<Type> fields, Part next) {
        Type field = fields.getFirst();
        List<Type> others = fields.subList(1, fields.size());
        if (next.one() && !rest.isEmpty() && !(field instanceof Variable)) {
            return take(head, next, field, Type.awaiting(others, partial.result()));
        }
        if (done.isEmpty() && isWhole(partial.result())) {
            if (rest.isEmpty()) {
                return take(head, next, Type.joined(fields), partial.result());
            }
            if (rest.size() + 1 == fields.size() && fields.stream().allMatch(Type::isPlain)) {
                return take(head, next, field, Type.awaiting(others, partial.result()));
            }
        }
        return Solution.OPEN;
    }

    private Solution take(Part head, Part next, Type field, Type result) {
        Mismatch found = Unifier.unify(field, next.type());
        if (found != null) {
            return Solution.of(found, next.span());
        }
        rest.addFirst(new Part(head.span(), result, false));
        return null;
    }

    /** The items before the end are known, the whole may be: what that tells of a {@code head} that is not known. */
    private Solution open(Part head) {
        Type whole = Type.known(chain.whole());
        if (!(whole instanceof Dotted || whole instanceof Variable || whole instanceof Rigid)) {
            boolean ends = whole == Atom.EVENT || whole instanceof Data || whole instanceof Partial;
            if (!done.isEmpty() || !ends) {
                Type actual = done.isEmpty() ? new Dotted(List.of(head.type(), rest.getFirst().type())) : new Dotted(List.of(done.getFirst(), head.type()));
                return Solution.of(new Mismatch.Different(whole, actual), chain.origin().span());
            }
        }
        boolean complete = whole == Atom.EVENT || whole instanceof Data;
        if (complete && Type.known(rest.getLast().type()) instanceof Partial || isUnmatched(head, whole)) {
            return Solution.of(new Mismatch.Different(whole, new Dotted(List.of(head.type(), rest.getLast().type()))), chain.origin().span());
        }
        return whole instanceof Dotted(List<Type> items) && done.isEmpty() ? split(head, Type.flat(items)) : Solution.OPEN;
    }

    /** A parameter {@code x.y} is never a channel or constructor that lacks fields. */
    private boolean isUnmatched(Part head, Type whole) {
        return chain.parameter() && done.isEmpty() && head.one() && whole instanceof Partial;
    }

    /** A chain whose first item is not known is {@code items}: each part is at least one of them. */
    private Solution split(Part head, List<Type> items) {
        if (items.size() == rest.size() + 1 && items.stream().allMatch(Type::isPlain)) {
            rest.addFirst(head);
            for (Type item : items) {
                Part part = rest.removeFirst();
                Mismatch found = Unifier.unify(item, part.type());
                if (found != null) {
                    return Solution.of(found, part.span());
                }
            }
            return Solution.DONE;
        }
        Type first = items.getFirst();
        if (head.one() && items.size() > 1 && !(first instanceof Variable || first instanceof Partial || first instanceof Rigid)) {
            Mismatch found = Unifier.unify(first, head.type());
            if (found != null) {
                return Solution.of(found, head.span());
            }
            Chain remaining = new Chain(chain.origin(), List.copyOf(rest), Type.joined(items.subList(1, items.size())));
            return solve(remaining) instanceof Solution.Wrong wrong ? wrong : Solution.OPEN;
        }
        return Solution.OPEN;
    }

    /** Whether the whole is known to be complete with {@code result} and nothing behind it. */
    private boolean isWhole(Type result) {
        Type whole = Type.known(chain.whole());
        return whole == Type.known(result) && (whole == Atom.EVENT || whole instanceof Data);
    }

    private boolean cannotEndAs(Type result) {
        Type whole = Type.known(chain.whole());
        Type end = Type.known(result);
        boolean known = (whole instanceof Atom || whole instanceof Data) && (end instanceof Atom || end instanceof Data);
        return done.isEmpty() && known && whole != end;
    }
}
