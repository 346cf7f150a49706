package org.cspcheck.cli.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.cspcheck.cli.log.Strand.Entry;
import org.cspcheck.explorer.trace.Causality;
import org.cspcheck.explorer.trace.Session;
import org.cspcheck.explorer.trace.TraceVerifier;

/**
 * Several logs as one run: an event that some of them recorded under one number happens once, when it is next in all of them.
 *
 * <p>Of the events that can be next one is taken that the specification allows, the strand of the last one first. So the order is one of
 * those that the logs leave open, and it is enough for {@code holds}: the logs fit the specification. When nothing that can be next is
 * allowed, {@link Causality} says whether another order could have gone on; only if none could, the logs fail.
 */
final class Merge {
    private final TraceVerifier verifier;
    private final Findings findings;
    private final BooleanSupplier stopped;
    private Session session;
    private Causality causality;
    private final Strands strands;
    private final SeenBefore happened = new SeenBefore();
    private int turn;
    private long records;
    private int searches;
    private Orders.Answer others = new Orders.Answer.Open();

    Merge(TraceVerifier verifier, Strands strands, Findings findings, BooleanSupplier stopped) {
        this.verifier = verifier;
        this.strands = strands;
        this.findings = findings;
        this.stopped = stopped;
        this.session = verifier.session();
        this.causality = new Causality(verifier);
        strands.onStrand(strand -> causality.log());
    }

    /** After this many records the order that was chosen stays. */
    private static final int MOST_RECORDS = 1 << 14;

    private static final int MOST_SEARCHES = 100;

    /** Reads all logs to their ends, or to where they cannot go on together. */
    void read() throws IOException {
        do {
            strands.read();
        } while (!stopped.getAsBoolean() && !findings.isContradicted() && (step() || strands.readOn() || reorders()));
    }

    /** What holds when no more can happen. */
    void end() {
        List<Strand> left = strands.all().stream().filter(strand -> strand.head() != null).toList();
        if (strands.all().stream().anyMatch(Strand::isLost)) {
            findings.undecided("more records stand behind an event that could not happen at first than are kept");
        } else if (left.isEmpty()) {
            boolean told = IntStream.range(0, verifier.monitors().size()).allMatch(causality::isTold);
            if (told) {
                findings.ended(Optional.empty(), session);
            } else {
                findings.endedInSomeOrder(session);
            }
        } else if (!findings.isContradicted()) {
            new Standstill(left).tell();
        }
    }

    /** Nothing can happen in this order; {@return whether there is one that goes further, which is taken now} */
    private boolean reorders() {
        List<Strand> all = strands.all();
        if (findings.isContradicted() || records > MOST_RECORDS || ++searches > MOST_SEARCHES || all.stream().allMatch(strand -> strand.head() == null) || all.stream().anyMatch(Strand::isLost)) {
            return false;
        }
        others = new Orders(verifier, all.stream().map(Strand::everything).toList(), strands::isWhole).of((int) records + 1);
        if (!(others instanceof Orders.Answer.Found(List<Integer> turns))) {
            return false;
        }
        strands.rewind();
        findings.restart();
        records = 0;
        session = verifier.session();
        causality = new Causality(verifier);
        all.forEach(strand -> causality.log());
        for (int next : turns) {
            if (!happens(all.get(next), all.get(next).head())) {
                if (findings.isContradicted()) {
                    return false;
                }
                throw new IllegalStateException("an order that was found is not allowed");
            }
            turn = next;
        }
        return true;
    }

    // ---- one step

    /** {@return whether something happened} */
    private boolean step() {
        int count = strands.all().size();
        for (int i = 0; i < count; i++) {
            Strand strand = strands.all().get((turn + i) % count);
            if (strand.head() != null && happens(strand, strand.head())) {
                turn = strand.number;
                return true;
            }
        }
        return false;
    }

    private boolean happens(Strand strand, Entry entry) {
        return switch (entry) {
            case Entry.Happened event -> {
                List<Strand> together = together(strand, event);
                yield !together.isEmpty() && isAgreed(together, event) && isAllowed(event) && perform(together, event);
            }
            case Entry.Rests rests -> isAllowed(rests) && advance(List.of(strand));
            case Entry.Missing missing -> {
                session.gap();
                causality.gap();
                yield advance(List.of(strand));
            }
        };
    }

    /** {@return the strands in which this event is next, if it is in all that have it; else none} */
    private List<Strand> together(Strand strand, Entry.Happened event) {
        if (event.rendezvous().isEmpty()) {
            return List.of(strand);
        }
        List<Strand> ends = strands.ends(event.rendezvous());
        return ends.size() > 1 && ends.stream().allMatch(end -> end.isAt(event.rendezvous())) ? List.copyOf(ends) : List.of();
    }

    /** Ends that recorded different events cannot be those of one. */
    private boolean isAgreed(List<Strand> together, Entry.Happened event) {
        for (Strand end : together) {
            var other = (Entry.Happened) end.head();
            if (other.event() != event.event() || !other.text().equals(event.text())) {
                findings.different(event.rendezvous(), findings.place(event.place()), text(event), findings.place(other.place()), text(other));
                return false;
            }
        }
        return true;
    }

    private boolean isAllowed(Entry.Happened event) {
        return verifier.knows(event.event()) && session.refusing(event.event()).length == 0;
    }

    private boolean isAllowed(Entry.Rests rests) {
        return rests.monitor() < 0 ? session.mayOffer(rests.offered()) : session.mayOffer(rests.monitor(), rests.offered());
    }

    private boolean perform(List<Strand> together, Entry.Happened event) {
        causality.performed(numbers(together), verifier.parties(event.event()));
        if (!strands.isAll(together) && together.size() > 1) {
            happened.add(event.rendezvous());
        }
        advance(together);
        findings.event();
        return session.accept(event.event(), event.place());
    }

    private boolean advance(List<Strand> together) {
        strands.advance(together);
        if (++records > MOST_RECORDS) {
            strands.forget();
        }
        return true;
    }

    private static int[] numbers(List<Strand> strands) {
        return strands.stream().mapToInt(strand -> strand.number).toArray();
    }

    private String text(Entry.Happened event) {
        return event.text().isEmpty() ? verifier.name(event.event()) : event.text();
    }

    // ---- nothing more can happen

    /** Why strands do not go on. */
    private final class Standstill {
        private final List<Strand> left;
        private final List<Strand> refused = new ArrayList<>();
        private final List<Strand> alone = new ArrayList<>();
        private final List<Strand> waiting = new ArrayList<>();

        Standstill(List<Strand> left) {
            this.left = left;
            for (Strand strand : left) {
                boolean numbered = strand.head() instanceof Entry.Happened event && !event.rendezvous().isEmpty();
                List<Strand> kind = !numbered ? refused
                        : strands.ends(((Entry.Happened) strand.head()).rendezvous()).size() == 1 ? alone
                        : together(strand, (Entry.Happened) strand.head()).isEmpty() ? waiting : refused;
                kind.add(strand);
            }
        }

        void tell() {
            List<Strand> circle = circle();
            if (!circle.isEmpty()) {
                crossing(circle);
                return;
            }
            boolean last = others instanceof Orders.Answer.None || refused.stream().allMatch(this::isRefusedForGood) && alone.stream().allMatch(this::isRefusedForGood);
            if (last && !refused.isEmpty() && !hasLateEnds()) {
                fail(refused.getFirst());
                return;
            }
            alone.forEach(strand -> {
                var event = (Entry.Happened) strand.head();
                findings.alone(event.rendezvous(), findings.place(event.place()), strands.isAll());
            });
            if (!refused.isEmpty()) {
                var place = findings.place(refused.getFirst().head().place());
                findings.undecided("in the order that was tried, " + place + " is not allowed; the logs leave other orders open");
            }
        }

        /** Whether what is next here is refused in every order: see {@link Causality}. */
        private boolean isRefusedForGood(Strand strand) {
            return switch (strand.head()) {
                case Entry.Happened event -> {
                    int[] logs = event.rendezvous().isEmpty() ? new int[] {strand.number} : numbers(strands.ends(event.rendezvous()));
                    yield !verifier.knows(event.event())
                            || IntStream.of(session.refusing(event.event())).anyMatch(monitor -> causality.isTold(logs, monitor));
                }
                case Entry.Rests rests -> !isAllowed(rests) && (rests.monitor() >= 0
                        ? causality.isTold(new int[] {strand.number}, rests.monitor())
                        : IntStream.range(0, verifier.monitors().size()).allMatch(monitor -> causality.isTold(new int[] {strand.number}, monitor)));
                case Entry.Missing missing -> false;
            };
        }

        private void fail(Strand strand) {
            switch (strand.head()) {
                case Entry.Happened event -> {
                    findings.event();
                    session.accept(event.event(), event.place());
                    findings.refused(findings.place(event.place()), Optional.empty(), text(event), session);
                }
                case Entry.Rests rests -> findings.refuses(findings.place(rests.place()), Optional.empty(), rests.monitor(), rests.offered(), rests.texts(), session);
                case Entry.Missing missing -> throw new IllegalStateException("a gap is always allowed");
            }
        }

        /** Ends beyond the window, of a rendezvous that has happened without them, would have changed the order. */
        private boolean hasLateEnds() {
            return left.stream().anyMatch(strand -> alone.contains(strand) && happened.mayHold(((Entry.Happened) strand.head()).rendezvous()));
        }

        /** {@return strands each of which waits for the next one, and the last one for the first; empty if there are none} */
        private List<Strand> circle() {
            var inside = new ArrayList<>(waiting);
            while (inside.removeIf(strand -> waitsFor(strand).stream().noneMatch(inside::contains))) {
                // until each waits for another one of them
            }
            var path = new ArrayList<Strand>();
            for (Strand at = inside.isEmpty() ? null : inside.getFirst(); at != null; at = waitsFor(at).stream().filter(inside::contains).findFirst().orElse(null)) {
                if (path.contains(at)) {
                    return path.subList(path.indexOf(at), path.size());
                }
                path.add(at);
            }
            return List.of();
        }

        private List<Strand> waitsFor(Strand strand) {
            String rendezvous = ((Entry.Happened) strand.head()).rendezvous();
            return strands.ends(rendezvous).stream().filter(end -> !end.isAt(rendezvous)).toList();
        }

        private void crossing(List<Strand> circle) {
            var told = new ArrayList<String>();
            for (int i = 0; i < circle.size(); i++) {
                var head = (Entry.Happened) circle.get(i).head();
                Strand next = circle.get((i + 1) % circle.size());
                told.add(head.rendezvous() + " is at " + findings.place(head.place()) + ", and in the other log only at "
                        + findings.place(next.find(head.rendezvous()).place()));
            }
            findings.crossing(told, findings.place(circle.getFirst().head().place()));
        }
    }
}
