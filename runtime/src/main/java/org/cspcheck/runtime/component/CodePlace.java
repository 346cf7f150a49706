package org.cspcheck.runtime.component;

import java.util.Arrays;

/** Where in the user's code something happens. */
final class CodePlace {
    private CodePlace() {}

    /** {@return {@code " (Worker.java:31)"}, the line of the user's code that called us; empty if nobody knows} */
    static String current() {
        return StackWalker.getInstance().walk(frames -> frames
                .filter(frame -> isUsers(frame.getClassName()))
                .findFirst()
                .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse(""));
    }

    /** {@return the same for an exception} */
    static String of(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> isUsers(frame.getClassName()))
                .findFirst()
                .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse("");
    }

    private static boolean isUsers(String className) {
        return !className.startsWith("java.") && !className.startsWith("jdk.") && !className.startsWith(CodePlace.class.getPackageName() + ".");
    }
}
