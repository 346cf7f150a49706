package org.cspcheck.specs.types;

import java.util.List;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.types.Type.Atom;
import org.cspcheck.specs.types.Type.Data;
import org.cspcheck.specs.types.Type.Dotted;
import org.cspcheck.specs.types.Type.Partial;
import org.cspcheck.specs.types.Type.Rigid;
import org.cspcheck.specs.types.Type.Variable;

/** What stands for all its completions: in <code>{| .. |}</code>, in {@code extensions}, in renamings and links. */
final class Heads {
    private Heads() {}

    static Solution solve(Constraint.Productions productions) {
        Span span = productions.origin().span();
        Type head = Type.known(productions.head());
        return switch (head) {
            case Partial(_, Type result) -> Solution.of(Unifier.unify(productions.item(), result), span);
            case Data _ -> Solution.of(Unifier.unify(productions.item(), head), span);
            case Atom atom when atom == Atom.EVENT -> Solution.of(Unifier.unify(productions.item(), head), span);
            case Variable _ -> Solution.OPEN;
            case Dotted _, Rigid _ -> Solution.DONE;
            default -> new Solution.Wrong(new Mismatch.Different(Atom.EVENT, head), span);
        };
    }

    static Solution solve(Constraint.Extensions extensions) {
        Span span = extensions.origin().span();
        Type head = Type.known(extensions.head());
        return switch (head) {
            case Partial(List<Type> fields, _) -> Solution.of(Unifier.unify(extensions.item(), Type.joined(Type.flat(fields))), span);
            case Variable _ -> Solution.OPEN;
            case Dotted _, Rigid _ -> Solution.DONE;
            default -> new Solution.Wrong(new Mismatch.Different(new Partial(List.of(extensions.item()), Atom.EVENT), head), span);
        };
    }

    /** Both sides are the same as far as they are not complete. */
    static Solution solve(Constraint.Paired paired) {
        Span span = paired.origin().span();
        Type from = Type.known(paired.from());
        Type to = Type.known(paired.to());
        for (Type side : List.of(from, to)) {
            if (!mayBeEvents(side)) {
                return new Solution.Wrong(new Mismatch.Different(Atom.EVENT, side), span);
            }
        }
        boolean open = List.of(from, to).stream().anyMatch(side -> side instanceof Dotted || side instanceof Rigid);
        if (open) {
            return Solution.DONE;
        }
        return from instanceof Variable && to instanceof Variable ? Solution.OPEN : Solution.of(Unifier.unify(from, to), span);
    }

    private static boolean mayBeEvents(Type type) {
        return switch (type) {
            case Atom atom -> atom == Atom.EVENT;
            case Partial(_, Type result) -> Type.known(result) == Atom.EVENT || Type.known(result) instanceof Variable
                    || Type.known(result) instanceof Rigid;
            case Dotted _, Rigid _, Variable _ -> true;
            default -> false;
        };
    }
}
