package org.cspcheck.cli.explore;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cspcheck.explorer.walk.Walk;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.verdict.Counterexample.TakenStep;
import org.cspcheck.model.verdict.Counterexample.Waiting;
import org.cspcheck.reports.text.Page;
import org.cspcheck.runtime.log.ChoiceLog;

/** A session by typed commands, one a line. */
public final class TerminalWalk {
    private static final int MOST_OFFERS = 40;
    private static final String COMMANDS = """
            a number     take that step; or its event, where only one step has it
            u, u N       undo the last step, the last N steps
            r            start again
            f GOAL       go on to a nearest state with GOAL: deadlock, termination, or an event (picks.0 also finds picks.0.1)
            p            what is left of each process, and what it is ready for
            t            the steps so far
            c            the checks of the spec; c N decides one and jumps to its run
            s            the numbers taken so far, for --choices
            h            this help
            q            end""";

    private static final Set<String> QUIT = Set.of("q", "quit", "exit");

    private final Session session;
    private final BufferedReader in;
    private final PrintStream out;
    private final Page page;

    public TerminalWalk(Session session, BufferedReader in, PrintStream out, Page page) {
        this.session = session;
        this.in = in;
        this.out = out;
        this.page = page;
    }

    /** Reads and obeys commands until the last. */
    public void run() throws IOException {
        out.println("h for help");
        show();
        while (true) {
            out.print("> ");
            out.flush();
            String line = in.readLine();
            if (line == null || QUIT.contains(line.strip())) {
                out.println();
                out.flush();
                return;
            }
            obey(line.strip());
        }
    }

    private void obey(String line) {
        String[] words = line.split("\\s+", 2);
        String argument = words.length == 2 ? words[1] : "";
        try {
            switch (words[0]) {
                case "" -> show();
                case "u", "undo" -> undo(argument.isEmpty() ? 1 : Integer.parseInt(argument));
                case "r" -> undo(walk().history().size());
                case "f" -> told(argument.isEmpty() ? "find what? deadlock, termination, or an event" : session.find(argument));
                case "p" -> parts();
                case "t" -> history();
                case "c" -> checks(argument);
                case "s" -> out.println(ChoiceLog.text(walk().choices()));
                case "h", "help", "?" -> out.println(COMMANDS);
                default -> {
                    if (!takeNamed(line)) {
                        take(Integer.parseInt(words[0]));
                    }
                }
            }
        } catch (NumberFormatException notANumber) {
            out.println("`" + line + "` is no command; h lists them");
        } catch (SpecificationException mistake) {
            out.println(Session.told(mistake.diagnostic()));
        }
    }

    private Walk walk() {
        return session.walk();
    }

    /** Takes the step with this event, if there is one; {@return whether there was any} */
    private boolean takeNamed(String event) {
        List<TakenStep> offers = walk().offers();
        int[] named = IntStream.range(0, offers.size()).filter(i -> shown(offers.get(i)).equals(event)).toArray();
        if (named.length == 1) {
            take(named[0]);
        } else if (named.length > 1) {
            out.println("several steps are `" + event + "`: " + Arrays.stream(named).mapToObj(Integer::toString).collect(Collectors.joining(", ")));
        }
        return named.length > 0;
    }

    private void take(int offer) {
        int offers = walk().offers().size();
        if (offer < 0 || offer >= offers) {
            out.println(offers == 0 ? "nothing can happen here" : "there are the steps 0 to " + (offers - 1));
            return;
        }
        walk().take(offer);
        show();
    }

    private void undo(int steps) {
        walk().backTo(Math.max(0, walk().history().size() - steps));
        show();
    }

    private void checks(String argument) {
        if (!argument.isEmpty() && Integer.parseInt(argument) < session.checks().size() && Integer.parseInt(argument) >= 0) {
            told(session.jump(Integer.parseInt(argument)));
            return;
        }
        for (int i = 0; i < session.checks().size(); i++) {
            out.printf("%4d  %s%n", i, session.checks().get(i).name());
        }
    }

    private void told(String message) {
        out.println(message);
        show();
    }

    /** Where the walk stands and what can happen. */
    private void show() {
        List<TakenStep> history = walk().history();
        String seen = walk().seenAt() < 0 ? "" : ", the same state as after step " + walk().seenAt();
        out.println(page.faint(history.isEmpty() ? "at the start" : "after step " + history.size() + ", " + shown(history.getLast()) + seen));
        List<TakenStep> offers = walk().offers();
        for (int i = 0; i < Math.min(MOST_OFFERS, offers.size()); i++) {
            out.printf("%4d  %s   %s%n", i, page.strong(shown(offers.get(i))), page.faint(String.join(", ", offers.get(i).processes())));
        }
        if (offers.size() > MOST_OFFERS) {
            out.println("      ... to " + (offers.size() - 1));
        }
        if (offers.isEmpty()) {
            out.println(walk().isTerminated() ? "      terminated" : "      " + page.bad("deadlock: nothing can happen any more"));
            walk().waiting().forEach(this::waiting);
        }
    }

    private void waiting(Waiting waiting) {
        waiting.wishes().forEach(wish -> out.println("      " + waiting.process() + " is ready for " + wish.event()
                + (wish.missing().isEmpty() ? "" : " and waits for " + String.join(", ", wish.missing()))));
    }

    private void parts() {
        walk().parts().forEach(part -> {
            out.println("      " + page.strong(part.process()) + "  " + part.term());
            out.println("        " + page.faint("ready for " + (part.readyFor().isEmpty() ? "nothing" : String.join(", ", part.readyFor()))));
        });
    }

    private void history() {
        List<TakenStep> history = walk().history();
        for (int i = 0; i < history.size(); i++) {
            out.printf("%4d  %s   %s%n", i + 1, shown(history.get(i)), page.faint(String.join(", ", history.get(i).processes())));
        }
    }

    private static String shown(TakenStep step) {
        return step.hidden().map(hidden -> step.event() + " (" + hidden + ")").orElse(step.event());
    }
}
