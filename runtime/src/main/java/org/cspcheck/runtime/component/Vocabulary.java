package org.cspcheck.runtime.component;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.source.Spelling;
import org.cspcheck.model.value.Completions;
import org.cspcheck.model.value.Compound;
import org.cspcheck.model.value.Dots;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.model.value.Value;

/** What the names in a component's code mean: the events of the spec. Not safe for use by several threads. */
final class Vocabulary {
    private final Channels channels;
    private final Alphabet alphabet;
    private final Span span;
    private final Map<List<Object>, Communication> known = new HashMap<>();

    /** @param span of the entry that runs the code, for messages */
    Vocabulary(Channels channels, Alphabet alphabet, Span span) {
        this.channels = channels;
        this.alphabet = alphabet;
        this.span = span;
    }

    /** {@return the events of {@code channel} that begin with {@code fields}} */
    Communication communication(String channel, Object... fields) {
        var key = new ArrayList<Object>(fields.length + 1);
        key.add(channel);
        key.addAll(Arrays.asList(fields));
        Communication communication = known.get(key);
        if (communication == null) {
            communication = find(channel, fields);
            known.put(key, communication);
        }
        return communication;
    }

    private Communication find(String channel, Object[] fields) {
        Symbol symbol = channels.channel(channel)
                .orElseThrow(() -> mistake("there is no channel `" + channel + "`").fix(Spelling.didYouMean(channel, channels.names())));
        if (fields.length > symbol.arity()) {
            throw mistake("`" + channel + "` has " + symbol.arity() + " fields, and the code gives " + fields.length).fix("");
        }
        Compound prefix = symbol.bare();
        for (int i = 0; i < fields.length; i++) {
            prefix = with(prefix, symbol.fields().get(i), fields[i]);
        }
        return communication(prefix);
    }

    private Compound with(Compound prefix, SetValue type, Object field) {
        if (field == null) {
            throw mistake("field " + prefix.size() + " of `" + prefix.symbol() + "` is null").fix("");
        }
        Value value = JavaValues.in(type, field).orElseThrow(() -> mistake("field " + prefix.size() + " of `" + prefix.symbol()
                + "` is a " + field.getClass().getName() + ", which has no meaning in CSPm")
                .fix("fields are numbers, truth values, texts, enum constants, lists, sets, or values of CSPm"));
        try {
            return (Compound) Dots.dot(prefix, value);
        } catch (Dots.OutsideFieldException outside) {
            throw mistake(value + " is not in the type of field " + prefix.size() + " of `" + prefix.symbol() + "`")
                    .fix("a wider type in the declaration of the channel, or a check before the event");
        }
    }

    private Communication communication(Compound prefix) {
        try {
            List<Value> events = Completions.of(prefix);
            int[] numbers = events.stream().mapToInt(alphabet::number).toArray();
            return new Communication(prefix.toString(), numbers, events.stream().map(event -> rest(prefix, (Compound) event)).toList());
        } catch (SetValue.InfiniteSetException endless) {
            throw mistake("`" + prefix + "` has infinitely many events").fix("a finite type, `channel " + prefix.symbol() + " : {0..7}`");
        }
    }

    private static Fields rest(Compound prefix, Compound event) {
        var values = new ArrayList<Value>();
        for (int i = prefix.size(); i < event.size(); i++) {
            values.add(event.field(i).force());
        }
        return new Fields(List.copyOf(values));
    }

    private Mistake.Draft mistake(String what) {
        return hint -> new Mistake(Diagnostic.error("CSP0723", span, what + CodePlace.current())
                .because("the Java code of this entry names an event that the spec does not have")
                .tryThis(hint));
    }
}
