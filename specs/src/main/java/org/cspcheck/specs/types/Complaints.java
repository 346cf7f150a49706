package org.cspcheck.specs.types;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.types.Type.Atom;
import org.cspcheck.specs.types.Type.Data;
import org.cspcheck.specs.types.Type.Dotted;
import org.cspcheck.specs.types.Type.Function;
import org.cspcheck.specs.types.Type.Partial;
import org.cspcheck.specs.types.Type.Sequence;
import org.cspcheck.specs.types.Type.SetOf;
import org.cspcheck.specs.types.Type.Variable;

/** What is said about types, each place once and in reading order. */
final class Complaints {
    private static final int MOST = 200;

    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<Place> places = new HashSet<>();

    private record Place(Source source, int start) {}

    boolean add(Diagnostic diagnostic) {
        boolean again = diagnostic.span().filter(span -> !places.add(new Place(span.source(), span.start()))).isPresent();
        if (!again && found.size() < MOST) {
            found.add(diagnostic);
        }
        return !again;
    }

    /** Tells {@code diagnostics}, in the order of the sources and of the places in each. */
    void tell(Diagnostics diagnostics) {
        Map<Source, Integer> sources = new HashMap<>();
        found.forEach(diagnostic -> diagnostic.span().ifPresent(span -> sources.putIfAbsent(span.source(), sources.size())));
        found.stream()
                .sorted(Comparator.comparing((Diagnostic d) -> d.span().map(span -> sources.get(span.source())).orElse(0))
                        .thenComparing(d -> d.span().map(Span::start).orElse(0)))
                .forEach(diagnostics::add);
        found.clear();
    }

    /** {@return the complaint that {@code actual} stands where {@code expected} should} */
    static Diagnostic wrong(Span span, Type expected, Type actual, Mismatch mismatch, String why) {
        return switch (mismatch) {
            case Mismatch.Lacks(TypeClass asked, Type type) -> lacks(span, asked, type);
            case Mismatch.Endless _ -> Diagnostic.error("CSP0524", span, "the type of this would contain itself")
                    .because("what it holds would have to be of the same type as it is itself")
                    .tryThis("wrap the recursion in a datatype");
            case Mismatch.TooGeneral(Type.Rigid variable, Type type) ->
                    Diagnostic.error("CSP0525", span, "the annotation promises more than the definition keeps")
                            .because("`" + variable.name + "` stands for any type, but here it has to be " + Words.text(type))
                            .tryThis("write the narrower type in the annotation");
            case Mismatch.Different(Type inner, Type other) -> different(span, expected, actual, inner, other, why);
        };
    }

    private static Diagnostic different(Span span, Type expected, Type actual, Type inner, Type other, String why) {
        String should = Words.one(expected);
        String is = Words.one(actual);
        if (should.equals(is)) {
            should = Words.text(expected);
            is = Words.text(actual);
        }
        if (should.equals(is)) {
            should = Words.one(inner);
            is = Words.one(other);
        }
        return Diagnostic.error("CSP0520", span, "this should be " + should + ", but it is " + is)
                .because(why)
                .tryThis(hint(Type.known(expected), Type.known(actual)));
    }

    /** {@return the rule behind a constraint} */
    static String why(Constraint.Origin origin) {
        return origin.through().isEmpty() ? origin.why() : "the definition of `" + origin.through() + "` asks for it: " + origin.why();
    }

    /** {@return the warning that {@code function} is given a channel with too few fields for its communications} */
    static Diagnostic tooManyFields(Span span, String function) {
        return Diagnostic.warning("CSP0527", span, "`" + function + "` communicates more fields than this channel has")
                .because("what it is given here has fewer fields than its communications, which will be an error when they are reached")
                .tryThis("compare with the channel's declaration, or write another definition for this channel");
    }

    private static String hint(Type expected, Type actual) {
        return switch (actual) {
            case Function _ -> expected instanceof Function ? "" : "give it its arguments";
            case Sequence _ when expected instanceof SetOf -> "`set(s)` makes a set of a sequence";
            case SetOf _ when expected instanceof Sequence -> "`seq(s)` makes a sequence of a set";
            case SetOf(Type item) when expected instanceof SetOf(Type wanted) && Type.known(wanted) == Atom.EVENT
                    && Type.known(item) instanceof Partial -> "`{| c |}` holds all events of a channel";
            case Atom atom when atom == Atom.EVENT && expected == Atom.PROCESS -> "an event becomes a process with a prefix: `a -> STOP`";
            case Atom atom when atom == Atom.PROCESS && expected == Atom.EVENT -> "processes follow each other with `;`: `P ; Q`";
            case Partial(List<Type> fields, _) when expected == Atom.EVENT || expected instanceof Data ->
                    "it still takes " + Words.text(Type.joined(Type.flat(fields)));
            case Dotted _, Variable _ -> "";
            default -> "";
        };
    }

    private static Diagnostic lacks(Span span, TypeClass asked, Type type) {
        String what = Words.one(type);
        return switch (asked) {
            case EQ -> Diagnostic.error("CSP0521", span, "this compares values that have no equality")
                    .because(what + " cannot be compared, looked up or counted: only data has `==`")
                    .tryThis("compare names or numbers that stand for them");
            case ORD -> Diagnostic.error("CSP0521", span, "this compares values that have no order")
                    .because(what + " is neither less nor greater than another: numbers, characters, sets, sequences and tuples of them are");
            case SET -> Diagnostic.error("CSP0521", span, "this cannot be an element of a set")
                    .because(what + " cannot be an element of a set, since functions have no equality");
        };
    }
}
