package org.cspcheck.reports.text;

/**
 * What a text is written on: how many columns it has, and what it can show.
 *
 * @param width columns of a line; texts wrap to it where they can
 * @param colour whether colours may be used (ANSI sequences)
 * @param unicode whether characters outside ASCII may be used
 */
public record Page(int width, boolean colour, boolean unicode) {
    /** A page for files and tests: a hundred columns, no colours. */
    public static final Page PLAIN = new Page(100, false, true);

    public String good(String text) {
        return ink("32", text);
    }

    public String bad(String text) {
        return ink("1;31", text);
    }

    public String doubtful(String text) {
        return ink("33", text);
    }

    public String strong(String text) {
        return ink("1", text);
    }

    public String faint(String text) {
        return ink("2", text);
    }

    /** {@return an event or a name that the reader is looking for} */
    public String marked(String text) {
        return ink("36", text);
    }

    /** {@return {@code sign} where it can be shown, else {@code plain}} */
    public String sign(String sign, String plain) {
        return unicode ? sign : plain;
    }

    private String ink(String code, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
