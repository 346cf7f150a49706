package org.cspcheck.explorer.search;

/** A limit stopped the search before an answer: no fault, an inconclusive verdict. */
public final class LimitReached extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param reason as people read it: {@code state limit of 1000 reached} */
    public LimitReached(String reason) {
        super(reason, null, false, false);
    }

    public String reason() {
        return getMessage();
    }
}
