package org.cspcheck.reports.sarif;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.reports.Report;

/** What a result is an instance of. */
record Rule(String id, String name, String description, String level) {
    /** {@return the rules that the results of a report refer to, by their identifiers} */
    static Map<String, Rule> of(Report report) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (Outcome outcome : report.outcomes()) {
            Rule rule = of(outcome.check().property());
            rules.putIfAbsent(rule.id, rule);
        }
        for (Diagnostic diagnostic : report.diagnostics()) {
            String level = diagnostic.isError() ? "error" : "warning";
            String description = "A mistake in a specification; docs/diagnostics.md tells about " + diagnostic.code() + ".";
            rules.putIfAbsent(diagnostic.code(), new Rule(diagnostic.code(), diagnostic.code(), description, level));
        }
        return rules;
    }

    /** {@return the identifiers in the order of the results' rule indexes} */
    static List<String> order(Map<String, Rule> rules) {
        return List.copyOf(rules.keySet());
    }

    static Rule of(Property property) {
        return switch (property) {
            case Property.DeadlockFree p -> rule(p, "DeadlockFree", "Every reachable state can go on.");
            case Property.DivergenceFree p -> rule(p, "DivergenceFree", "No run ends in internal steps for ever.");
            case Property.Deterministic p -> rule(p, "Deterministic", "Nothing can be both performed and refused after the same events.");
            case Property.Refines p -> rule(p, "Refinement", "Every behaviour of the implementation is one of the specification.");
            case Property.HasTrace p -> rule(p, "HasTrace", "The process has the trace.");
            case Property.Can p -> rule(p, "Can", "Some run does it.");
            case Property.Records p -> rule(p, "Trace", "The recorded events are a trace of the specification.");
            case Property.Never p -> rule(p, "Never", "No run performs such an event.");
        };
    }

    private static Rule rule(Property property, String name, String description) {
        return new Rule("csp/" + property.kind(), name, description, "error");
    }

    /** {@return the level of a result; the standard asks for none where nothing was proved or refuted} */
    static String level(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds v -> "error";
            case Verdict.Fails v -> "error";
            case Verdict.Erroneous v -> "error";
            case Verdict.Inconclusive v -> "none";
        };
    }
}
