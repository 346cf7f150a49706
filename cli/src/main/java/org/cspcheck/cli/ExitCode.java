package org.cspcheck.cli;

/** How the command ends, for the program that called it. */
enum ExitCode {
    /** Every check came out as expected. */
    OK(0),
    /** At least one check did not come out as expected. */
    NOT_AS_EXPECTED(1),
    /** Usage error, unreadable file, or an error in a spec. */
    INPUT_ERROR(2),
    /** At least one check has no answer, or there was no check at all. */
    INCONCLUSIVE(3),
    /** A fault of the tool itself. */
    FAULT(70),
    /** Interrupted; what was finished is still reported. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
