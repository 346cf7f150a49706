package org.cspcheck.model.value;

import java.util.List;

/**
 * Declarations that the tests of values share.
 *
 * <pre>
 * datatype Colour = Red | Green
 * datatype Shape = Square.{0..1} | Pair.Colour.Colour
 * datatype Tree = Leaf | Node.Tree.{0..1}
 * datatype Picked = Pick.{Pair.Red.Green, Square.1}
 * channel plain
 * channel tell : {0..1}.Shape
 * </pre>
 */
final class Declared {
    static final Symbol RED = constructor("Red", 0);
    static final Symbol GREEN = constructor("Green", 1);
    static final SetValue COLOUR = values(RED, GREEN);
    static final SetValue BITS = SetValue.range(0, 1);
    static final Symbol SQUARE = constructor("Square", 2, BITS);
    static final Symbol PAIR = constructor("Pair", 3, COLOUR, COLOUR);
    static final SetValue SHAPE = values(SQUARE, PAIR);
    static final Symbol LEAF = constructor("Leaf", 4);
    static final Symbol NODE = new Symbol(Symbol.Kind.CONSTRUCTOR, "Node", 5, () -> List.of(Declared.TREE, BITS));
    static final SetValue TREE = values(LEAF, NODE);
    static final Symbol PICK = constructor("Pick", 6, SetValue.of(dots(PAIR, RED.bare(), GREEN.bare()), dots(SQUARE, number(1))));
    static final Symbol PLAIN = Symbol.channel("plain");
    static final Symbol TELL = new Symbol(Symbol.Kind.CHANNEL, "tell", 1, () -> List.of(BITS, SHAPE));

    private Declared() {}

    static Value number(long value) {
        return Value.Int.of(value);
    }

    /** {@return {@code symbol.item.item..}} */
    static Value dots(Symbol symbol, Value... items) {
        Value value = symbol.bare();
        for (Value item : items) {
            value = Dots.dot(value, item);
        }
        return value;
    }

    private static Symbol constructor(String name, int position, SetValue... fields) {
        return new Symbol(Symbol.Kind.CONSTRUCTOR, name, position, () -> List.of(fields));
    }

    private static SetValue values(Symbol... constructors) {
        return new SymbolicSet.Productions(java.util.Arrays.stream(constructors).map(Symbol::bare).toList());
    }
}
