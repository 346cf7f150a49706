package org.cspcheck.cli;

/** What a person typed cannot be done; the hint says what can, and may be empty. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    private final String hint;

    UsageException(String message, String hint) {
        super(message, null, false, false);
        this.hint = hint;
    }

    String hint() {
        return hint;
    }
}
