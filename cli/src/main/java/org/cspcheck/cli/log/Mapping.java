package org.cspcheck.cli.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cspcheck.model.source.Source;
import org.cspcheck.specs.yaml.SpecFile;
import org.cspcheck.specs.yaml.SpecFile.LogFormat;
import org.cspcheck.specs.yaml.SpecFile.Unreadable;

/**
 * Which members of a line mean what.
 *
 * <p>The wanted members are numbered: the event, or the channel and its data, from 0; then those named here.
 *
 * @param members where each stands, as the segments of its pointer
 * @param parts how many of them make up the event
 * @param separatesProcesses whether one log holds records of several processes, each in an order of its own
 */
record Mapping(
        LogFormat format, Optional<Pattern> pattern, List<List<String>> members, int parts, Unreadable unreadable, boolean separatesProcesses) {
    /** Members after those of the event, in this order. */
    enum Extra {
        /** The session that the line belongs to. */
        BY,
        /** {@code true}: events are missing here. */
        GAP,
        /** What was on offer when the process stopped. */
        OFFERS,
        TIME,
        /** Whose record the line is. */
        PROCESS,
        /** The number that all ends of one event record. */
        RENDEZVOUS
    }

    private static final String NOWHERE = "\0";

    static Mapping of(SpecFile.Trace trace) {
        var members = new ArrayList<List<String>>();
        if (trace.channel().isPresent()) {
            members.add(segments(trace.channel().get()));
            trace.arguments().forEach(pointer -> members.add(segments(pointer)));
        } else {
            members.add(trace.event().map(Mapping::segments).orElse(List.of("event")));
        }
        int parts = members.size();
        members.add(trace.by().map(Mapping::segments).orElse(List.of(NOWHERE)));
        members.add(List.of("gap"));
        members.add(List.of("offers"));
        members.add(List.of("time"));
        members.add(trace.process().map(Mapping::segments).orElse(List.of("process")));
        members.add(trace.rendezvous().map(Mapping::segments).orElse(List.of(NOWHERE)));
        return new Mapping(
                trace.format(), trace.pattern().map(text -> Pattern.compile(text.text())), List.copyOf(members), parts, trace.unreadable(),
                trace.process().isPresent());
    }

    private static List<String> segments(Source pointer) {
        var segments = new ArrayList<String>();
        for (String segment : pointer.text().substring(1).split("/", -1)) {
            segments.add(segment.replace("~1", "/").replace("~0", "~"));
        }
        return List.copyOf(segments);
    }

    int size() {
        return members.size();
    }

    int member(Extra extra) {
        return parts + extra.ordinal();
    }

    boolean wants(Extra extra) {
        return !members.get(member(extra)).equals(List.of(NOWHERE));
    }

    /** {@return the event's own pointers, as people wrote them} */
    String eventPointer() {
        return "/" + String.join("/", members.getFirst());
    }

    Decoder decoder() {
        return switch (format) {
            case JSON -> new JsonDecoder(this);
            case CSV -> new CsvDecoder(this);
            case TEXT -> new TextDecoder(this);
        };
    }
}
