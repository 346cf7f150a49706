package org.cspcheck.runtime.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.cspcheck.runtime.ChoicePoint;
import org.cspcheck.runtime.Oracle;

/**
 * Decides as another oracle does and writes each choice, as text that {@link #parse} reads and that people can paste.
 *
 * <pre>
 * log   ::= item*             separated by white space; from # to the end of a line is a comment
 * item  ::= choice | choice * times
 * </pre>
 *
 * <p>{@code 0*17 2 0 1}: the default order seventeen times, then the third alternative, and so on.
 */
public final class ChoiceLog implements Oracle, AutoCloseable {
    private static final String ITEM = "\\d{1,9}(\\*\\d{1,9})?";

    private final Oracle oracle;
    private final Appendable out;
    private int choice;
    private long times;

    public ChoiceLog(Oracle oracle, Appendable out) {
        this.oracle = oracle;
        this.out = out;
    }

    @Override
    public int choose(ChoicePoint point) {
        int next = oracle.choose(point);
        if (next != choice) {
            flush();
            choice = next;
        }
        times++;
        return next;
    }

    /** Writes what was held back. */
    public void flush() {
        if (times > 0) {
            try {
                out.append(Integer.toString(choice)).append(times == 1 ? "" : "*" + times).append('\n');
            } catch (IOException e) {
                throw new UncheckedIOException("the choice log cannot be written", e);
            }
            times = 0;
        }
    }

    @Override
    public void close() {
        flush();
    }

    /** {@return the choices as text} */
    public static String text(List<Integer> choices) {
        var text = new StringBuilder();
        for (int from = 0; from < choices.size(); ) {
            int to = from;
            while (to < choices.size() && choices.get(to).equals(choices.get(from))) {
                to++;
            }
            text.append(text.isEmpty() ? "" : " ").append(choices.get(from)).append(to - from == 1 ? "" : "*" + (to - from));
            from = to;
        }
        return text.toString();
    }

    /**
     * {@return the choices that a text says, for {@link Oracle#recorded}}
     *
     * @throws IllegalArgumentException if it is not such a text; the message says where
     */
    public static List<Integer> parse(String text) {
        var choices = new ArrayList<Integer>();
        int line = 0;
        for (String content : text.split("\n", -1)) {
            line++;
            for (String item : content.replaceFirst("#.*", "").trim().split("\\s+")) {
                if (!item.isEmpty()) {
                    add(item, line, choices);
                }
            }
        }
        return choices;
    }

    /**
     * {@return the choices in a file, which a run may have written that was killed}
     *
     * <p>Such a file has one item a line, and the last line may be torn: without its end it is left out, because half of 12 is 1.
     *
     * @throws IllegalArgumentException as {@link #parse}
     */
    public static List<Integer> read(String file) {
        int end = file.lastIndexOf('\n') + 1;
        boolean torn = end > 0 && end < file.length() && file.substring(0, end).lines().allMatch(line -> line.matches(ITEM));
        return parse(torn ? file.substring(0, end) : file);
    }

    private static void add(String item, int line, List<Integer> choices) {
        if (!item.matches(ITEM)) {
            throw new IllegalArgumentException("line " + line + " of the choices: " + item + " is neither a number nor number*times");
        }
        String[] parts = item.split("\\*");
        int times = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
        for (int i = 0; i < times; i++) {
            choices.add(Integer.parseInt(parts[0]));
        }
    }
}
