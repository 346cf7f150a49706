package org.cspcheck.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells of a fault of the tool: one line for the person, the stack trace in a file for those who mend it. */
final class Fault {
    private Fault() {}

    /**
     * Tells of the fault on standard error.
     *
     * @param during what was being done: "checking deadlock free"
     */
    static void tell(Throwable fault, String during, boolean verbose, PrintStream err) {
        err.println("csp-check: a fault of csp-check itself while " + during + ": " + fault);
        if (verbose) {
            fault.printStackTrace(err);
        } else {
            err.println("  " + kept(fault, during) + " Please report it, if you can with the spec.");
        }
        err.flush();
    }

    private static String kept(Throwable fault, String during) {
        try {
            Path file = Files.createTempFile(Path.of(System.getProperty("java.io.tmpdir")), "csp-check-fault-", ".txt");
            Files.writeString(file, report(fault, during));
            return "Details are in " + file + ".";
        } catch (IOException | RuntimeException unwritable) {
            return "Option -v shows details.";
        }
    }

    private static String report(Throwable fault, String during) {
        var text = new StringWriter();
        var out = new PrintWriter(text);
        out.println("csp-check " + Main.version() + ", Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch"));
        out.println("while " + during);
        fault.printStackTrace(out);
        out.flush();
        return text.toString();
    }
}
