package org.cspcheck.cli.log;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cspcheck.explorer.trace.Refusal;
import org.cspcheck.explorer.trace.Session;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.Event;
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
        /** Logs that are merged contradict each other. */
        CONTRADICTION,
        /** An end of a rendezvous without another. */
        ALONE,
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
    private Optional<String> undecided = Optional.empty();

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

    /** Events are counted again from the first one, in another order. */
    void restart() {
        events = 0;
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

    void unreadable(LogPlace at, String wrong) {
        trouble(Trouble.UNREADABLE, Diagnostic.error("CSP0801", null, at + " cannot be read: " + wrong)
                .because("every line of a log is a record, in the format that `trace:` of the spec names")
                .tryThis("mend the log, or say in `trace:` what such lines mean: `unreadable: skip` or `unreadable: gap`"));
    }

    void unknown(LogPlace at, String event, String channel, String meant) {
        trouble(Trouble.UNKNOWN, Diagnostic.error("CSP0802", null, at + ": there is no channel `" + channel + "` for the event " + event)
                .because("the specification does not declare it, or `trace:` points to the wrong member of the line")
                .tryThis((meant.isEmpty() ? "" : meant + " ") + "To pass over events of a channel, declare it and name it in `ignore:`."));
    }

    void noProcess(LogPlace at, String process, List<String> there) {
        trouble(Trouble.UNKNOWN, Diagnostic.error("CSP0806", null, at + " holds offers of `" + process + "`, which is not a process that is followed by itself")
                .because("those are " + (there.size() <= 20 ? String.join(", ", there) : there.size() + ", " + there.getFirst() + " the first of them"))
                .tryThis("name it as the network does; offers of all processes together stand in a line without a process"));
    }

    void torn(LogPlace at, String wrong) {
        trouble(Trouble.TORN, Diagnostic.warning("CSP0803", null, at + " is torn, and left out: " + wrong)
                .because("whatever wrote the log was stopped in the middle of its last line"));
    }

    // ---- logs that are merged

    void twice(String rendezvous, LogPlace first, LogPlace second) {
        trouble(Trouble.CONTRADICTION, Diagnostic.error("CSP0809", null, "the rendezvous " + rendezvous + " stands at " + first + " and again at " + second)
                .because("each end records a rendezvous once, and a number is used once")
                .tryThis("point `rendezvous:` to a number of the event; where processes share a log, say with `process:` whose each record is"));
    }

    void different(String rendezvous, LogPlace first, String event, LogPlace second, String other) {
        trouble(Trouble.CONTRADICTION, Diagnostic.error(
                        "CSP0808", null, "the rendezvous " + rendezvous + " is " + event + " at " + first + " and " + other + " at " + second)
                .because("all ends of a rendezvous record one event"));
    }

    /** @param circle where each rendezvous of the circle stands */
    void crossing(List<String> circle, LogPlace at) {
        trouble(Trouble.CONTRADICTION, Diagnostic.error("CSP0807", null, "the logs cannot go on together at " + at + ": each waits for the next one")
                .because("rendezvous " + String.join("; rendezvous ", circle) + ": no order of the events agrees with all of the logs")
                .tryThis("see that lines are in the order of their events; where processes share a log, say with `process:` whose each record is"));
    }

    void alone(String rendezvous, LogPlace at, boolean everythingRead) {
        boolean torn = troubles.containsKey(Trouble.TORN);
        trouble(Trouble.ALONE, Diagnostic.warning("CSP0810", null, "the rendezvous " + rendezvous + " at " + at + " has no other end")
                .because(torn ? "the end of a log is torn, and may have held it"
                        : everythingRead ? "a log is missing, or stops earlier than the others"
                        : "a log is missing, or the other end stands too far behind: so many records are not read ahead"));
        undecided("the rendezvous " + rendezvous + " at " + at + " has no other end, and what comes after it was not verified");
    }

    /** The first reason why there is no answer. */
    void undecided(String reason) {
        if (undecided.isEmpty()) {
            undecided = Optional.of(reason);
        }
    }

    boolean isContradicted() {
        return troubles.containsKey(Trouble.CONTRADICTION);
    }

    /** The end of logs whose events were taken in one of several orders. */
    void endedInSomeOrder(Session session) {
        gaps |= session.hasGaps();
        if (complete && !session.mayEnd()) {
            undecided("in the order that was tried, the specification may not stop at the end; the logs leave other orders open");
        }
    }

    /** A compressed stream stops before its end. */
    void tornStream(Lines at) {
        trouble(Trouble.TORN, Diagnostic.warning("CSP0803", null, at.name() + " ends in the middle of its compressed stream, after line " + at.number())
                .because("whatever wrote it was stopped, or is still writing"));
    }

    void backwards(LogPlace at) {
        trouble(Trouble.BACKWARDS, Diagnostic.warning("CSP0804", null, "time goes backwards at " + at)
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

    void gap(LogPlace at) {
        gaps = true;
        if (gap.isEmpty()) {
            gap = Optional.of(at);
        }
    }

    /** {@return whether the end of a log must be an allowed one} */
    boolean isComplete() {
        return complete;
    }

    /** A session whose place is not known any more. */
    void closed(String key, Session session) {
        gaps |= session.hasGaps();
        if (session.refusal().isEmpty() && complete && !session.mayEnd()) {
            closedEarly++;
        }
    }

    void ended(Optional<String> key, Session session) {
        gaps |= session.hasGaps();
        boolean judged = complete && session.refusal().isEmpty() && !session.hasGaps() && !troubles.containsKey(Trouble.TORN);
        if (judged && events > 0 && !session.mayEnd()) {
            var place = new LogPlace(files.getLast(), lines);
            failure(() -> new Counterexample(
                    Kind.REFUSAL, steps(session.recent()), Optional.empty(), List.of(), List.of(names(session.allowed())), List.of(),
                    Optional.empty(), List.of(), List.of(),
                    Optional.of(new Recorded(place, session.events() + 1, key, session.recent().size() == session.events(), List.of(), lines(session.recent()),
                            session.unreplayed(-1, new int[] {Event.TICK})))));
        }
    }

    // ---- failures

    void refused(LogPlace at, Optional<String> key, String text, Session session) {
        Refusal refusal = session.refusal().orElseThrow();
        failure(() -> new Counterexample(
                Kind.TRACE, steps(refusal.recent()), Optional.of(text), List.of(), List.of(names(refusal.allowed())), List.of(),
                Optional.empty(), List.of(), List.of(),
                Optional.of(new Recorded(at, refusal.position(), key, refusal.isWhole(), refusal.refusers().stream().map(this::refuser).toList(), lines(refusal.recent()),
                        refusal.unreplayed()))));
    }

    /** @param monitor whose offers they are; -1 for those of all together */
    void refuses(LogPlace at, Optional<String> key, int monitor, int[] offered, List<String> offers, Session session) {
        failure(() -> offered(at, key, monitor, offered, offers, session));
    }

    private Counterexample offered(LogPlace at, Optional<String> key, int monitor, int[] offered, List<String> offers, Session session) {
        List<List<String>> allowed = monitor < 0 ? List.of(names(session.allowed()))
                : Stream.of(session.acceptances(monitor)).map(this::names).toList();
        List<Refuser> refusers = monitor < 0 ? List.of() : List.of(refuser(session.atRest(monitor)));
        return new Counterexample(
                Kind.REFUSAL, steps(session.recent()), Optional.empty(), offers, allowed, List.of(), Optional.empty(), List.of(), List.of(),
                Optional.of(new Recorded(at, session.events() + 1, key, session.recent().size() == session.events(), refusers,
                        lines(session.recent()), session.unreplayed(monitor, offered))));
    }

    private void failure(Supplier<Counterexample> failure) {
        failed++;
        if (failures.size() < MOST_FAILURES) {
            failures.add(failure.get());
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

    private List<LogPlace> lines(List<Refusal.Seen> seen) {
        return seen.stream().map(event -> place(event.place())).toList();
    }

    private List<String> names(int[] events) {
        return IntStream.of(events).mapToObj(alphabet::name).sorted().toList();
    }

    LogPlace place(long place) {
        return new LogPlace(files.get(Place.file(place)), Place.line(place));
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
                    + (troubles.containsKey(Trouble.TORN) ? "what there is of it is torn" : others > 0 ? others + " of its records have no " + eventPointer : ignored > 0 ? "all of them are ignored" : "it is empty"));
        }
        if (undecided.isPresent()) {
            return new Verdict.Inconclusive(undecided.get());
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
