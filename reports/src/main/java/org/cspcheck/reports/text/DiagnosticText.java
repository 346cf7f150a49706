package org.cspcheck.reports.text;

import java.util.List;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostic.Note;
import org.cspcheck.model.source.Location;
import org.cspcheck.model.source.Span;

/**
 * Messages about what a person wrote: what, where, why, and what to try.
 *
 * <pre>
 * spec.yaml:9:12: error: The name `FROK` is not defined [CSP0201]
 *   9 |   SYS = PHIL ||| FROK
 *     |                  ^^^^
 *   why: Names are case sensitive.
 *   try: Did you mean `FORK`?
 *   spec.yaml:3:3: note: defined here
 *   3 |   FORK = picks -> FORK
 *     |   ^^^^
 * </pre>
 *
 * <p>The first line is the form that editors and terminals turn into a link.
 */
public final class DiagnosticText {
    private final Page page;
    private final StringBuilder text = new StringBuilder();

    private DiagnosticText(Page page) {
        this.page = page;
    }

    /** {@return all of them in order, an empty line between two} */
    public static String of(List<Diagnostic> diagnostics, Page page) {
        return String.join("\n", diagnostics.stream().map(diagnostic -> of(diagnostic, page)).toList());
    }

    /** {@return one message} */
    public static String of(Diagnostic diagnostic, Page page) {
        DiagnosticText text = new DiagnosticText(page);
        text.write(diagnostic);
        return text.text.toString();
    }

    private void write(Diagnostic diagnostic) {
        String severity =
                switch (diagnostic.severity()) {
                    case ERROR -> page.bad("error");
                    case WARNING -> page.doubtful("warning");
                };
        String place = diagnostic.span().map(span -> page.strong(span.location().toString()) + ": ").orElse("");
        text.append(place).append(severity).append(": ").append(page.strong(clean(diagnostic.message())));
        text.append(' ').append(page.faint("[" + diagnostic.code() + "]")).append('\n');
        int gutter = gutter(diagnostic);
        diagnostic.span().ifPresent(span -> excerpt(span, gutter, diagnostic.isError()));
        advice("why", diagnostic.cause());
        advice("try", diagnostic.hint());
        for (Note note : diagnostic.notes()) {
            text.append("  ").append(note.span().location()).append(": ").append(page.marked("note")).append(": ");
            text.append(clean(note.message())).append('\n');
            excerpt(note.span(), gutter, false);
        }
    }

    /** All excerpts of a message align: the width of the longest line number. */
    private static int gutter(Diagnostic diagnostic) {
        int widest = diagnostic.span().map(span -> span.location().line()).orElse(0);
        for (Note note : diagnostic.notes()) {
            widest = Math.max(widest, note.span().location().line());
        }
        return Integer.toString(widest).length() + 2;
    }

    private void excerpt(Span span, int gutter, boolean error) {
        Location at = span.location();
        int room = Math.max(20, page.width() - gutter - 3);
        SourceLine line = SourceLine.of(at.lineText(), at.column(), span.width(), room);
        text.append(page.faint(("%" + gutter + "d |").formatted(at.line()))).append((" " + line.text()).stripTrailing()).append('\n');
        text.append(page.faint(" ".repeat(gutter) + " |")).append(' ');
        text.append(error ? page.bad(line.underline()) : page.marked(line.underline())).append('\n');
    }

    /** A label and a text that wraps beside it. */
    private void advice(String label, String advice) {
        if (advice.isEmpty()) {
            return;
        }
        List<String> lines = Wrapped.words(clean(advice), Math.max(30, page.width() - 7));
        text.append("  ").append(page.marked(label)).append(": ").append(String.join("\n       ", lines)).append('\n');
    }

    /** Messages quote what was typed; nothing of it may steer the terminal. */
    private static String clean(String message) {
        return message.replaceAll("[\\p{Cntrl}&&[^\\n]]", "?").replace('\n', ' ');
    }
}
