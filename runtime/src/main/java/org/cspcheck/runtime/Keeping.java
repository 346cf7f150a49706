package org.cspcheck.runtime;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What lets networks be saved, and go on: the channels and barriers whose content is saved, as long as somebody uses them; who saves; and where
 * they stood.
 */
final class Keeping {
    private static final int SWEEP = 64;

    /** Null unless the networks are being saved. */
    private Saving saving;
    /** Null unless they go on where they were saved. */
    private final Resumption resumption;
    private List<WeakReference<Kept>> kept = new ArrayList<>();
    private int sweepAt = SWEEP;

    Keeping(Resumption resumption) {
        this.resumption = resumption;
    }

    Saving saving() {
        return saving;
    }

    Resumption resumption() {
        return resumption;
    }

    /** {@return whether nobody was at it already} */
    boolean begin(Saving begun) {
        if (saving != null) {
            return false;
        }
        saving = begun;
        return true;
    }

    /** The networks go on: they could not be saved. */
    void giveUp() {
        saving = null;
    }

    void add(Kept thing) {
        if (kept.size() >= sweepAt) {
            kept.removeIf(reference -> reference.get() == null);
            sweepAt = 2 * Math.max(SWEEP, kept.size());
        }
        kept.add(new WeakReference<>(thing));
    }

    /** {@return what each of them holds, encoded} */
    Map<String, byte[]> all() throws IOException {
        var all = new LinkedHashMap<String, byte[]>();
        Set<Kept> seen = new HashSet<>();
        for (WeakReference<Kept> reference : kept) {
            Kept thing = reference.get();
            Object content = thing == null || !seen.add(thing) ? null : thing.kept();
            if (content != null && all.put(thing.name(), Saving.encoded(thing.name(), content)) != null) {
                throw new IOException("the networks cannot be saved: two channels are called " + thing.name() + ", and both hold something");
            }
        }
        return all;
    }
}
