package org.cspcheck.explorer.search;

/** A number that two different things are unlikely to share: FNV-1a with 64 bits, mixed at the end. */
public final class Fingerprint {
    private static final long PRIME = 0x100000001b3L;

    private long hash = 0xcbf29ce484222325L;

    /** {@return the number of these bytes} */
    public static long of(byte[] bytes) {
        var fingerprint = new Fingerprint();
        for (byte b : bytes) {
            fingerprint.add(b);
        }
        return fingerprint.value();
    }

    public Fingerprint add(long number) {
        long rest = number;
        for (int i = 0; i < Long.BYTES; i++, rest >>>= 8) {
            hash = (hash ^ rest & 0xff) * PRIME;
        }
        return this;
    }

    public Fingerprint add(int[] numbers) {
        add(numbers.length);
        for (int number : numbers) {
            add(number);
        }
        return this;
    }

    public long value() {
        long x = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
        return x ^ x >>> 32;
    }
}
