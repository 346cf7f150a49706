package org.cspcheck.explorer;

/**
 * How a check is decided; no option changes a verdict, except that the last one changes the question.
 *
 * @param workers threads that search; the answer does not depend on them
 * @param reduction whether states may be left out that cannot change the answer
 * @param terminationIsDeadlock whether a process that has terminated counts as deadlocked
 */
public record Options(int workers, Reduction reduction, boolean terminationIsDeadlock) {
    /** Whether states may be left out that cannot change the answer. */
    public enum Reduction {
        /** In networks that turn out to be large, and where an assertion asks for it. */
        AUTO,
        NONE,
        /** From the start. */
        ALWAYS,
        /** From the start, and instead of stubborn sets: states that differ only in which of several equal processes does what are one. */
        SYMMETRY
    }

    public static final Options DEFAULT = new Options(1, Reduction.AUTO, false);
}
