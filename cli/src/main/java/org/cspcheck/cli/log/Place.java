package org.cspcheck.cli.log;

/** A line of one of several logs as one number, which is what a session keeps of it. */
final class Place {
    private static final int FILE_SHIFT = 48;

    private Place() {}

    static long of(int file, long line) {
        return (long) file << FILE_SHIFT | line;
    }

    static int file(long place) {
        return (int) (place >>> FILE_SHIFT);
    }

    static long line(long place) {
        return place & (1L << FILE_SHIFT) - 1;
    }
}
