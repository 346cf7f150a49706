package org.cspcheck.explorer.search;

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

    @Override
    public void close() {
        for (Part part : parts) {
            part.close();
        }
    }
}
