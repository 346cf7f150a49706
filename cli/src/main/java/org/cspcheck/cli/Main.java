package org.cspcheck.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code csp-check}. */
@Command(name = "csp-check", mixinStandardHelpOptions = true, version = "csp-check 0.1.0-SNAPSHOT")
public final class Main implements Runnable {
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
