package org.cspcheck.runtime;

/** What a process does, in blocking style. */
@FunctionalInterface
public interface Behaviour {
    /** Runs the process to its end; an exception that leaves it is a failure of the process. */
    void run() throws Exception;

    /** {@return this behaviour under a name that people will know it by} */
    default Behaviour named(String name) {
        return new Named(name, this);
    }

    /** A behaviour with a name. */
    record Named(String name, Behaviour behaviour) implements Behaviour {
        @Override
        public void run() throws Exception {
            behaviour.run();
        }
    }

    /** {@return its name, or {@code otherwise} if nobody gave it one} */
    static String name(Behaviour behaviour, String otherwise) {
        return switch (behaviour) {
            case Named named -> named.name();
            default -> behaviour.getClass().isHidden() || behaviour.getClass().isAnonymousClass()
                    ? otherwise
                    : behaviour.getClass().getSimpleName();
        };
    }
}
