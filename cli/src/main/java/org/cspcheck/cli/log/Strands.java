package org.cspcheck.cli.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.cspcheck.cli.log.Mapping.Extra;
import org.cspcheck.cli.log.Strand.Entry;
import org.cspcheck.explorer.trace.TraceVerifier;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.SpecificationException;

/** Several logs read side by side, each as far ahead as a window allows, and the rendezvous that stand in what has been read. */
final class Strands implements LogReader.Listener {
    /** How many records are read ahead, in all logs together. */
    static final int WINDOW = 1 << 17;

    private static final int SMALLEST_WINDOW = 1 << 10;

    /** Vector clocks are as long as this, and there are as many of them. */
    private static final int MOST_STRANDS = 2_000;

    private final TraceVerifier verifier;
    private final Mapping mapping;
    private final EventNames names;
    private final Findings findings;
    private final BooleanSupplier stopped;
    private final int window;
    private final List<LogReader> sources = new ArrayList<>();
    private final BitSet ended = new BitSet();
    private int[] waiting = {};
    private final List<Strand> strands = new ArrayList<>();
    private final Map<String, Strand> byProcess = new HashMap<>();
    private final Map<String, List<Strand>> ends = new HashMap<>();
    private Consumer<Strand> made = strand -> {};
    private int source;
    private boolean forgets;

    /** @param window how many records are read ahead */
    Strands(TraceVerifier verifier, Mapping mapping, EventNames names, Findings findings, BooleanSupplier stopped, int window) {
        this.verifier = verifier;
        this.mapping = mapping;
        this.names = names;
        this.findings = findings;
        this.stopped = stopped;
        this.window = window;
    }

    void add(Lines log) {
        sources.add(new LogReader(log, mapping, names, findings, this));
        waiting = new int[sources.size()];
    }

    /** @param made is given each strand when its first record is read */
    void onStrand(Consumer<Strand> made) {
        this.made = made;
    }

    List<Strand> all() {
        return strands;
    }

    /** {@return the strands that are known to hold this rendezvous, in the order of reading} */
    List<Strand> ends(String rendezvous) {
        return ends.get(rendezvous);
    }

    /** From now on no other order can be tried. */
    void forget() {
        forgets = true;
        strands.forEach(Strand::forget);
    }

    /** {@return whether everything has been read} */
    boolean isAll() {
        return ended.cardinality() == sources.size();
    }

    /** {@return whether everything that this strand has is known} */
    boolean isWhole(int strand) {
        return ended.get(strands.get(strand).source) && !strands.get(strand).isCut();
    }

    /** {@return whether nothing more can be known of the ends of a rendezvous that these strands have} */
    boolean isAll(List<Strand> known) {
        return isAll() || !mapping.separatesProcesses() && known.size() == sources.size();
    }

    /** Reads every log as far ahead as the window allows. */
    void read() throws IOException {
        int each = Math.max(Math.min(SMALLEST_WINDOW, window), window / sources.size());
        for (source = 0; source < sources.size(); source++) {
            while (!ended.get(source) && waiting[source] < each && !stopped.getAsBoolean()) {
                if (!sources.get(source).next()) {
                    ended.set(source);
                    if (sources.get(source).lines().isTornStream()) {
                        findings.tornStream(sources.get(source).lines());
                    }
                }
            }
        }
    }

    /**
     * Nothing goes on in what has been read; {@return whether there may be strands in a log that have not been seen, and are read now} What the
     * strands that are known have behind the window is not kept.
     */
    boolean readOn() {
        if (isAll() || !mapping.separatesProcesses()) {
            return false;
        }
        strands.stream().filter(strand -> strand.head() != null && !strand.isBlocked()).forEach(strand -> waiting[strand.source] -= strand.block());
        return true;
    }

    /** Everything that has been read is still to happen. */
    void rewind() {
        ends.clear();
        for (Strand strand : strands) {
            int happened = strand.rewind();
            waiting[strand.source] += strand.isBlocked() ? 0 : happened;
            for (Entry entry : strand.everything()) {
                if (entry instanceof Entry.Happened event && !event.rendezvous().isEmpty()) {
                    ends.computeIfAbsent(event.rendezvous(), unseen -> new ArrayList<>(2)).add(strand);
                }
            }
        }
    }

    /** What stands first in these has happened. */
    void advance(List<Strand> together) {
        if (together.getFirst().head() instanceof Entry.Happened head) {
            ends.remove(head.rendezvous());
        }
        for (Strand strand : together) {
            strand.advance();
            if (!strand.isBlocked()) {
                waiting[strand.source]--;
            }
        }
    }

    @Override
    public void happened(Lines at, int event, Row row) {
        int member = mapping.member(Extra.RENDEZVOUS);
        String rendezvous = row.has(member) ? row.text(member) : "";
        String text = event == EventNames.OUTSIDE ? row.joined(mapping.parts()) : "";
        var entry = new Entry.Happened(event, text, rendezvous, Place.of(source, at.number()));
        Strand strand = strand(row);
        if (!rendezvous.isEmpty() && !strand.isBlocked()) {
            List<Strand> others = ends.computeIfAbsent(rendezvous, unseen -> new ArrayList<>(2));
            if (others.contains(strand)) {
                findings.twice(rendezvous, findings.place(strand.find(rendezvous).place()), at.place());
                return;
            }
            others.add(strand);
        }
        put(strand, entry);
    }

    @Override
    public void rests(Lines at, int[] offered, Row row) {
        int process = mapping.member(Extra.PROCESS);
        int monitor = row.has(process) ? verifier.monitors().indexOf(row.text(process)) : -1;
        if (row.has(process) && monitor < 0) {
            findings.noProcess(at.place(), row.text(process), verifier.monitors());
        } else {
            put(strand(row), new Entry.Rests(monitor, offered, row.offers(), Place.of(source, at.number())));
        }
    }

    @Override
    public void missing(Lines at, Row row) {
        put(strand(row), new Entry.Missing(Place.of(source, at.number())));
    }

    private void put(Strand strand, Entry entry) {
        strand.add(entry);
        if (!strand.isBlocked()) {
            waiting[strand.source]++;
        }
    }

    /** Of the log, or of the process in it where the spec says that records of processes are mixed. */
    private Strand strand(Row row) {
        int process = mapping.member(Extra.PROCESS);
        String key = source + (mapping.separatesProcesses() && row.has(process) ? " " + row.text(process) : "");
        Strand known = byProcess.get(key);
        if (known == null) {
            if (strands.size() == MOST_STRANDS) {
                throw new SpecificationException(Diagnostic.error("CSP0811", null, "the logs are those of more than " + MOST_STRANDS + " processes")
                        .because("the order of their events is kept for each two of them")
                        .tryThis("verify runs one by one, or parts of them"));
            }
            known = new Strand(strands.size(), source);
            strands.add(known);
            byProcess.put(key, known);
            made.accept(known);
            if (forgets) {
                known.forget();
            }
        }
        return known;
    }
}
