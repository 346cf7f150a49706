package org.cspcheck.model.source;

/**
 * A place as people count it.
 *
 * @param file the name of the text
 * @param line the line, from 1
 * @param column the column in UTF-16 units, from 1
 * @param lineText the whole line, without its end
 */
public record Location(String file, int line, int column, String lineText) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
