package org.cspcheck.model.verdict;

/** What an observer may record of a process: Roscoe, <i>Understanding Concurrent Systems</i>, chapter 11. */
public enum SemanticModel {
    /** Finite traces. */
    T("traces"),
    /** Traces and stable failures; divergence is not seen. */
    F("stable failures"),
    /** Failures and divergences; below a divergence everything is allowed. */
    FD("failures-divergences");

    private final String title;

    SemanticModel(String title) {
        this.title = title;
    }

    /** {@return the model's name in words} */
    public String title() {
        return title;
    }
}
