package org.cspcheck.cli.log;

/** Finds the wanted members of a line. One for each log: a decoder may remember the titles of columns. */
interface Decoder {
    /** Fills the row; {@return what is wrong with the line, null if it is a record} */
    String decode(byte[] line, int from, int to, Row row);
}
