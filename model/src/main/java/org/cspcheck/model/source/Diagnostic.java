package org.cspcheck.model.source;

import java.util.List;
import java.util.Optional;

/**
 * A message to a person about what they wrote: what is wrong, where, why it usually happens, what to try.
 *
 * @param code stable and documented, {@code CSP} and four digits
 * @param message what is wrong, in one sentence without a full stop
 * @param span where; empty when it is about no place (a missing file)
 * @param cause why it usually happens; may be empty
 * @param hint what to try; may be empty
 * @param notes further places that belong to it, in reading order: the first definition of a name defined twice, the calls that
 *     led to an error of evaluation (innermost first)
 */
public record Diagnostic(
        Severity severity, String code, String message, Optional<Span> span, String cause, String hint, List<Note> notes) {
    /** How bad it is: with an error nothing that depends on the place is checked. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** A further place, and what it has to do with the matter. */
    public record Note(String message, Span span) {}

    public Diagnostic {
        notes = List.copyOf(notes);
    }

    public static Diagnostic error(String code, Span span, String message) {
        return new Diagnostic(Severity.ERROR, code, message, Optional.ofNullable(span), "", "", List.of());
    }

    public static Diagnostic warning(String code, Span span, String message) {
        return new Diagnostic(Severity.WARNING, code, message, Optional.ofNullable(span), "", "", List.of());
    }

    public Diagnostic because(String why) {
        return new Diagnostic(severity, code, message, span, why, hint, notes);
    }

    public Diagnostic tryThis(String what) {
        return new Diagnostic(severity, code, message, span, cause, what, notes);
    }

    public Diagnostic with(List<Note> more) {
        return new Diagnostic(severity, code, message, span, cause, hint, more);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return span.map(s -> s.location() + ": ").orElse("") + message + " [" + code + "]";
    }
}
