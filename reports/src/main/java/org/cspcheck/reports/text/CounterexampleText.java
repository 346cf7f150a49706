package org.cspcheck.reports.text;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.TakenStep;

/** A run that decides a check, told: what goes wrong, the trace that leads there, every step, and what stands at its end. */
public final class CounterexampleText {
    private static final String INDENT = "    ";
    private static final int LABEL = 10;
    private static final int MOST_EVENTS = 60;
    private static final int GAP = 4;

    private final Page page;
    private final Tracing tracing;
    private final List<String> lines = new ArrayList<>();
    private boolean replayed;

    private CounterexampleText(Page page, Tracing tracing) {
        this.page = page;
        this.tracing = tracing;
    }

    /** {@return the run as an indented block with an empty line before and after} */
    public static String text(Counterexample run, Page page, Tracing tracing) {
        if (run.recorded().isPresent()) {
            return RecordedText.text(run, page, tracing);
        }
        var text = new CounterexampleText(page, tracing);
        text.tell(headline(run), run);
        return text.block();
    }

    /** {@return a run that was asked for by its choices, told in the same way, with what can happen at its end} */
    public static String replay(Counterexample run, Page page, Tracing tracing) {
        var text = new CounterexampleText(page, tracing);
        text.replayed = true;
        boolean stuck = run.kind() == Counterexample.Kind.DEADLOCK;
        boolean terminated = run.trace().contains("tick");
        text.tell(stuck ? headline(run) : terminated ? "It has terminated." : "After these steps it can go on.", run);
        return text.block();
    }

    private String block() {
        var whole = new StringBuilder("\n");
        lines.forEach(line -> whole.append(line.stripTrailing()).append('\n'));
        return whole.append('\n').toString();
    }

    private void tell(String headline, Counterexample run) {
        sentence(headline);
        blank();
        trace(run.trace());
        ending(run);
        if (run.second().isPresent()) {
            both(run, run.second().get());
        } else {
            steps(run.steps());
        }
        if (!run.loop().isEmpty()) {
            blank();
            sentence("for ever after:");
            lines.addAll(new StepsText(page, INDENT, tracing).lines(run.loop(), run.steps().size()));
        }
        boolean alone = run.waiting().size() == 1 && run.waiting().getFirst().wishes().isEmpty();
        if (!run.waiting().isEmpty() && !alone) {
            blank();
            lines.addAll(new WaitingText(page, INDENT).lines(run.waiting()));
        }
    }

    /** {@return what goes wrong, in one sentence} */
    public static String headline(Counterexample run) {
        if (run.recorded().isPresent()) {
            return RecordedText.headline(run, run.recorded().get());
        }
        String event = event(run);
        return switch (run.kind()) {
            case DEADLOCK -> run.trace().contains("tick") ? "It has terminated." : "Deadlock: nothing can happen any more.";
            case TRACE -> "It performs " + event + ", which the specification does not allow there.";
            case REFUSAL -> run.event().map(refused -> "It can refuse " + refused + ".")
                    .orElse("It refuses what the specification does not let it refuse.");
            case DIVERGENCE -> "Divergence: it goes on for ever without any visible event.";
            case NONDETERMINISM -> "Nondeterminism: after the same trace " + event + " can happen, and can be refused.";
            case FORBIDDEN_EVENT -> "It performs " + event + ", which must never happen.";
            case EXCEPTION -> "An exception that nobody catches" + run.event().map(thrown -> ": " + thrown.replaceFirst("^exception (?=in )", "")).orElse(".");
            case NO_SUCH_RUN -> run.event().map(next -> "No run goes on with " + next + ".").orElse("There is no such run.");
            case RUN -> "A run that does it:";
        };
    }

    private static String event(Counterexample run) {
        return run.event().orElse("an event");
    }

    private void ending(Counterexample run) {
        switch (run.kind()) {
            case TRACE -> {
                labelled("then", List.of(page.bad(event(run))));
                labelled("allowed", allowedEvents(run));
            }
            case REFUSAL -> {
                labelled("offers", orNothing(run.offers()));
                labelled("expected", run.event().map(List::of).orElseGet(() -> acceptances(run.allowed())));
            }
            case NONDETERMINISM -> labelled("then", List.of(event(run) + ", or not"));
            case FORBIDDEN_EVENT -> labelled("then", List.of(page.bad(event(run))));
            case NO_SUCH_RUN -> {
                if (!run.offers().isEmpty()) {
                    labelled("offers", run.offers());
                }
            }
            case RUN -> {
                if (replayed && !run.offers().isEmpty()) {
                    labelled("offers", run.offers());
                }
            }
            case DEADLOCK, DIVERGENCE, EXCEPTION -> {}
        }
    }

    private static List<String> allowedEvents(Counterexample run) {
        return orNothing(run.allowed().stream().flatMap(List::stream).distinct().toList());
    }

    private static List<String> orNothing(List<String> events) {
        return events.isEmpty() ? List.of("nothing") : events;
    }

    /** Each minimal acceptance is a set, all of which must be offered. */
    private static List<String> acceptances(List<List<String>> allowed) {
        var sets = new ArrayList<String>();
        for (List<String> acceptance : allowed) {
            sets.add((sets.isEmpty() ? "" : "or ") + "{" + String.join(", ", acceptance) + "}");
        }
        return sets.isEmpty() ? List.of("no stable state: the specification goes on internally there, for ever") : sets;
    }

    private void trace(List<String> trace) {
        List<String> shown = trace;
        if (tracing == Tracing.CHANGES && trace.size() > MOST_EVENTS) {
            int head = MOST_EVENTS * 2 / 3;
            shown = new ArrayList<>(trace.subList(0, head));
            shown.add("... " + Figures.count(trace.size() - MOST_EVENTS, "event") + " ...");
            shown.addAll(trace.subList(trace.size() - (MOST_EVENTS - head), trace.size()));
        }
        List<String> bracketed = new ArrayList<>(shown);
        if (bracketed.isEmpty()) {
            bracketed.add("<>");
        } else {
            bracketed.set(0, "<" + bracketed.getFirst());
            bracketed.set(bracketed.size() - 1, bracketed.getLast() + ">");
        }
        labelled("trace", bracketed);
    }

    /** A label and items beside it; more items than fit go on below, under the first. */
    private void labelled(String label, List<String> items) {
        List<String> shown = items;
        if (tracing == Tracing.CHANGES && items.size() > MOST_EVENTS + 1) {
            shown = new ArrayList<>(items.subList(0, MOST_EVENTS));
            shown.add("... " + (items.size() - MOST_EVENTS) + " more");
        }
        List<String> wrapped = Wrapped.items(shown, ", ", Math.max(24, page.width() - INDENT.length() - LABEL));
        for (int i = 0; i < wrapped.size(); i++) {
            String head = i == 0 ? page.faint(Wrapped.padded(label, LABEL)) : " ".repeat(LABEL);
            lines.add(INDENT + head + wrapped.get(i));
        }
    }

    private void steps(List<TakenStep> steps) {
        if (tracing == Tracing.FULL || StepsText.tellMoreThanTheTrace(steps)) {
            blank();
            lines.addAll(new StepsText(page, INDENT, tracing).lines(steps, 0));
        }
    }

    /** Two behaviours: side by side where both fit, else one after another. */
    private void both(Counterexample run, List<TakenStep> other) {
        blank();
        List<String> left = new ArrayList<>(List.of("here " + event(run) + " can happen:"));
        List<String> right = new ArrayList<>(List.of("here " + event(run) + " can be refused:"));
        int room = page.width() - INDENT.length();
        var columns = new StepsText(new Page(room, page.colour(), page.unicode()), "", tracing);
        left.addAll(orNoStep(columns.lines(run.steps(), 0)));
        right.addAll(orNoStep(columns.lines(other, 0)));
        int width = widest(left);
        if (width + GAP + widest(right) > room) {
            left.forEach(line -> lines.add(INDENT + line));
            blank();
            right.forEach(line -> lines.add(INDENT + line));
            return;
        }
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String beside = i < right.size() ? right.get(i) : "";
            lines.add(INDENT + Wrapped.padded(i < left.size() ? left.get(i) : "", width + GAP) + beside);
        }
    }

    private static int widest(List<String> lines) {
        return lines.stream().mapToInt(Wrapped::columns).max().orElse(0);
    }

    private static List<String> orNoStep(List<String> lines) {
        return lines.isEmpty() ? List.of("(no step)") : lines;
    }

    private void sentence(String text) {
        Wrapped.words(text, page.width() - INDENT.length()).forEach(line -> lines.add(INDENT + line));
    }

    private void blank() {
        lines.add("");
    }
}
