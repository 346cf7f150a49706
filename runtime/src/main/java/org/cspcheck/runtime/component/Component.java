package org.cspcheck.runtime.component;

/**
 * A process of a network, in blocking style.
 *
 * <p>What it does must depend on its constructor's arguments and on what it receives, and on nothing else. Then the same code can be run and
 * can be proved. A new object is made for each run of the code. Returning is termination; an exception is a failure of the process.
 *
 * {@snippet :
 * public final class Fork implements Component {
 *     private final int left;
 *     private final int right;
 *
 *     public Fork(int left, int right) {
 *         this.left = left;
 *         this.right = right;
 *     }
 *
 *     public void run(Events events) throws Exception {
 *         events.loop("free", free -> events.<String>choice()
 *                 .on("picks", List.of(left), who -> { events.perform("drops", left); return free; })
 *                 .take());
 *     }
 * }
 * }
 */
@FunctionalInterface
public interface Component {
    void run(Events events) throws Exception;
}
