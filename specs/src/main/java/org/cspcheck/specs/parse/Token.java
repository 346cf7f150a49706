package org.cspcheck.specs.parse;

/**
 * One word or sign.
 *
 * @param start its first offset in the source
 * @param end the offset after its last
 * @param startsLine whether only white space and comments stand before it on its line
 */
record Token(TokenKind kind, int start, int end, boolean startsLine) {
    boolean is(TokenKind other) {
        return kind == other;
    }
}
