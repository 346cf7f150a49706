package org.cspcheck.specs.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.specs.yaml.Node.Mapping;
import org.cspcheck.specs.yaml.SpecFile.LogFormat;
import org.cspcheck.specs.yaml.SpecFile.Policy;
import org.cspcheck.specs.yaml.SpecFile.Run;
import org.cspcheck.specs.yaml.SpecFile.Time;
import org.cspcheck.specs.yaml.SpecFile.Timers;
import org.cspcheck.specs.yaml.SpecFile.Trace;
import org.cspcheck.specs.yaml.SpecFile.Unreadable;

/** The sections that say how a network runs: time, production mode, recorded traces. */
final class RunSections {
    /** A tilde in a JSON pointer that is neither ~0 nor ~1. */
    private static final Pattern UNESCAPED = Pattern.compile("~(?![01])");

    private RunSections() {}

    // --- time --------------------------------------------------------------------------------------------------------------

    static Optional<Time> time(Fields spec, Diagnostics diagnostics) {
        return spec.node("time")
                .flatMap(node -> Fields.of(node, "`time:`", List.of("unit", "timers"), diagnostics))
                .map(time -> new Time(
                        time.parsed("unit", "a length of time such as 1ms", Quantity::duration),
                        timers(time, diagnostics).orElseGet(Timers.Urgent::new)));
    }

    /** {@code urgent}, {@code free} or the mapping {@code race: 2ms}; in one line, {@code {race: 2ms}}. */
    private static Optional<Timers> timers(Fields time, Diagnostics diagnostics) {
        if (time.node("timers").orElse(null) instanceof Mapping mapping) {
            return Fields.of(mapping, "`timers:`", List.of("race"), diagnostics)
                    .flatMap(race -> race.parsed("race", "a length of time such as 2ms", Quantity::duration))
                    .map(Timers.Race::new);
        }
        return time.parsed("timers", "urgent, free or {race: 2ms}", text -> switch (text) {
            case "urgent" -> Optional.of(new Timers.Urgent());
            case "free" -> Optional.of(new Timers.Free());
            default -> text.startsWith("race:")
                    ? Quantity.duration(text.substring("race:".length()).strip()).map(Timers.Race::new)
                    : Optional.empty();
        });
    }

    // --- run ---------------------------------------------------------------------------------------------------------------

    static Optional<Run> run(Fields spec, Diagnostics diagnostics) {
        return spec.node("run")
                .flatMap(node -> Fields.of(node, "`run:`", List.of("bind", "policy", "record", "choices", "monitor"), diagnostics))
                .map(run -> new Run(
                        run.node("bind").map(node -> bind(node, diagnostics)).orElse(Map.of()),
                        run.node("policy").flatMap(node -> policy(node, diagnostics)).orElse(Policy.DEFAULT),
                        run.text("record"),
                        run.text("choices"),
                        run.texts("monitor")));
    }

    /** Any key is a channel here. */
    private static Map<String, Source> bind(Node node, Diagnostics diagnostics) {
        if (!(node instanceof Mapping mapping)) {
            diagnostics.add(Fields.wrongType("`bind:` is a mapping from channels to where they lead", node));
            return Map.of();
        }
        List<String> channels = mapping.entries().stream().map(entry -> entry.key().value()).distinct().toList();
        Map<String, Source> bound = new LinkedHashMap<>();
        Fields.of(node, "`bind:`", channels, diagnostics)
                .ifPresent(fields -> channels.forEach(channel -> fields.text(channel).ifPresent(target -> {
                    checkTarget(target, diagnostics);
                    bound.put(channel, target);
                })));
        return bound;
    }

    private static void checkTarget(Source target, Diagnostics diagnostics) {
        String text = target.text();
        boolean known = List.of("stdin", "stdout", "stderr").contains(text) || text.startsWith("java:") && text.length() > 5;
        if (!known) {
            diagnostics.add(Diagnostic.error(
                            "CSP0410", target.span(0, text.length()), "A channel is bound to stdin, stdout, stderr or java:CLASS"));
        }
    }

    private static Optional<Policy> policy(Node node, Diagnostics diagnostics) {
        if (node instanceof Node.Scalar scalar) {
            return forAll(scalar, diagnostics);
        }
        return Fields.of(node, "`policy:`", List.of("queue", "alt", "timers", "seed"), diagnostics)
                .map(policy -> new Policy(
                        policy.word("queue", List.of("fifo", "priority", "random", "replay")),
                        policy.word("alt", List.of("fair", "priority", "arbitrary", "random", "replay")),
                        policy.word("timers", List.of("deadline", "priority", "random", "replay")),
                        seed(policy)));
    }

    /** One word for all kinds of choices. */
    private static Optional<Policy> forAll(Node.Scalar scalar, Diagnostics diagnostics) {
        String word = scalar.value().strip();
        if (!List.of("priority", "random", "replay").contains(word)) {
            diagnostics.add(Diagnostic.error("CSP0410", scalar.span(), "`policy:` is priority, random or replay, or a mapping, not `" + word + "`")
                    .tryThis("Write `policy: random`, or one word for each kind of choice: `policy: {queue: fifo, alt: fair, timers: deadline}`."));
            return Optional.empty();
        }
        return Optional.of(new Policy(Optional.of(word), Optional.of(word), Optional.of(word), OptionalLong.empty()));
    }

    private static OptionalLong seed(Fields policy) {
        return policy.parsed("seed", "a whole number", text -> text.matches("-?[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty())
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    // --- trace -------------------------------------------------------------------------------------------------------------

    static Optional<Trace> trace(Fields spec, Diagnostics diagnostics) {
        List<String> known = List.of(
                "format", "pattern", "event", "channel", "args", "by", "process", "rendezvous", "unreadable", "ignore", "against",
                "complete");
        return spec.node("trace").flatMap(node -> Fields.of(node, "`trace:`", known, diagnostics)).map(trace -> {
            if (trace.has("event") && trace.has("channel")) {
                trace.conflict("channel", "event", "A line holds either the whole event or its channel and its data.");
            }
            if (trace.has("args") && !trace.has("channel")) {
                diagnostics.add(Diagnostic.error(
                        "CSP0409", trace.keySpan("args"), "`args:` belongs to `channel:`, which is missing"));
            }
            if (trace.has("rendezvous") && trace.has("by")) {
                trace.conflict("rendezvous", "by", "Logs are either merged to one run or taken apart into sessions.");
            }
            LogFormat format = format(trace, diagnostics);
            return new Trace(
                    format,
                    pattern(trace, diagnostics),
                    pointer(trace, "event", diagnostics),
                    pointer(trace, "channel", diagnostics),
                    trace.texts("args").stream().peek(pointer -> checkPointer(pointer, diagnostics)).toList(),
                    pointer(trace, "by", diagnostics),
                    pointer(trace, "process", diagnostics),
                    pointer(trace, "rendezvous", diagnostics),
                    word(trace, "unreadable", Unreadable.values(), format == LogFormat.TEXT ? Unreadable.SKIP : Unreadable.ERROR),
                    trace.cspm("ignore"),
                    trace.cspm("against"),
                    complete(trace));
        });
    }

    private static LogFormat format(Fields trace, Diagnostics diagnostics) {
        LogFormat format = word(trace, "format", LogFormat.values(), trace.has("pattern") ? LogFormat.TEXT : LogFormat.JSON);
        if (format == LogFormat.TEXT && !trace.has("pattern")) {
            diagnostics.add(Diagnostic.error("CSP0408", trace.keySpan("format"), "Lines of text need a pattern")
                    .tryThis("Write `pattern:` with a regular expression that names its groups: '^(?<event>[a-z.0-9]+)$'."));
        }
        if (format != LogFormat.TEXT && trace.has("pattern")) {
            trace.conflict("pattern", "format", "A pattern is for lines of text.");
        }
        return format;
    }

    private static <E extends Enum<E>> E word(Fields fields, String key, E[] words, E otherwise) {
        List<String> names = Stream.of(words).map(word -> word.name().toLowerCase(Locale.ROOT)).toList();
        return fields.word(key, names).map(name -> words[names.indexOf(name)]).orElse(otherwise);
    }

    private static Optional<Source> pointer(Fields trace, String key, Diagnostics diagnostics) {
        Optional<Source> pointer = trace.text(key);
        pointer.ifPresent(text -> checkPointer(text, diagnostics));
        return pointer;
    }

    /** A regular expression is tried out here, where its place is known. */
    private static Optional<Source> pattern(Fields trace, Diagnostics diagnostics) {
        Optional<Source> pattern = trace.text("pattern");
        pattern.ifPresent(text -> {
            try {
                if (Pattern.compile(text.text()).namedGroups().isEmpty()) {
                    diagnostics.add(Diagnostic.error("CSP0410", text.whole(), "The pattern names no group")
                            .tryThis("A group with a name looks like (?<event>[a-z.0-9]+); `event: /event` is what is read by default."));
                }
            } catch (PatternSyntaxException wrong) {
                diagnostics.add(Diagnostic.error("CSP0410", text.whole(), "This is no regular expression: " + wrong.getDescription()));
            }
        });
        return pattern;
    }

    private static boolean complete(Fields trace) {
        return trace.parsed("complete", "true or false", text -> switch (text) {
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> Optional.<Boolean>empty();
                })
                .orElse(false);
    }

    private static void checkPointer(Source pointer, Diagnostics diagnostics) {
        String text = pointer.text();
        if (!text.startsWith("/") || UNESCAPED.matcher(text).find()) {
            diagnostics.add(Diagnostic.error("CSP0410", pointer.span(0, text.length()), "This is no JSON pointer")
                    .tryThis("Write `/name` for the member `name`, `/a/b` for a member of a member; a tilde in a name is ~0, a slash ~1."));
        }
    }
}
