package org.cspcheck.cli.log;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.cspcheck.cli.log.Mapping.Extra;
import org.cspcheck.explorer.trace.Session;
import org.cspcheck.explorer.trace.TraceVerifier;
import org.cspcheck.model.source.Spelling;
import org.cspcheck.specs.yaml.SpecFile.LogFormat;

/** Takes the events of logs to their sessions, line by line, and keeps what is found. */
final class LogVerification {
    private static final int MOST_SESSIONS = 100_000;
    private static final int FILE_SHIFT = 48;
    private static final byte[] NO_KEY = {};

    private final Mapping mapping;
    private final EventNames names;
    private final Findings findings;
    private final BooleanSupplier stopped;
    private final Optional<Session> single;
    private final Sessions sessions;
    private final Row row;
    private final int by;
    private final int gap;
    private final int time;
    private byte[] before = new byte[0];
    private int file;
    private boolean ended;

    LogVerification(TraceVerifier verifier, Mapping mapping, EventNames names, Findings findings, BooleanSupplier stopped) {
        this.mapping = mapping;
        this.names = names;
        this.findings = findings;
        this.stopped = stopped;
        this.single = mapping.wants(Extra.BY) ? Optional.empty() : Optional.of(verifier.session());
        this.sessions = new Sessions(verifier, MOST_SESSIONS, closed -> findings.closed(closed.key, closed.session));
        this.row = new Row(mapping.size());
        this.by = mapping.member(Extra.BY);
        this.gap = mapping.member(Extra.GAP);
        this.time = mapping.member(Extra.TIME);
    }

    /** Reads a log to its end, or to the event that decides. */
    void read(Lines lines, int number) throws IOException {
        Decoder decoder = mapping.decoder();
        file = number;
        before = new byte[0];
        while (!ended && lines.next() && !stopped.getAsBoolean()) {
            line(lines, decoder);
        }
    }

    /** What holds at the end of all logs. */
    void end() {
        if (single.isPresent()) {
            findings.ended(Optional.empty(), single.get());
        } else {
            sessions.open().forEach(open -> findings.ended(Optional.of(open.key), open.session));
            findings.sessions(sessions.count());
        }
    }

    private void line(Lines lines, Decoder decoder) {
        findings.line();
        if (lines.from() == lines.to()) {
            return;
        }
        String wrong = lines.isCut() ? "it is longer than " + Lines.LONGEST + " bytes" : decoder.decode(lines.buffer(), lines.from(), lines.to(), row);
        if (wrong != null) {
            unreadable(lines, wrong);
            return;
        }
        if (row.has(time)) {
            time(lines);
        }
        if (row.has(gap) && row.text(gap).equals("true")) {
            missing(lines);
        }
        if (isEvent()) {
            event(lines);
        } else if (row.offers() != null) {
            rests(lines);
        } else {
            findings.other();
        }
    }

    private boolean isEvent() {
        for (int i = 0; i < mapping.parts(); i++) {
            if (!row.has(i)) {
                return false;
            }
        }
        return true;
    }

    private void event(Lines lines) {
        int event = names.number(row, mapping.parts());
        if (event == EventNames.IGNORED) {
            findings.ignored();
            return;
        }
        if (event == EventNames.UNKNOWN) {
            String text = text();
            String channel = EventNames.channel(text);
            findings.unknown(lines, text, channel, Spelling.didYouMean(channel, names.channels()));
            return;
        }
        Sessions.Open open = single.isPresent() ? null : session();
        Session session = open == null ? single.get() : open.session;
        if (open != null && open.failed) {
            return;
        }
        findings.event();
        if (!session.accept(event, place(lines))) {
            findings.refused(lines, open == null ? Optional.empty() : Optional.of(open.key), text(), event == EventNames.OUTSIDE, session);
            ended = open == null;
            if (open != null) {
                open.failed = true;
            }
        }
    }

    /** A line without a key belongs to the session without a name. */
    private Sessions.Open session() {
        return row.has(by) ? sessions.of(row.bytes(by), row.from(by), row.to(by)) : sessions.of(NO_KEY, 0, 0);
    }

    private void rests(Lines lines) {
        int[] offered = new int[row.offers().size()];
        for (int i = 0; i < offered.length; i++) {
            offered[i] = names.found(row.offers().get(i));
            if (offered[i] == EventNames.UNKNOWN) {
                String channel = EventNames.channel(row.offers().get(i));
                findings.unknown(lines, row.offers().get(i), channel, Spelling.didYouMean(channel, names.channels()));
                return;
            }
        }
        int[] known = Arrays.stream(offered).filter(event -> event >= 0).toArray();
        Sessions.Open open = single.isPresent() ? null : session();
        Session session = open == null ? single.get() : open.session;
        if ((open == null || !open.failed) && session.refusal().isEmpty() && !session.mayOffer(known)) {
            findings.refuses(lines, open == null ? Optional.empty() : Optional.of(open.key), row.offers(), session);
            ended = open == null;
            if (open != null) {
                open.failed = true;
            }
        }
    }

    private void missing(Lines lines) {
        findings.gap(lines);
        if (single.isPresent()) {
            single.get().gap();
        } else if (row.has(by)) {
            session().session.gap();
        } else {
            sessions.open().forEach(open -> open.session.gap());
        }
    }

    private void unreadable(Lines lines, String wrong) {
        if (lines.isTorn() && mapping.format() == LogFormat.JSON) {
            findings.torn(lines);
            return;
        }
        switch (mapping.unreadable()) {
            case ERROR -> findings.unreadable(lines, wrong);
            case SKIP -> findings.other();
            case GAP -> {
                row.clear();
                missing(lines);
            }
        }
    }

    /** Times are compared as texts: those of one length and form sort as they follow each other. */
    private void time(Lines lines) {
        byte[] bytes = row.bytes(time);
        int from = row.from(time);
        int to = row.to(time);
        if (to - from == before.length) {
            if (Arrays.compare(bytes, from, to, before, 0, before.length) < 0) {
                findings.backwards(lines);
            }
            System.arraycopy(bytes, from, before, 0, before.length);
        } else {
            before = Arrays.copyOfRange(bytes, from, to);
        }
    }

    private String text() {
        var text = new StringBuilder(row.text(0));
        for (int i = 1; i < mapping.parts(); i++) {
            text.append('.').append(row.text(i));
        }
        return text.toString();
    }

    private long place(Lines lines) {
        return (long) file << FILE_SHIFT | lines.number();
    }

    static int file(long place) {
        return (int) (place >>> FILE_SHIFT);
    }

    static long line(long place) {
        return place & (1L << FILE_SHIFT) - 1;
    }
}
