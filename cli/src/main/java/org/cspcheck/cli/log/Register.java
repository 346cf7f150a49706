package org.cspcheck.cli.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Numbers for keys, and what is known of each: some forty bytes beside the key itself, and no object. Open addressing; keys stand one after another
 * in chunks.
 */
final class Register {
    private static final int CHUNK = 1 << 20;

    /** What an entry takes beside its key, with the room that the tables leave free. */
    private static final int ENTRY = 52;

    private final List<byte[]> chunks = new ArrayList<>();
    private int filled;
    private int size;
    private long bytes;
    private int[] slots = new int[128];
    private int[] chunk = new int[64];
    private int[] from = new int[64];
    private int[] length = new int[64];
    private int[] place = new int[64];
    private int[] gaps = new int[64];
    private long[] events = new long[64];

    int size() {
        return size;
    }

    /** {@return how much memory it takes, about} */
    long bytes() {
        return bytes;
    }

    /** {@return the number of this key; -1 if it has none} */
    int find(byte[] key, int start, int end) {
        int mask = slots.length - 1;
        for (int slot = ByteTable.hash(key, start, end) >>> 7 & mask; slots[slot] != 0; slot = slot + 1 & mask) {
            int number = slots[slot] - 1;
            if (length[number] == end - start
                    && Arrays.equals(chunks.get(chunk[number]), from[number], from[number] + length[number], key, start, end)) {
                return number;
            }
        }
        return -1;
    }

    /** {@return the number of a key that is not there yet} */
    int add(byte[] key, int start, int end) {
        if (size == place.length) {
            chunk = Arrays.copyOf(chunk, 2 * size);
            from = Arrays.copyOf(from, 2 * size);
            length = Arrays.copyOf(length, 2 * size);
            place = Arrays.copyOf(place, 2 * size);
            gaps = Arrays.copyOf(gaps, 2 * size);
            events = Arrays.copyOf(events, 2 * size);
            slots = new int[4 * size];
            for (int number = 0; number < size; number++) {
                insert(number);
            }
        }
        int count = end - start;
        if (chunks.isEmpty() || filled + count > chunks.getLast().length) {
            chunks.add(new byte[Math.max(CHUNK, count)]);
            filled = 0;
        }
        System.arraycopy(key, start, chunks.getLast(), filled, count);
        chunk[size] = chunks.size() - 1;
        from[size] = filled;
        length[size] = count;
        filled += count;
        bytes += count + ENTRY;
        insert(size);
        return size++;
    }

    private void insert(int number) {
        int mask = slots.length - 1;
        int slot = ByteTable.hash(chunks.get(chunk[number]), from[number], from[number] + length[number]) >>> 7 & mask;
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot] = number + 1;
    }

    /** {@return a copy of a key} */
    byte[] key(int number) {
        return Arrays.copyOfRange(chunks.get(chunk[number]), from[number], from[number] + length[number]);
    }

    int place(int number) {
        return place[number];
    }

    long events(int number) {
        return events[number];
    }

    /** {@return how many of the gaps that concern all keys have been taken into account in the place} */
    int gaps(int number) {
        return gaps[number];
    }

    void put(int number, int where, long count, int known) {
        place[number] = where;
        events[number] = count;
        gaps[number] = known;
    }

    /** {@return a register of those entries that are to be kept, in their order} */
    Register only(IntPredicate kept) {
        var less = new Register();
        for (int number = 0; number < size; number++) {
            if (kept.test(number)) {
                less.put(less.add(chunks.get(chunk[number]), from[number], from[number] + length[number]), place[number], events[number], gaps[number]);
            }
        }
        return less;
    }
}
