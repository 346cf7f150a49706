package org.cspcheck.specs.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.yaml.Node.Entry;
import org.cspcheck.specs.yaml.Node.Mapping;
import org.cspcheck.specs.yaml.Node.Scalar;
import org.cspcheck.specs.yaml.Node.Sequence;
import org.cspcheck.specs.yaml.Node.Style;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Builds the tree of a YAML document from the parser's events.
 *
 * <p>The engine's own composer recurses without limit and reports some of its limits without a place; this one stops at
 * {@link #MAX_DEPTH} and {@link #MAX_NODES}. An alias becomes the node that it stands for, shared and not copied, and nothing
 * here or after walks deeper than the format goes, so aliases cannot multiply.
 */
final class TreeReader {
    static final int MAX_DEPTH = 40;
    static final int MAX_NODES = 200_000;

    private final Source source;
    private final Diagnostics diagnostics;
    private final Unquoted unquoted;
    private final Parser parser;
    private final int[] offsets;
    private final Map<Anchor, Node> anchors = new HashMap<>();
    private int nodes;

    private TreeReader(Source source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.offsets = offsetsOfCodePoints(source.text());
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        this.unquoted = Unquoted.of(source.text());
        this.parser = new ParserImpl(settings, new StreamReader(settings, unquoted.text()));
    }

    /** {@return the document's only node; empty after an error that leaves no tree} */
    static Optional<Node> read(Source source, Diagnostics diagnostics) {
        if (!Characters.allowed(source, diagnostics)) {
            return Optional.empty();
        }
        TreeReader reader = new TreeReader(source, diagnostics);
        try {
            return reader.stream();
        } catch (MarkedYamlEngineException problem) {
            diagnostics.add(reader.explain(problem));
        } catch (YamlEngineException problem) {
            diagnostics.add(Diagnostic.error("CSP0403", source.span(0, 0), "This is no YAML: " + problem.getMessage()));
        } catch (SpecificationException limit) {
            diagnostics.add(limit.diagnostic());
        }
        return Optional.empty();
    }

    // --- events, from the outside in ---------------------------------------------------------------------------------------

    private Optional<Node> stream() {
        parser.next();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            diagnostics.add(Diagnostic.error("CSP0412", source.span(0, 0), "The spec is empty")
                    .tryThis("A spec has at least definitions and a check: `define:` and `check:`."));
            return Optional.empty();
        }
        parser.next();
        Node root = node(0);
        parser.next();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            diagnostics.add(Diagnostic.error("CSP0413", span(parser.peekEvent()), "A second document starts here")
                    .because("A line of three hyphens ends a document; a spec is one document.")
                    .tryThis("Put the second spec into a file of its own, or remove the line."));
        }
        return Optional.of(root);
    }

    private Node node(int depth) {
        Event event = parser.next();
        if (++nodes > MAX_NODES) {
            throw limit("CSP0402", event, "The spec has more than " + MAX_NODES + " values");
        }
        return switch (event) {
            case AliasEvent alias -> alias(alias);
            case ScalarEvent scalar -> anchored(scalar.getAnchor(), scalar(scalar));
            case CollectionStartEvent start -> {
                if (depth == MAX_DEPTH) {
                    throw limit("CSP0404", event, "Lists and mappings are nested more than " + MAX_DEPTH + " deep");
                }
                boolean sequence = event.getEventId() == Event.ID.SequenceStart;
                yield anchored(start.getAnchor(), sequence ? sequence(start, depth) : mapping(start, depth));
            }
            default -> throw limit("CSP0403", event, "A value was expected here");
        };
    }

    private Node anchored(Optional<Anchor> anchor, Node node) {
        anchor.ifPresent(name -> anchors.put(name, node));
        return node;
    }

    private Node alias(AliasEvent alias) {
        Node node = anchors.get(alias.getAlias());
        if (node == null) {
            throw limit("CSP0403", alias, "No anchor &" + alias.getAlias() + " stands before this alias");
        }
        return node;
    }

    private Sequence sequence(CollectionStartEvent start, int depth) {
        List<Node> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(depth + 1));
        }
        return new Sequence(List.copyOf(items), span(start).to(span(parser.next())));
    }

    private Mapping mapping(CollectionStartEvent start, int depth) {
        List<Entry> entries = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Event at = parser.peekEvent();
            Node key = node(depth + 1);
            Node value = node(depth + 1);
            if (key instanceof Scalar scalar) {
                entries.add(new Entry(scalar, value));
            } else {
                diagnostics.add(Diagnostic.error("CSP0407", span(at), "A key is a text, and this is " + key.kind())
                        .tryThis("A text that starts with { or [ needs quotes around it."));
            }
        }
        return new Mapping(List.copyOf(entries), span(start).to(span(parser.next())));
    }

    private Scalar scalar(ScalarEvent event) {
        Style style =
                switch (event.getScalarStyle()) {
                    case PLAIN, JSON_SCALAR_STYLE -> Style.PLAIN;
                    case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
                    case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
                    case LITERAL -> Style.LITERAL;
                    case FOLDED -> Style.FOLDED;
                };
        return new Scalar(unquoted.restore(event.getValue()), style, span(event));
    }

    // --- places and messages -----------------------------------------------------------------------------------------------

    private SpecificationException limit(String code, Event event, String message) {
        return new SpecificationException(Diagnostic.error(code, source.span(span(event).start(), span(event).start()), message));
    }

    private Diagnostic explain(MarkedYamlEngineException problem) {
        Mark mark = problem.getProblemMark().or(problem::getContextMark).orElseThrow();
        int at = offset(mark);
        Diagnostic said = Explanation.of(String.valueOf(problem.getProblem()), source.span(at, at));
        return problem.getContextMark()
                .filter(context -> context.getLine() != mark.getLine() && problem.getContext() != null)
                .map(context -> said.with(List.of(
                        new Diagnostic.Note(problem.getContext() + " that starts here", source.span(offset(context), offset(context))))))
                .orElse(said);
    }

    private Span span(Event event) {
        return source.span(offset(event.getStartMark().orElseThrow()), offset(event.getEndMark().orElseThrow()));
    }

    private int offset(Mark mark) {
        return offsets.length == 0 ? mark.getIndex() : offsets[Math.min(mark.getIndex(), offsets.length - 1)];
    }

    /** The engine counts code points, a source UTF-16 units; empty when they are the same. */
    private static int[] offsetsOfCodePoints(String text) {
        int count = text.codePointCount(0, text.length());
        if (count == text.length()) {
            return new int[0];
        }
        int[] offsets = new int[count + 1];
        int offset = 0;
        for (int i = 0; i < count; i++) {
            offsets[i] = offset;
            offset += Character.charCount(text.codePointAt(offset));
        }
        offsets[count] = offset;
        return offsets;
    }
}
