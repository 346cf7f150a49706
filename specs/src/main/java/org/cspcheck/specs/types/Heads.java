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

    static Solution solve(Constraint.Related related) {
        return switch (related.relation()) {
            case PRODUCTIONS -> productions(Type.known(related.from()), related.to(), related.origin().span());
            case EXTENSIONS -> extensions(Type.known(related.from()), related.to(), related.origin().span());
            case PAIRED -> paired(Type.known(related.from()), Type.known(related.to()), related.origin().span());
        };
    }

    private static Solution productions(Type head, Type item, Span span) {
        return switch (head) {
            case Partial(_, Type result) -> Solution.of(Unifier.unify(item, result), span);
            case Data _ -> Solution.of(Unifier.unify(item, head), span);
            case Atom atom when atom == Atom.EVENT -> Solution.of(Unifier.unify(item, head), span);
            case Variable _ -> Solution.OPEN;
            case Dotted _, Rigid _ -> Solution.DONE;
            default -> new Solution.Wrong(new Mismatch.Different(Atom.EVENT, head), span);
        };
    }

    private static Solution extensions(Type head, Type item, Span span) {
        return switch (head) {
            case Partial(List<Type> fields, _) -> Solution.of(Unifier.unify(item, Type.joined(Type.flat(fields))), span);
            case Variable _ -> Solution.OPEN;
            case Dotted _, Rigid _ -> Solution.DONE;
            default -> new Solution.Wrong(new Mismatch.Different(new Partial(List.of(item), Atom.EVENT), head), span);
        };
    }

    /** Both sides are the same as far as they are not complete. */
    private static Solution paired(Type from, Type to, Span span) {
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
