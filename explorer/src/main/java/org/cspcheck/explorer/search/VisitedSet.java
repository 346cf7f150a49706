package org.cspcheck.explorer.search;

import org.cspcheck.explorer.search.disk.Records;
import org.cspcheck.explorer.system.Layout;

/**
 * The states met so far, exactly, outside the Java heap, in parts by the top bits of the key.
 *
 * <p>A part is used by one thread at a time, different parts by different threads, and nothing is locked. A part that is full grows alone, so
 * growing takes a sixteenth of the memory and of the time. In a large round the keys of one part come together: what they touch is small
 * enough for caches, and many probes are under way at once.
 */
final class VisitedSet implements AutoCloseable {
    /** Fewer keys than this are not worth sharing. */
    static final int FEW = 512;

    /** In 1/256 of the room: what is left is more than the keys of a round, in a part that is large. */
    private static final int FULL = 254;

    /** Seven eighths. */
    private static final int FILLING = 224;

    /** Parts of 2^20 keys differ by less. */
    private static final int NEARLY_FULL = 251;

    private final Keys keys;
    private final Part[] parts = new Part[Keys.PARTS];

    VisitedSet(Layout layout, Budget budget) {
        keys = new Keys(layout);
        for (int p = 0; p < parts.length; p++) {
            parts[p] = new Part(keys.rest, layout.words(), budget);
        }
    }

    Keys keys() {
        return keys;
    }

    /** Adds what batches have for one part; to be called once for each part. Of equal states the first in order is the new one. */
    void addAll(Batch[] batches, int count, int part, Part.Scratch scratch) {
        for (int b = 0; b < count; b++) {
            parts[part].add(batches[b], batches[b].from(part), batches[b].from(part + 1), scratch);
        }
    }

    /**
     * Lets all parts that are nearly full grow, side by side, when one of them is about to. Parts fill evenly, so otherwise they would grow
     * soon after, one at a time.
     */
    void grow(Team team) {
        boolean due = false;
        for (Part part : parts) {
            due |= part.isFilled(FULL);
        }
        if (due) {
            team.run(parts.length, (part, worker) -> {
                if (parts[part].isFilled(NEARLY_FULL)) {
                    parts[part].grow();
                }
            });
        }
    }

    /** {@return bytes of memory in use} */
    long bytes() {
        long bytes = 0;
        for (Part part : parts) {
            bytes += part.bytes();
        }
        return bytes;
    }

    /** {@return whether some part will soon grow, and all of them will then take more than these bytes} */
    boolean outgrows(long most) {
        long bytes = 0;
        boolean full = false;
        for (Part part : parts) {
            full |= part.isFilled(FILLING);
            bytes += part.isFilled(FILLING) ? part.grownBytes() : part.bytes();
        }
        return full && bytes > most;
    }

    boolean isEmpty() {
        for (Part part : parts) {
            if (!part.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Gives all states in the order of their records: first the key, then the further words. */
    void forEach(Records sink) {
        for (int p = 0; p < parts.length; p++) {
            parts[p].forEach((long) p << keys.rest, sink);
        }
    }

    /** Adds a state that is not in the set, by its record. */
    void restore(long[] record) {
        parts[(int) (record[0] >>> keys.rest)].restore(record);
    }

    /** Forgets all states; the memory stays. */
    void clear() {
        for (Part part : parts) {
            part.clear();
        }
    }

    @Override
    public void close() {
        for (Part part : parts) {
            part.close();
        }
    }
}
