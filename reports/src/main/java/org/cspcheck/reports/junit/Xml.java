package org.cspcheck.reports.junit;

/** XML in the shape of its elements: indented, and without the characters that XML 1.0 cannot hold. */
final class Xml {
    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private int depth;

    /** An element and its content; attributes are names and values in turn. */
    void element(String name, Runnable content, String... attributes) {
        open(name, attributes);
        text.append(">\n");
        depth++;
        content.run();
        depth--;
        text.append("  ".repeat(depth)).append("</").append(name).append(">\n");
    }

    void empty(String name, String... attributes) {
        open(name, attributes);
        text.append("/>\n");
    }

    /** An element that holds a text, whose line ends are kept. */
    void text(String name, String content, String... attributes) {
        open(name, attributes);
        text.append('>').append(escaped(content, false)).append("</").append(name).append(">\n");
    }

    private void open(String name, String... attributes) {
        text.append("  ".repeat(depth)).append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1], true)).append('"');
        }
    }

    private static String escaped(String content, boolean attribute) {
        var escaped = new StringBuilder(content.length() + 16);
        content.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append(attribute ? "&quot;" : "\"");
                case '\n', '\t' -> escaped.append(attribute ? "&#" + c + ";" : Character.toString(c));
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    /** The production Char of XML 1.0, without carriage returns, which readers change anyway. */
    private static boolean isAllowed(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
