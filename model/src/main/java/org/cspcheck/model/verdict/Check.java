package org.cspcheck.model.verdict;

import java.util.Optional;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Span;

/**
 * One question about one process.
 *
 * @param name what people call it: given in the spec, else the assertion
 * @param assertion the question as CSPm text, without {@code assert}
 * @param subject the process asked about (the implementation of a refinement)
 * @param negated whether the question is {@code assert not ..}
 * @param expected whether it is expected to hold
 * @param span where it is asked
 * @param limits limits of this check alone
 * @param reduced whether states that cannot change the answer are to be left out from the start: {@code :[partial order reduce]}
 */
public record Check(
        String name,
        String assertion,
        Process subject,
        Property property,
        boolean negated,
        boolean expected,
        Optional<Span> span,
        Limits limits,
        boolean reduced) {
    public Check(
            String name, String assertion, Process subject, Property property, boolean negated, boolean expected, Optional<Span> span, Limits limits) {
        this(name, assertion, subject, property, negated, expected, span, limits, false);
    }
}
