package org.cspcheck.cli.log;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.cspcheck.explorer.trace.Refusal;
import org.cspcheck.explorer.trace.Session;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.Cause;
import org.cspcheck.model.verdict.Counterexample.Kind;
import org.cspcheck.model.verdict.Counterexample.LogPlace;
import org.cspcheck.model.verdict.Counterexample.Recorded;
import org.cspcheck.model.verdict.Counterexample.Refuser;
import org.cspcheck.model.verdict.Counterexample.TakenStep;
import org.cspcheck.model.verdict.Verdict;

/** What was found in logs, in numbers and in words, and the verdict that it comes to. */
public final class Findings {
    /** What may be wrong with a log; each kind is told where it was met first, with how often. */
    private enum Trouble {
        UNREADABLE,
        UNKNOWN,
        TORN,
        BACKWARDS
    }

    private record Told(Diagnostic first, long times) {}

    private final Alphabet alphabet;
    private final List<String> files;
    private final String eventPointer;
    private final boolean complete;
    private final TakesPart parties;
    private final Map<Trouble, Told> troubles = new EnumMap<>(Trouble.class);
    private final List<Counterexample> failures = new ArrayList<>();
    private long failed;
    private long lines;
    private long events;
    private long ignored;
    private long others;
    private long sessions;
    private long closedEarly;
    private Optional<LogPlace> gap = Optional.empty();
    private boolean gaps;

    /** Names the processes that take part in an event. */
    public interface TakesPart {
        List<String> in(int event);
    }

    private static final int MOST_FAILURES = 100;

    public Findings(Alphabet alphabet, List<String> files, String eventPointer, boolean complete, TakesPart parties) {
        this.alphabet = alphabet;
        this.files = files;
        this.eventPointer = eventPointer;
        this.complete = complete;
        this.parties = parties;
    }

    // ---- counting

    void line() {
        lines++;
    }

    void event() {
        events++;
    }

    void ignored() {
        ignored++;
    }

    /** A record that is no event. */
    void other() {
        others++;
    }

    void sessions(long count) {
        sessions = count;
    }

    public long lines() {
        return lines;
    }

    public long events() {
        return events;
    }

    public long ignoredEvents() {
        return ignored;
    }

    public long otherRecords() {
        return others;
    }

    /** {@return how many sessions there were; none where lines have no key} */
    public OptionalLong sessions() {
        return sessions == 0 ? OptionalLong.empty() : OptionalLong.of(sessions);
    }

    public long failed() {
        return failed;
    }

    // ---- troubles

    void unreadable(Lines at, String wrong) {
        trouble(Trouble.UNREADABLE, Diagnostic.error("CSP0801", null, place(at) + " cannot be read: " + wrong)
                .because("every line of a log is a record, in the format that `trace:` of the spec names")
                .tryThis("mend the log, or say in `trace:` what such lines mean: `unreadable: skip` or `unreadable: gap`"));
    }

    void unknown(Lines at, String event, String channel, String meant) {
        trouble(Trouble.UNKNOWN, Diagnostic.error("CSP0802", null, place(at) + ": there is no channel `" + channel + "` for the event " + event)
                .because("the specification does not declare it, or `trace:` points to the wrong member of the line")
                .tryThis((meant.isEmpty() ? "" : meant + " ") + "To pass over events of a channel, declare it and name it in `ignore:`."));
    }

    void torn(Lines at) {
        trouble(Trouble.TORN, Diagnostic.warning("CSP0803", null, place(at) + " is torn, and left out")
                .because("whatever wrote the log was stopped in the middle of its last line"));
    }

    /** A compressed stream stops before its end. */
    void tornStream(Lines at) {
        trouble(Trouble.TORN, Diagnostic.warning("CSP0803", null, at.name() + " ends in the middle of its compressed stream, after line " + at.number())
                .because("whatever wrote it was stopped, or is still writing"));
    }

    void backwards(Lines at) {
        trouble(Trouble.BACKWARDS, Diagnostic.warning("CSP0804", null, "time goes backwards at " + place(at))
                .because("a clock was set, or lines of several writers are mixed; the order of the lines is what counts"));
    }

    private void trouble(Trouble kind, Diagnostic diagnostic) {
        troubles.merge(kind, new Told(diagnostic, 1), (told, more) -> new Told(told.first, told.times + 1));
    }

    /** {@return what is to be told about the logs} */
    public List<Diagnostic> diagnostics() {
        return troubles.values().stream()
                .map(told -> told.times == 1 ? told.first : again(told.first, told.times - 1))
                .toList();
    }

    private static Diagnostic again(Diagnostic first, long more) {
        String message = first.message() + " (and " + more + " more like it)";
        return new Diagnostic(first.severity(), first.code(), message, first.span(), first.cause(), first.hint(), first.notes());
    }

    // ---- gaps and ends

    void gap(Lines at) {
        gaps = true;
        if (gap.isEmpty()) {
            gap = Optional.of(place(at));
        }
    }

    void closed(String key, Session session) {
        if (session.refusal().isEmpty() && complete && !session.mayEnd()) {
            closedEarly++;
        }
    }

    void ended(Optional<String> key, Session session) {
        gaps |= session.hasGaps();
        boolean judged = complete && session.refusal().isEmpty() && !session.hasGaps() && !troubles.containsKey(Trouble.TORN);
        if (judged && events > 0 && !session.mayEnd()) {
            var place = new LogPlace(files.getLast(), lines);
            failure(new Counterexample(
                    Kind.REFUSAL, steps(session.recent()), Optional.empty(), List.of(), List.of(names(session.allowed())), List.of(),
                    Optional.empty(), List.of(), List.of(),
                    Optional.of(new Recorded(place, session.events() + 1, key, session.recent().size() == session.events(), List.of()))));
        }
    }

    // ---- failures

    void refused(Lines at, Optional<String> key, String text, boolean outside, Session session) {
        Refusal refusal = session.refusal().orElseThrow();
        List<Refuser> refusers = refusal.refusers().stream().map(this::refuser).toList();
        failure(new Counterexample(
                Kind.TRACE, steps(refusal.recent()), Optional.of(text), List.of(), List.of(names(refusal.allowed())), List.of(),
                Optional.empty(), List.of(), List.of(),
                Optional.of(new Recorded(place(at), refusal.position(), key, refusal.isWhole(), refusers))));
    }

    void refuses(Lines at, Optional<String> key, List<String> offers, Session session) {
        failure(new Counterexample(
                Kind.REFUSAL, steps(session.recent()), Optional.empty(), offers, List.of(names(session.allowed())), List.of(),
                Optional.empty(), List.of(), List.of(),
                Optional.of(new Recorded(place(at), session.events() + 1, key, session.recent().size() == session.events(), List.of()))));
    }

    private void failure(Counterexample failure) {
        failed++;
        if (failures.size() < MOST_FAILURES) {
            failures.add(failure);
        }
    }

    /** {@return the first failures: one for each session} */
    public List<Counterexample> failures() {
        return List.copyOf(failures);
    }

    private Refuser refuser(Refusal.Refuser refuser) {
        return new Refuser(
                refuser.name(),
                names(refuser.offered()),
                refuser.causes().stream().map(seen -> new Cause(alphabet.name(seen.event()), place(seen.place()))).toList(),
                refuser.path().map(path -> path.stream().map(alphabet::name).toList()));
    }

    private List<TakenStep> steps(List<Refusal.Seen> seen) {
        return seen.stream().map(event -> new TakenStep(alphabet.name(event.event()), parties.in(event.event()), Optional.empty())).toList();
    }

    private List<String> names(int[] events) {
        return IntStream.of(events).mapToObj(alphabet::name).sorted().toList();
    }

    private static LogPlace place(Lines at) {
        return new LogPlace(at.name(), at.number());
    }

    private LogPlace place(long place) {
        return new LogPlace(files.get(LogVerification.file(place)), LogVerification.line(place));
    }

    // ---- the verdict

    /** {@return what it all comes to} */
    public Verdict verdict() {
        Optional<Diagnostic> mistake = diagnostics().stream().filter(Diagnostic::isError).findFirst();
        if (mistake.isPresent()) {
            return new Verdict.Erroneous(mistake.get());
        }
        if (failed > 0) {
            return new Verdict.Fails(Optional.of(failures.getFirst()));
        }
        if (events == 0) {
            return new Verdict.Inconclusive("the log has no event that the specification could allow or refuse: "
                    + (others > 0 ? others + " of its records have no " + eventPointer : ignored > 0 ? "all of them are ignored" : "it is empty"));
        }
        if (gaps) {
            return new Verdict.Inconclusive(gap.map(place -> "events are missing at " + place).orElse("sessions were closed before their end")
                    + "; everything that is there is allowed");
        }
        if (complete && troubles.containsKey(Trouble.TORN)) {
            return new Verdict.Inconclusive("the log is torn, so its end is not known; everything that is there is allowed");
        }
        if (closedEarly > 0) {
            return new Verdict.Inconclusive("the ends of " + closedEarly + " sessions are not known: there were too many at a time");
        }
        return new Verdict.Holds(Optional.empty());
    }
}
