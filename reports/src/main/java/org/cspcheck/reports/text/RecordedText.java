package org.cspcheck.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.Recorded;
import org.cspcheck.model.verdict.Counterexample.Refuser;
import org.cspcheck.model.verdict.Counterexample.TakenStep;

/** Where a log leaves its specification, told: the line, what was allowed there, who refused and after what. */
public final class RecordedText {
    private static final String INDENT = "    ";
    private static final int LABEL = 12;
    private static final int MOST_EVENTS = 40;
    private static final int MOST_RECENT = 8;

    private final Page page;
    private final Tracing tracing;
    private final List<String> lines = new ArrayList<>();

    private RecordedText(Page page, Tracing tracing) {
        this.page = page;
        this.tracing = tracing;
    }

    /** {@return the failure as an indented block with an empty line before and after} */
    public static String text(Counterexample failure, Page page, Tracing tracing) {
        var text = new RecordedText(page, tracing);
        text.tell(failure, failure.recorded().orElseThrow());
        var whole = new StringBuilder("\n");
        text.lines.forEach(line -> whole.append(line.stripTrailing()).append('\n'));
        return whole.append('\n').toString();
    }

    private void tell(Counterexample failure, Recorded recorded) {
        sentence(headline(failure, recorded));
        lines.add("");
        labelled("recorded", recorded(failure.steps(), recorded));
        failure.event().ifPresent(event -> labelled("then", List.of(page.bad(event))));
        if (failure.kind() == Counterexample.Kind.REFUSAL) {
            labelled("offers", orNothing(failure.offers()));
        }
        boolean ofProcess = failure.kind() == Counterexample.Kind.REFUSAL && !recorded.refusers().isEmpty();
        if (ofProcess) {
            labelled("must offer", orNothing(alternatives(failure.allowed())));
        } else {
            labelled("allowed", orNothing(failure.allowed().stream().flatMap(List::stream).distinct().toList()));
        }
        recorded.refusers().forEach(refuser -> refuser(refuser, ofProcess, recorded.place().file()));
        if (failure.event().isPresent() && recorded.refusers().isEmpty()) {
            lines.add("");
            sentence("No process of the specification takes part in this event.");
        }
        recorded.unreplayed().ifPresent(why -> {
            lines.add("");
            sentence("This was not replayed: " + why + ".");
        });
    }

    static String headline(Counterexample failure, Recorded recorded) {
        String where = sentenceCase(recorded.place().toString()) + recorded.session().map(key -> ", session " + key).orElse("") + ": ";
        if (failure.event().isPresent()) {
            return where + failure.event().get() + ", event " + recorded.position() + ", is not allowed there.";
        }
        return where + (failure.offers().isEmpty()
                ? "it ends there, or rests with nothing on offer, and the specification may not stop there."
                : "the process stops with offers that the specification does not allow.");
    }

    private List<String> recorded(List<TakenStep> steps, Recorded recorded) {
        List<String> events = steps.stream().map(TakenStep::event).toList();
        int shown = tracing == Tracing.FULL ? events.size() : Math.min(events.size(), MOST_RECENT);
        long before = recorded.position() - 1 - shown;
        var told = new ArrayList<String>();
        if (before > 0) {
            told.add("... " + Figures.count(before, "event") + " ...");
        }
        told.addAll(events.subList(events.size() - shown, events.size()));
        return told.isEmpty() ? List.of("nothing before it") : told;
    }

    /** One set of events, or another one. */
    private static List<String> alternatives(List<List<String>> acceptances) {
        return IntStream.range(0, acceptances.size())
                .mapToObj(i -> (i == 0 ? "" : "or ") + String.join(" and ", acceptances.get(i)))
                .toList();
    }

    private void refuser(Refuser refuser, boolean rests, String here) {
        lines.add("");
        labelled(rests ? "offered by" : "refused by", List.of(page.strong(refuser.process()) + ", which allows " + String.join(", ", some(orNothing(refuser.offered())))));
        refuser.path().ifPresent(path -> labelled("as after", some(path.isEmpty() ? List.of("nothing") : path)));
        if (!refuser.causes().isEmpty()) {
            labelled("its last", refuser.causes().stream()
                    .map(cause -> cause.event() + " (" + place(cause, here) + ")")
                    .toList());
        }
    }

    private static String place(Counterexample.Cause cause, String here) {
        return cause.place().file().equals(here) ? "line " + cause.place().line() : cause.place().toString();
    }

    private List<String> some(List<String> events) {
        if (tracing == Tracing.FULL || events.size() <= MOST_EVENTS) {
            return events;
        }
        var shown = new ArrayList<>(events.subList(0, MOST_EVENTS));
        shown.add("... " + (events.size() - MOST_EVENTS) + " more");
        return shown;
    }

    private static List<String> orNothing(List<String> events) {
        return events.isEmpty() ? List.of("nothing") : events;
    }

    private void labelled(String label, List<String> items) {
        List<String> wrapped = Wrapped.items(some(items), ", ", Math.max(24, page.width() - INDENT.length() - LABEL));
        for (int i = 0; i < wrapped.size(); i++) {
            String head = i == 0 ? page.faint(Wrapped.padded(label, LABEL)) : " ".repeat(LABEL);
            lines.add(INDENT + head + wrapped.get(i));
        }
    }

    private void sentence(String text) {
        Wrapped.words(text, page.width() - INDENT.length()).forEach(line -> lines.add(INDENT + line));
    }

    private static String sentenceCase(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
