package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.value.Compound;
import org.cspcheck.model.value.DotList;
import org.cspcheck.model.value.Dots;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.model.value.Value;

/** The mistakes that evaluation can find, each with its message. */
final class Faults {
    private static final int PATH = 12;
    private static final int REPEATED = 3;

    private Faults() {}

    static SpecificationException of(String code, Span span, String message, String cause, String hint) {
        return new SpecificationException(Diagnostic.error(code, span, message).because(cause).tryThis(hint));
    }

    static SpecificationException divisionByZero(Span span) {
        return of("CSP0601", span, "division by zero", "the divisor is 0 for the values met here", "guard it: if d == 0 then .. else ..");
    }

    static SpecificationException overflow(Span span) {
        return of("CSP0602", span, "the result does not fit into 64 bits", "", "check that a recursion over numbers ends");
    }

    static SpecificationException noClause(Span span, String name, String arguments) {
        return of(
                "CSP0603",
                span,
                "no clause of " + name + " matches " + name + arguments,
                "the patterns of its clauses leave this case out",
                "add a clause for it, or one with variables at the end");
    }

    static SpecificationException noMatch(Span span, Value value) {
        return of("CSP0603", span, "the pattern does not match " + show(value), "", "");
    }

    static SpecificationException wrongKind(Span span, String expected, Value value) {
        return of(
                "CSP0604",
                span,
                "this should be " + expected + ", but it is " + Kinds.name(value) + ": " + show(value),
                "",
                Kinds.hint(expected, value));
    }

    static SpecificationException wrongArguments(Span span, String name, int expected, int given) {
        return of(
                "CSP0605",
                span,
                name + " takes " + count(expected, "argument") + ", but " + given + " " + (given == 1 ? "is" : "are") + " given",
                "",
                "f(x, y) passes two arguments at once; f(x)(y) one after the other");
    }

    static SpecificationException outsideField(Span span, Dots.OutsideFieldException fault) {
        Symbol symbol = fault.symbol();
        boolean channel = symbol.kind() == Symbol.Kind.CHANNEL;
        return of(
                "CSP0606",
                span,
                show(fault.value()) + " is not in the type of field " + (fault.field() + 1) + " of "
                        + (channel ? "channel " : "constructor ") + symbol.name() + ": " + show(symbol.fields().get(fault.field())),
                "the declaration allows other values there",
                fault.value() instanceof Value.Bool
                        ? "the dot binds weaker than a comparison: to compare dotted values, write (c.x) == (c.y)"
                        : "widen the declaration, or restrict what is sent with a guard or a modulus");
    }

    static SpecificationException incompleteEvent(Span span, Value value) {
        Compound open = Dots.open(value);
        int missing = open == null ? 0 : open.symbol().arity() - open.size();
        return of(
                "CSP0607",
                span,
                show(value) + " is not a complete event" + (missing > 0 ? ": " + count(missing, "field") + " missing" : ""),
                "the channel is declared with more fields than are given here",
                "give the rest with .e, !e or ?x; in a set write {|" + show(value) + "|} for all its events");
    }

    static SpecificationException notAnEvent(Span span, Value value) {
        if (value instanceof DotList list && list.items().getFirst() instanceof Compound event && Kinds.isChannel(event)) {
            return of(
                    "CSP0608",
                    span,
                    show(value) + " has more fields than channel " + event.symbol().name() + ", which takes " + event.symbol().arity(),
                    "the channel is declared with fewer fields than are used here",
                    "compare with the channel's declaration");
        }
        return of(
                "CSP0607",
                span,
                show(value) + " is not an event",
                "only a declared channel with all its fields is one",
                "declare it: channel name : type");
    }

    static SpecificationException tooManyFields(Span span, Value value) {
        return of(
                "CSP0608",
                span,
                show(value) + " has no field left for an input",
                "the channel is declared with fewer fields than are used here",
                "compare with the channel's declaration");
    }

    static SpecificationException infinite(Span span, String set) {
        return of(
                "CSP0609",
                span,
                "this needs every member of " + set + ", and there is no end to them",
                "a channel or set over Int, Seq(..) or a datatype that contains itself is infinite",
                "restrict it: a finite type in the declaration, or ?x:S with a finite S");
    }

    static SpecificationException emptySequence(Span span, String function) {
        return of("CSP0610", span, function + " of the empty sequence", "", "check with null(s) or match <x>^xs first");
    }

    static SpecificationException recursiveValue(Span span, String name) {
        return of("CSP0613", span, "the value of " + name + " depends on itself", "", "a recursion needs a case that ends it");
    }

    static SpecificationException tooDeep(Span span) {
        return of(
                "CSP0616",
                span,
                "evaluation goes too deep",
                "a recursion does not end, or ends only after hundreds of thousands of calls",
                "check the case that ends it");
    }

    static SpecificationException incomparable(Span span, Value value) {
        return of(
                "CSP0615",
                span,
                Kinds.name(value) + " cannot be compared",
                "processes and functions have no equality and no order",
                "compare the data that they are made from");
    }

    static SpecificationException infiniteSet(Span span, SetValue.InfiniteSetException fault) {
        return infinite(span, fault.getMessage());
    }

    /** {@return the fault with one more call on its path} */
    static SpecificationException via(SpecificationException fault, String call, Span span) {
        Diagnostic diagnostic = fault.diagnostic();
        List<Diagnostic.Note> notes = new ArrayList<>(diagnostic.notes());
        if (notes.size() >= PATH || span == null || isRepeated(notes, span)) {
            return fault;
        }
        notes.add(new Diagnostic.Note("in the call " + call, span));
        return new SpecificationException(diagnostic.with(notes));
    }

    /** Whether the last calls on the path come from this place as well: a deep recursion is told by a few of them. */
    private static boolean isRepeated(List<Diagnostic.Note> notes, Span span) {
        return notes.size() >= REPEATED
                && notes.subList(notes.size() - REPEATED, notes.size()).stream().allMatch(note -> span.equals(note.span()));
    }

    /** A value as text, cut where it gets long; a value that cannot be written is described. */
    static String show(Value value) {
        try {
            String text = value.toString();
            return text.length() <= 120 ? text : text.substring(0, 117) + "...";
        } catch (SpecificationException | SetValue.InfiniteSetException unwritable) {
            return Kinds.name(value);
        } catch (StackOverflowError unfinished) {
            return "..";
        }
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
