package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.value.Dots;
import org.cspcheck.model.value.MapValue;
import org.cspcheck.model.value.Sequence;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.Tuple;
import org.cspcheck.model.value.Value;
import org.cspcheck.specs.syntax.QualifiedName;

/**
 * Reads events as logs write them.
 *
 * <pre>
 * value ::= item (. item)*
 * item  ::= number | true | false | name | "text" | 'c' | (value) | (value, value..) | &lt;value..&gt; | {value..} | (| value => value.. |)
 * </pre>
 *
 * <p>Logs come from elsewhere: this is a language of its own without calls and operators, and what it does not understand is no event.
 */
final class EventText {
    private static final int DEEPEST = 100;

    private final String text;
    private final Scope scope;
    private int at;
    private int depth;

    private EventText(String text, Scope scope) {
        this.text = text;
        this.scope = scope;
    }

    static Optional<Value> value(String text, Scope scope) {
        var reader = new EventText(text.strip(), scope);
        try {
            Value value = reader.value();
            return reader.at == reader.text.length() ? Optional.of(value) : Optional.empty();
        } catch (NoEvent | Dots.OutsideFieldException other) {
            return Optional.empty();
        }
    }

    private static final class NoEvent extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoEvent() {
            super("", null, false, false);
        }
    }

    private Value value() {
        if (++depth > DEEPEST) {
            throw new NoEvent();
        }
        var items = new ArrayList<Value>(List.of(item()));
        while (accepts(".")) {
            items.add(item());
        }
        depth--;
        Value value = items.getFirst();
        for (Value item : items.subList(1, items.size())) {
            value = Dots.dot(value, item);
        }
        return value;
    }

    private Value item() {
        blanks();
        if (at == text.length()) {
            throw new NoEvent();
        }
        char c = text.charAt(at);
        return switch (c) {
            case '(' -> accepts("(|") ? map() : parenthesised();
            case '<' -> Sequence.of(listed("<", ">"));
            case '{' -> SetValue.of(listed("{", "}"));
            case '"' -> Sequence.string(quoted('"'));
            case '\'' -> character();
            default -> c == '-' || Character.isDigit(c) ? number() : named();
        };
    }

    private Value parenthesised() {
        List<Value> items = listed("(", ")");
        return switch (items.size()) {
            case 0 -> throw new NoEvent();
            case 1 -> items.getFirst();
            default -> new Tuple(items.toArray(Value[]::new));
        };
    }

    private List<Value> listed(String open, String close) {
        expect(open);
        var items = new ArrayList<Value>();
        if (!accepts(close)) {
            do {
                items.add(value());
            } while (accepts(","));
            expect(close);
        }
        return items;
    }

    private Value map() {
        var entries = new HashMap<Value, Value>();
        if (!accepts("|)")) {
            do {
                Value key = value();
                expect("=>");
                entries.put(key, value());
            } while (accepts(","));
            expect("|)");
        }
        return MapValue.of(entries);
    }

    private Value number() {
        int from = at++;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        try {
            return Value.Int.of(Long.parseLong(text, from, at, 10));
        } catch (NumberFormatException tooLarge) {
            throw new NoEvent();
        }
    }

    private Value character() {
        String content = quoted('\'');
        if (content.codePointCount(0, content.length()) != 1) {
            throw new NoEvent();
        }
        return new Value.Char(content.codePointAt(0));
    }

    private String quoted(char quote) {
        var content = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote) {
                at++;
                return content.toString();
            }
            if (c != '\\') {
                content.append(c);
            } else if (++at < text.length()) {
                content.append(switch (text.charAt(at)) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    case '0' -> '\0';
                    default -> text.charAt(at);
                });
            }
        }
        throw new NoEvent();
    }

    private Value named() {
        var parts = new ArrayList<String>();
        if (text.startsWith("::", at)) {
            at += 2; // as the channels tau and tick are told from the steps
        }
        do {
            parts.add(word());
        } while (text.startsWith("::", at) && (at += 2) > 0);
        String last = parts.removeLast();
        if (parts.isEmpty() && (last.equals("true") || last.equals("false"))) {
            return Value.Bool.of(last.equals("true"));
        }
        if (scope.find(new QualifiedName(parts, last)).orElse(null) instanceof Meaning.OfSymbol(var symbol)) {
            return symbol.bare();
        }
        throw new NoEvent();
    }

    private String word() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        while (at < text.length() && at > from && text.charAt(at) == '\'') {
            at++;
        }
        if (at == from) {
            throw new NoEvent();
        }
        return text.substring(from, at);
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean accepts(String sign) {
        blanks();
        boolean there = text.startsWith(sign, at);
        at += there ? sign.length() : 0;
        return there;
    }

    private void expect(String sign) {
        if (!accepts(sign)) {
            throw new NoEvent();
        }
    }
}
