package org.cspcheck.cli.log;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.cspcheck.cli.log.Mapping.Extra;
import org.cspcheck.explorer.trace.Session;
import org.cspcheck.explorer.trace.TraceVerifier;

/** Takes the events of logs to their sessions, line by line, and keeps what is found. */
final class LogVerification implements LogReader.Listener {
    /** Sessions that are open at a time: with their last events, some kilobytes each. */
    private static final int MOST_SESSIONS = 1 << 13;

    /** Which part of the heap is for sessions that are put away. */
    private static final int SHARE = 4;

    private static final byte[] NO_KEY = {};

    private final TraceVerifier verifier;
    private final Mapping mapping;
    private final EventNames names;
    private final Findings findings;
    private final BooleanSupplier stopped;
    private final Optional<Session> single;
    private final Sessions sessions;
    private final int by;
    private final int process;
    private int file;
    private boolean ended;

    LogVerification(TraceVerifier verifier, Mapping mapping, EventNames names, Findings findings, BooleanSupplier stopped) {
        this(verifier, mapping, names, findings, stopped, MOST_SESSIONS, Runtime.getRuntime().maxMemory() / SHARE);
    }

    /**
     * @param mostSessions that are open at a time
     * @param room in bytes, for sessions that are put away
     */
    LogVerification(
            TraceVerifier verifier, Mapping mapping, EventNames names, Findings findings, BooleanSupplier stopped, int mostSessions, long room) {
        this.verifier = verifier;
        this.mapping = mapping;
        this.names = names;
        this.findings = findings;
        this.stopped = stopped;
        this.single = mapping.wants(Extra.BY) ? Optional.empty() : Optional.of(verifier.session());
        this.sessions = new Sessions(verifier, mostSessions, room, findings::closed);
        this.by = mapping.member(Extra.BY);
        this.process = mapping.member(Extra.PROCESS);
    }

    /** Reads a log to its end, or to the event that decides. */
    void read(Lines lines, int number) throws IOException {
        var reader = new LogReader(lines, mapping, names, findings, this);
        file = number;
        while (!ended && reader.next() && !stopped.getAsBoolean()) {
            // the line has been told to this listener
        }
    }

    /** What holds at the end of all logs. */
    void end() {
        if (single.isPresent()) {
            findings.ended(Optional.empty(), single.get());
        } else {
            sessions.end((key, session) -> findings.ended(Optional.of(key), session), findings.isComplete());
            findings.sessions(sessions.count());
        }
    }

    @Override
    public void happened(Lines at, int event, Row row) {
        Sessions.Open open = single.isPresent() ? null : session(row);
        Session session = open == null ? single.get() : open.session;
        if (open != null && open.failed) {
            return;
        }
        findings.event();
        if (!session.accept(event, Place.of(file, at.number()))) {
            findings.refused(at.place(), key(open), row.joined(mapping.parts()), session);
            decided(open);
        }
    }

    @Override
    public void rests(Lines at, int[] offered, Row row) {
        int monitor = row.has(process) ? verifier.monitors().indexOf(row.text(process)) : -1;
        if (row.has(process) && monitor < 0) {
            findings.noProcess(at.place(), row.text(process), verifier.monitors());
            return;
        }
        Sessions.Open open = single.isPresent() ? null : session(row);
        Session session = open == null ? single.get() : open.session;
        boolean follows = (open == null || !open.failed) && session.refusal().isEmpty();
        if (follows && !(monitor < 0 ? session.mayOffer(offered) : session.mayOffer(monitor, offered))) {
            findings.refuses(at.place(), key(open), monitor, offered, row.offers(), session);
            decided(open);
        }
    }

    @Override
    public void missing(Lines at, Row row) {
        if (single.isPresent()) {
            single.get().gap();
        } else if (row.has(by)) {
            session(row).session.gap();
        } else {
            sessions.gap();
        }
    }

    /** A line without a key belongs to the session without a name. */
    private Sessions.Open session(Row row) {
        return row.has(by) ? sessions.of(row.bytes(by), row.from(by), row.to(by)) : sessions.of(NO_KEY, 0, 0);
    }

    private static Optional<String> key(Sessions.Open open) {
        return open == null ? Optional.empty() : Optional.of(open.key);
    }

    private void decided(Sessions.Open open) {
        ended = open == null;
        if (open != null) {
            open.failed = true;
        }
    }
}
