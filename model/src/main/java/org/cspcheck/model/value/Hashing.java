package org.cspcheck.model.value;

/** Hash codes of composed values. Data is mostly small numbers, for which the usual {@code 31 * a + b} collides all the time. */
public final class Hashing {
    private Hashing() {}

    /** {@return a hash of everything hashed so far and one more} */
    public static int combine(int hash, int next) {
        int mixed = (hash ^ next) * 0x9E3779B1 + (hash >>> 3);
        return mixed ^ mixed >>> 15;
    }
}
