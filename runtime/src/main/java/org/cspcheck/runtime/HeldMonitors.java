package org.cspcheck.runtime;

import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.util.Optional;

/**
 * Looks whether a process that is about to wait is inside {@code synchronized}, now and then: for the monitors that a carrier does not see.
 *
 * <p>Where all processes share one thread, a monitor that a waiting process keeps would block that thread for ever at the next one who wants it.
 * The JVM tells which monitors a thread holds, in about 80 microseconds. That is code's property rather than a run's, so waits are counted
 * for each class of behaviour, in all runs together: the first {@value #ALWAYS} are looked at, and then ever fewer. Of one process only the
 * first waits and ever fewer later ones are counted, because processors that counted each wait in one place would hold each other up.
 */
final class HeldMonitors {
    private static final int ALWAYS = 16;

    /** By the class of the behaviour. A count that two schedulers race for is off by one, which does no harm. */
    private static final ClassValue<HeldMonitors> OF_CLASS = new ClassValue<>() {
        @Override
        protected HeldMonitors computeValue(Class<?> type) {
            return new HeldMonitors();
        }
    };

    private int waits;
    private int next = 1;

    private static HeldMonitors of(Behaviour behaviour) {
        Behaviour inner = behaviour;
        while (inner instanceof Behaviour.Named(String _, Behaviour named)) {
            inner = named;
        }
        return OF_CLASS.get(inner.getClass());
    }

    /** {@return after how many waits of a process to count one for all again, by {@link #look}, when so many were counted} */
    static int until(int looks) {
        return looks < ALWAYS ? 1 : ALWAYS << Math.min(looks - ALWAYS, 26);
    }

    /**
     * Looks, if it is time to: the process that calls is about to wait.
     *
     * @throws IllegalStateException if it holds a monitor
     */
    static void look(Tasklet process) {
        of(process.behaviour).lookAt(process);
    }

    private void lookAt(Tasklet process) {
        if (++waits >= next) {
            next = waits < ALWAYS ? waits + 1 : (int) Math.min(Integer.MAX_VALUE, 1 + 2L * waits);
            held().ifPresent(monitor -> {
                throw refusal(process, " (" + monitor + ")");
            });
        }
    }

    /** {@return what a process is told that holds a monitor, where it can be told at once} */
    static Refusal refusal(Tasklet process) {
        return refusal(process, held().map(monitor -> " (" + monitor + ")").orElse(""));
    }

    private static Refusal refusal(Tasklet process, String monitor) {
        return new Refusal(process + " would wait inside synchronized" + monitor
                + ", and the next process to want that monitor would stop all: communicate outside of it, or use another carrier");
    }

    /** {@return what the program is told that runs networks inside {@code synchronized}} */
    static IllegalStateException around(String monitors) {
        return new IllegalStateException("the networks were run inside synchronized (" + monitors
                + "), and a process to want that monitor would stop all: run them outside of it, or use another carrier");
    }

    /** A process would have waited inside {@code synchronized}. */
    static final class Refusal extends IllegalStateException {
        private static final long serialVersionUID = 1;

        private Refusal(String message) {
            super(message);
        }
    }

    /** {@return a monitor that the running process holds, and where it took it} */
    private static Optional<String> held() {
        ThreadInfo thread = ManagementFactory.getThreadMXBean().getThreadInfo(new long[] {Thread.currentThread().threadId()}, true, false)[0];
        if (thread == null) {
            return Optional.empty(); // a virtual thread, of which the JVM does not tell
        }
        int outermost = beyondProcess(thread.getStackTrace());
        for (MonitorInfo monitor : thread.getLockedMonitors()) {
            if (monitor.getLockedStackDepth() >= 0 && monitor.getLockedStackDepth() < outermost) {
                return Optional.of(monitor.getClassName() + ", taken at " + monitor.getLockedStackFrame());
            }
        }
        return Optional.empty();
    }

    /**
     * What the thread holds further out is not the process's. Of a process that has waited before, the JVM shows the frames that were run since:
     * whoever waits inside {@code synchronized} for the first time has taken the monitor in one of these.
     */
    private static int beyondProcess(StackTraceElement[] stack) {
        for (int i = 0; i < stack.length; i++) {
            if (stack[i].getClassName().equals("jdk.internal.vm.Continuation")) {
                return i;
            }
        }
        return stack.length;
    }
}
