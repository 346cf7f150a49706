package org.cspcheck.model.event;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A relation between events, as {@code P[[a <- b, a <- c]]} gives it.
 *
 * <p>An event of the domain becomes every one of its images, and stays itself only if it is among them; every other event stays.
 * Renamings that are equal as values relate the same events.
 */
public interface Renaming {
    /** {@return what {@code event} may become: ascending, without repetition, {@code {event}} outside the domain} */
    int[] images(int event);

    /** {@return the renaming with these images; other events stay} */
    static Renaming of(Map<Integer, int[]> images) {
        var sorted = new TreeMap<Integer, int[]>();
        images.forEach((event, to) -> sorted.put(event, Arrays.stream(to).sorted().distinct().toArray()));
        return new Listed(sorted);
    }

    /** A renaming given pair by pair. */
    final class Listed implements Renaming {
        private final TreeMap<Integer, int[]> images;

        private Listed(TreeMap<Integer, int[]> images) {
            this.images = images;
        }

        @Override
        public int[] images(int event) {
            int[] found = images.get(event);
            return found == null ? new int[] {event} : found;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Listed that
                    && images.keySet().equals(that.images.keySet())
                    && images.entrySet().stream().allMatch(e -> Arrays.equals(e.getValue(), that.images.get(e.getKey())));
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (var entry : images.entrySet()) {
                hash = 31 * hash + 31 * entry.getKey() + Arrays.hashCode(entry.getValue());
            }
            return hash;
        }
    }
}
