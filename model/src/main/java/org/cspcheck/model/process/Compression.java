package org.cspcheck.model.process;

/** What a {@code transparent} function does to the graph of a process: fewer states, the same behaviour. */
public enum Compression {
    /** {@code explicate}: the graph of the process, as it is. */
    EXPLICATE("explicate"),
    /** {@code sbisim}: states that do the same and lead to the same become one. */
    STRONG_BISIMULATION("sbisim"),
    /** {@code dbisim}: as weak bisimulation, but no internal steps are passed over after an event. */
    DELAY_BISIMULATION("dbisim"),
    /** {@code wbisim}: as strong bisimulation, but internal steps do not count, except endless ones. */
    WEAK_BISIMULATION("wbisim"),
    /** {@code tau_loop_factor}: states on a loop of internal steps become one. */
    TAU_LOOP_FACTOR("tau_loop_factor"),
    /** {@code diamond}: internal steps are left out except where a refusal depends on them. */
    DIAMOND("diamond"),
    /** {@code normal}: each event leads to one state. */
    NORMAL("normal"),
    /** {@code model_compress}: what the tool thinks best. */
    MODEL_COMPRESS("model_compress");

    private final String word;

    Compression(String word) {
        this.word = word;
    }

    /** {@return as scripts write it} */
    public String word() {
        return word;
    }
}
