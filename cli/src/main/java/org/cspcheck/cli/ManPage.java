package org.cspcheck.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page of the command in the language of {@code man}, made from its grammar. */
final class ManPage {
    private final StringBuilder text = new StringBuilder();

    private ManPage() {}

    static String of(String version) {
        var page = new ManPage();
        page.line(".TH CSP\\-CHECK 1 \"\" \"csp\\-check " + escaped(version) + "\" \"User commands\"");
        page.line(".SH NAME");
        page.line("csp\\-check \\- model checker, trace verifier and runtime for CSP");
        page.line(".SH SYNOPSIS");
        List<CommandLine> commands = Grammar.all();
        commands.forEach(command -> {
            page.line(".B " + escaped(command.getCommandName()));
            page.line("[OPTIONS] SPEC" + (command == commands.getFirst() ? "..." : command.getCommandName().endsWith(" trace") ? " LOG..." : ""));
            page.line(".br");
        });
        commands.forEach(page::command);
        return page.text.toString();
    }

    private void command(CommandLine command) {
        line(".SH " + escaped(command.getCommandName().toUpperCase(java.util.Locale.ROOT)));
        for (String paragraph : command.getCommandSpec().usageMessage().description()) {
            paragraph(paragraph);
        }
        for (OptionSpec option : command.getCommandSpec().options()) {
            String label = option.arity().max() == 0 ? "" : " \\fI" + escaped(option.paramLabel()) + "\\fR";
            line(".TP");
            line("\\fB" + escaped(String.join(", ", option.names())) + "\\fR" + label);
            line(escaped(String.join(" ", option.description())));
        }
        for (String paragraph : command.getCommandSpec().usageMessage().footer()) {
            paragraph(paragraph);
        }
    }

    private void paragraph(String paragraph) {
        if (!paragraph.isEmpty()) {
            line(".PP");
            line(escaped(paragraph));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** A hyphen is a minus, a backslash is itself, and no line begins with what would be a command. */
    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}
