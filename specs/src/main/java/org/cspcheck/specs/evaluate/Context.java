package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.model.value.SymbolicSet;

/** What all code of one script shares. */
final class Context {
    final Alphabet alphabet;
    final EventSets sets;
    final CallDepth depth = new CallDepth();
    private final List<Symbol> channels = new ArrayList<>();
    private SymbolicSet.Productions events;
    private final List<Symbol> symbols = new ArrayList<>();
    private int numbers;

    Context(Alphabet alphabet) {
        this.alphabet = alphabet;
        this.sets = new EventSets(alphabet);
    }

    /** {@return a number that no other code of this script has} */
    int number() {
        return ++numbers;
    }

    /** {@return a new symbol's place in the order of declaration} */
    int position() {
        return number();
    }

    void declare(Symbol symbol) {
        symbols.add(symbol);
        if (symbol.kind() == Symbol.Kind.CHANNEL) {
            channels.add(symbol);
            events = null;
        }
    }

    /** {@return all channels and constructors declared so far} */
    List<Symbol> symbols() {
        return symbols;
    }

    /** {@return {@code Events}: all events of all channels declared so far} */
    SymbolicSet.Productions events() {
        if (events == null) {
            events = new SymbolicSet.Productions(channels.stream().map(Symbol::bare).toList());
        }
        return events;
    }
}
