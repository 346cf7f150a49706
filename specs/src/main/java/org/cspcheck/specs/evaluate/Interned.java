package org.cspcheck.specs.evaluate;

import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One object for each key while anybody else holds it: a network that was taken apart need not leave a set for each of its processes behind.
 *
 * <p>Keys go on the cleaner's thread, soon after what they stand for; hence the locks. A key may have been given anew by then.
 */
final class Interned<K, V> {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final int FEW = 64;

    private Map<K, WeakReference<V>> held = new HashMap<>();
    private int most;

    synchronized V of(K key, Supplier<V> made) {
        WeakReference<V> known = held.get(key);
        V value = known == null ? null : known.get();
        if (value == null) {
            value = made.get();
            var reference = new WeakReference<>(value);
            held.put(key, reference);
            most = Math.max(most, held.size());
            CLEANER.register(value, () -> forget(key, reference));
        }
        return value;
    }

    private synchronized void forget(K key, WeakReference<V> reference) {
        held.remove(key, reference);
        if (held.size() < most / 4 && most > FEW) {
            held = new HashMap<>(held);
            most = held.size();
        }
    }
}
