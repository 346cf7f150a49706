package org.cspcheck.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A request from outside to stop, and the answer that everything finished has been reported.
 *
 * <p>Ctrl-C makes the Java machine run its shutdown hooks and then end with 130. The hook asks for the stop and holds the end back until the
 * report is out, or for a few seconds at the most.
 */
final class Interruption implements BooleanSupplier {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final CountDownLatch reported = new CountDownLatch(1);
    private volatile boolean requested;
    private volatile Duration patience = PATIENCE;

    /** {@return whether to stop} */
    @Override
    public boolean getAsBoolean() {
        return requested;
    }

    /** What ends may take so long. */
    void allow(Duration time) {
        patience = patience.compareTo(time) < 0 ? time : patience;
    }

    void request() {
        requested = true;
    }

    /** The report is complete; nothing is written after this. */
    void reported() {
        reported.countDown();
    }

    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "interruption"));
    }

    private void stop() {
        request();
        try {
            reported.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
