package org.cspcheck.cli.log;

import java.io.IOException;
import java.util.Arrays;
import org.cspcheck.cli.log.Mapping.Extra;
import org.cspcheck.model.source.Spelling;
import org.cspcheck.specs.yaml.SpecFile.LogFormat;

/** Reads one log: each line becomes what it says, or a trouble among the findings. */
final class LogReader {
    /** Whom lines are told. A row is good until the next line is read. */
    interface Listener {
        /** @param event a number, or {@link EventNames#OUTSIDE} */
        void happened(Lines at, int event, Row row);

        /** A process, or all of them, came to rest with these events on offer. */
        void rests(Lines at, int[] offered, Row row);

        /** Events may be missing. */
        void missing(Lines at, Row row);
    }

    private final Lines lines;
    private final Mapping mapping;
    private final EventNames names;
    private final Findings findings;
    private final Listener listener;
    private final Decoder decoder;
    private final Row row;
    private final int gap;
    private final int time;
    private byte[] before = new byte[0];

    LogReader(Lines lines, Mapping mapping, EventNames names, Findings findings, Listener listener) {
        this.lines = lines;
        this.mapping = mapping;
        this.names = names;
        this.findings = findings;
        this.listener = listener;
        this.decoder = mapping.decoder();
        this.row = new Row(mapping.size());
        this.gap = mapping.member(Extra.GAP);
        this.time = mapping.member(Extra.TIME);
    }

    Lines lines() {
        return lines;
    }

    /** Reads a line; {@return whether there was one} */
    boolean next() throws IOException {
        if (!lines.next()) {
            return false;
        }
        findings.line();
        if (lines.from() != lines.to()) {
            line();
        }
        return true;
    }

    private void line() {
        String wrong = lines.isCut() ? "it is longer than " + Lines.LONGEST + " bytes" : decoder.decode(lines.buffer(), lines.from(), lines.to(), row);
        if (wrong != null) {
            unreadable(wrong);
            return;
        }
        if (row.has(time)) {
            time();
        }
        if (row.has(gap) && row.text(gap).equals("true")) {
            findings.gap(lines.place());
            listener.missing(lines, row);
        }
        if (isEvent()) {
            event();
        } else if (row.offers() != null) {
            offers();
        } else {
            findings.other();
        }
    }

    /** A channel without some of its arguments is an event, or not a whole one, where it is a channel of the specification. */
    private boolean isEvent() {
        for (int i = 1; i < mapping.parts(); i++) {
            if (!row.has(i)) {
                return row.has(0) && names.channels().contains(row.text(0));
            }
        }
        return row.has(0);
    }

    private void event() {
        int event = names.number(row, mapping.parts());
        switch (event) {
            case EventNames.IGNORED -> findings.ignored();
            case EventNames.UNKNOWN -> unknown(row.joined(mapping.parts()));
            default -> listener.happened(lines, event, row);
        }
    }

    private void offers() {
        int[] offered = new int[row.offers().size()];
        for (int i = 0; i < offered.length; i++) {
            String text = row.offers().get(i);
            offered[i] = names.found(text);
            if (offered[i] == EventNames.UNKNOWN) {
                unknown(text);
                return;
            }
        }
        listener.rests(lines, Arrays.stream(offered).filter(event -> event >= 0).toArray(), row);
    }

    private void unknown(String text) {
        String channel = EventNames.channel(text);
        findings.unknown(lines.place(), text, channel, Spelling.didYouMean(channel, names.channels()));
    }

    private void unreadable(String wrong) {
        if (lines.isTorn() && mapping.format() == LogFormat.JSON) {
            findings.torn(lines.place(), wrong);
            return;
        }
        switch (mapping.unreadable()) {
            case ERROR -> findings.unreadable(lines.place(), wrong);
            case SKIP -> findings.other();
            case GAP -> {
                row.clear();
                findings.gap(lines.place());
                listener.missing(lines, row);
            }
        }
    }

    /** Times are compared as texts: those of one length and form sort as they follow each other. */
    private void time() {
        byte[] bytes = row.bytes(time);
        int from = row.from(time);
        int to = row.to(time);
        if (to - from == before.length) {
            if (Arrays.compare(bytes, from, to, before, 0, before.length) < 0) {
                findings.backwards(lines.place());
            }
            System.arraycopy(bytes, from, before, 0, before.length);
        } else {
            before = Arrays.copyOfRange(bytes, from, to);
        }
    }
}
