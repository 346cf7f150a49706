package org.cspcheck.cli.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Records whose order is known: those of one log, or of one process in it. Holds what has been read and has not happened yet. */
final class Strand {
    /** What a record says. */
    sealed interface Entry {
        long place();

        /**
         * An event.
         *
         * @param text as it was written, where it is no event of its channel's type; else empty
         * @param rendezvous the number that its ends have in common; empty for an event of this strand alone
         */
        record Happened(int event, String text, String rendezvous, long place) implements Entry {}

        /**
         * Offers at rest.
         *
         * @param monitor whose they are; -1 for those of all together
         */
        record Rests(int monitor, int[] offered, List<String> texts, long place) implements Entry {}

        /** Events are missing. */
        record Missing(long place) implements Entry {}
    }

    final int number;
    final int source;

    /** Whether it does not go on: what is read of it from now on is not kept. */
    private boolean blocked;

    private boolean cut;

    /** What has happened, as long as another order may be tried. */
    private List<Entry> past = new ArrayList<>();
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();

    /** @param source the log that it is read from */
    Strand(int number, int source) {
        this.number = number;
        this.source = source;
    }

    void add(Entry entry) {
        if (blocked) {
            cut = true;
        } else {
            entries.add(entry);
        }
    }

    boolean isBlocked() {
        return blocked;
    }

    /** It does not go on, and others do; {@return how many records it holds} */
    int block() {
        blocked = true;
        return entries.size();
    }

    /** {@return whether something was read and not kept} */
    boolean isCut() {
        return cut;
    }

    /** {@return whether what comes next was read and not kept} */
    boolean isLost() {
        return cut && entries.isEmpty();
    }

    /** {@return what comes next; null if nothing is known to} */
    Entry head() {
        return entries.peek();
    }

    void advance() {
        Entry entry = entries.remove();
        if (past != null) {
            past.add(entry);
        }
    }

    /** From now on the past is not needed. */
    void forget() {
        past = null;
    }

    /** {@return everything that has been read} Not after it was told to {@link #forget}. */
    List<Entry> everything() {
        var all = new ArrayList<>(past);
        all.addAll(entries);
        return all;
    }

    /** Nothing has happened yet; {@return how many records had} */
    int rewind() {
        int happened = past.size();
        past.reversed().forEach(entries::addFirst);
        past.clear();
        return happened;
    }

    boolean isAt(String rendezvous) {
        return head() instanceof Entry.Happened head && head.rendezvous().equals(rendezvous);
    }

    /** {@return where this rendezvous stands, which is read and has not happened} */
    Entry.Happened find(String rendezvous) {
        return entries.stream()
                .filter(Entry.Happened.class::isInstance)
                .map(Entry.Happened.class::cast)
                .filter(entry -> entry.rendezvous().equals(rendezvous))
                .findFirst()
                .orElseThrow();
    }
}
