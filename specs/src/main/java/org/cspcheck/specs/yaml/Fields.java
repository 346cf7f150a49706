package org.cspcheck.specs.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.source.Spelling;
import org.cspcheck.specs.yaml.Node.Entry;
import org.cspcheck.specs.yaml.Node.Mapping;
import org.cspcheck.specs.yaml.Node.Scalar;
import org.cspcheck.specs.yaml.Node.Sequence;
import org.cspcheck.specs.yaml.Node.Style;

/**
 * The fields of a mapping whose keys are known; what is wrong with one is told when it is asked for, and it is absent then.
 *
 * @param owner what the mapping is, for messages: "a check"
 */
record Fields(String owner, Mapping mapping, Map<String, Entry> entries, Diagnostics diagnostics) {

    /** Words that people use for our keys, and that are not merely misspelt. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("definitions", "define"),
            Map.entry("cspm", "define"),
            Map.entry("assertions", "check"),
            Map.entry("asserts", "check"),
            Map.entry("properties", "check"),
            Map.entry("processes", "network"),
            Map.entry("system", "network"),
            Map.entry("description", "about"),
            Map.entry("title", "name"),
            Map.entry("includes", "import"),
            Map.entry("timeout", "time"),
            Map.entry("class", "java"));

    /** {@return the fields, or nothing when {@code node} is no mapping} Duplicate and unknown keys are told here. */
    static Optional<Fields> of(Node node, String owner, List<String> known, Diagnostics diagnostics) {
        if (!(node instanceof Mapping mapping)) {
            diagnostics.add(wrongType(owner + " is a mapping (key: value)", node)
                    .tryThis("Known keys: " + String.join(", ", known) + "."));
            return Optional.empty();
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        Fields fields = new Fields(owner, mapping, entries, diagnostics);
        for (Entry entry : mapping.entries()) {
            fields.admit(entry, known);
        }
        return Optional.of(fields);
    }

    private void admit(Entry entry, List<String> known) {
        String key = entry.key().value();
        Entry first = entries.putIfAbsent(key, entry);
        if (first != null) {
            diagnostics.add(Diagnostic.error("CSP0405", entry.key().span(), "The key `" + key + "` stands twice in " + owner)
                    .tryThis("Join the two, or remove one.")
                    .with(List.of(new Diagnostic.Note("first here", first.key().span()))));
        } else if (!known.contains(key)) {
            entries.remove(key);
            String meant = SYNONYMS.getOrDefault(key, "");
            String hint = known.contains(meant) ? "Did you mean `" + meant + "`?" : Spelling.didYouMean(key, known);
            Diagnostic unknown = Diagnostic.error("CSP0406", entry.key().span(), "The key `" + clip(key) + "` is not known in " + owner)
                    .tryThis((hint.isEmpty() ? "" : hint + " ") + "Known keys: " + String.join(", ", known) + ".");
            diagnostics.add(
                    key.matches("(?s).*[\\[\\]<>(){}|\\\\].*")
                            ? unknown.because("YAML takes a text up to a colon with a blank after it for a key.")
                                    .tryThis("If it is CSPm, put it into single quotes or start a block with `|`.")
                            : unknown);
        }
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    Optional<Node> node(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** {@return where the key stands} */
    Span keySpan(String key) {
        return entries.get(key).key().span();
    }

    // --- texts -------------------------------------------------------------------------------------------------------------

    Optional<Source> text(String key) {
        return node(key).flatMap(node -> scalar(node, "`" + key + ":` is a text")).map(Scalar::text);
    }

    /** {@return a text that is CSPm; warns where YAML leaves out part of it} */
    Optional<Source> cspm(String key) {
        return node(key).flatMap(node -> cspm(node, "`" + key + ":` is a text"));
    }

    Optional<Source> cspm(Node node, String rule) {
        return scalar(node, rule).map(scalar -> {
            warnOfComments(scalar);
            return scalar.text();
        });
    }

    List<Source> texts(String key) {
        return list(key, "a list of texts, for example [" + example(key) + "]", item -> scalar(item, "An item of `" + key + ":` is a text")
                .map(Scalar::text));
    }

    /** {@return what {@code read} makes of the items of a list} */
    <T> List<T> list(String key, String shape, Function<Node, Optional<T>> read) {
        List<T> items = new ArrayList<>();
        switch (node(key).orElse(null)) {
            case null -> {}
            case Sequence sequence -> sequence.items().forEach(item -> read.apply(item).ifPresent(items::add));
            case Node other -> diagnostics.add(wrongType("`" + key + ":` is " + shape, other));
        }
        return List.copyOf(items);
    }

    private Optional<Scalar> scalar(Node node, String rule) {
        if (node instanceof Scalar scalar && !scalar.isNull()) {
            return Optional.of(scalar);
        }
        diagnostics.add(wrongType(rule, node)
                .tryThis(node instanceof Scalar ? "" : "CSPm that starts with { or [ needs quotes around it, or a block with `|`."));
        return Optional.empty();
    }

    // --- words and quantities ----------------------------------------------------------------------------------------------

    /** {@return one of {@code words}} */
    Optional<String> word(String key, List<String> words) {
        return parsed(key, "one of " + String.join(", ", words), text -> words.contains(text) ? Optional.of(text) : Optional.empty(), words);
    }

    /** {@return what {@code parse} makes of a text of the given shape} */
    <T> Optional<T> parsed(String key, String shape, Function<String, Optional<T>> parse) {
        return parsed(key, shape, parse, List.of());
    }

    private <T> Optional<T> parsed(String key, String shape, Function<String, Optional<T>> parse, List<String> words) {
        Optional<Scalar> scalar = node(key).flatMap(node -> scalar(node, "`" + key + ":` is " + shape));
        Optional<T> value = scalar.flatMap(text -> parse.apply(text.value().strip()));
        if (scalar.isPresent() && value.isEmpty()) {
            String typed = scalar.get().value().strip();
            diagnostics.add(Diagnostic.error("CSP0410", scalar.get().span(), "`" + key + ":` is " + shape + ", not `" + clip(typed) + "`")
                    .tryThis(Spelling.didYouMean(typed, words)));
        }
        return value;
    }

    // --- messages ----------------------------------------------------------------------------------------------------------

    void missing(String what, String hint) {
        diagnostics.add(Diagnostic.error("CSP0408", start(mapping.span()), "Here " + owner + " lacks " + what).tryThis(hint));
    }

    void conflict(String key, String other, String why) {
        diagnostics.add(Diagnostic.error("CSP0409", keySpan(key), "`" + key + ":` cannot stand beside `" + other + ":`")
                .because(why)
                .with(List.of(new Diagnostic.Note("`" + other + ":` is here", keySpan(other)))));
    }

    static Diagnostic wrongType(String rule, Node node) {
        Span at = start(node.span());
        return node instanceof Scalar scalar && scalar.isNull()
                ? Diagnostic.error("CSP0407", at, "A value is missing: " + rule)
                        .because("Nothing stands after the key, or what stands on the lines below is not indented.")
                : Diagnostic.error("CSP0407", at, rule + ", and this is " + node.kind());
    }

    /** A mark at the first line of what may be many. */
    private static Span start(Span span) {
        String text = span.source().text();
        int end = span.start();
        while (end < span.end() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return new Span(span.source(), span.start(), end);
    }

    private void warnOfComments(Scalar scalar) {
        String typed = scalar.span().source().text();
        int after = scalar.span().end();
        while (after < typed.length() && typed.charAt(after) == ' ') {
            after++;
        }
        if (scalar.style() == Style.PLAIN
                && after > scalar.span().end()
                && after + 1 < typed.length()
                && typed.charAt(after) == '#'
                && !Character.isWhitespace(typed.charAt(after + 1))) {
            diagnostics.add(Diagnostic.warning("CSP0414", scalar.span().source().span(after, after + 2), "The text ends before this #")
                    .because("To YAML, a # after a blank starts a comment; in CSPm it is the length of a sequence.")
                    .tryThis("Put the text into single quotes; or, if it is a comment, write a blank after the #."));
        }
        if (scalar.style() == Style.FOLDED && scalar.value().contains("--")) {
            diagnostics.add(Diagnostic.warning("CSP0415", start(scalar.span()), "A CSPm comment in a folded block goes on to its end")
                    .because("`>` joins lines, so `--` comments out everything after it.")
                    .tryThis("Start the block with `|`, which keeps lines."));
        }
    }

    private static String example(String key) {
        return key.equals("import") ? "lib/forks.csp" : "..., ...";
    }

    private static String clip(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > 60 ? line.substring(0, 57) + "..." : line;
    }
}
