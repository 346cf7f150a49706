package org.cspcheck.reports.sarif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.LogPlace;
import org.cspcheck.model.verdict.Counterexample.TakenStep;
import org.cspcheck.model.verdict.Counterexample.Waiting;
import org.cspcheck.model.verdict.Scene;
import org.cspcheck.model.verdict.Wiring;
import org.cspcheck.reports.json.Json;
import org.cspcheck.reports.text.CounterexampleText;
import org.cspcheck.reports.text.Figures;

/** A run as a code flow: each process a thread, each step it takes part in a location. */
final class CodeFlow {
    /** Steps before the end that are shown: readers of SARIF cut longer flows, or refuse them. */
    private static final int MOST_STEPS = 1000;

    private static final int MOST_EVENTS = 40;

    private final Json json;
    private final Places places;
    private final Optional<Scene> scene;
    private final Optional<Span> check;
    private final Map<String, Optional<Span>> definitions = new LinkedHashMap<>();
    private final Map<String, List<Place>> threads = new LinkedHashMap<>();

    CodeFlow(Json json, Optional<Scene> scene, Optional<Span> check) {
        this.json = json;
        this.places = new Places(json);
        this.scene = scene;
        this.check = check;
        scene.map(Scene::wiring).map(Wiring::parts).orElse(List.of()).forEach(part -> definitions.put(part.name(), part.definition()));
    }

    /** Something that a process does. */
    private record Place(int order, String text, Optional<Span> span, Optional<LogPlace> line, String importance) {}

    void write(Counterexample run) {
        int skipped = Math.max(0, run.steps().size() - MOST_STEPS);
        List<LogPlace> lines = run.recorded().map(Counterexample.Recorded::lines).orElse(List.of());
        int order = steps(run.steps().subList(skipped, run.steps().size()), skipped, "", lines);
        order = steps(run.loop(), order, "for ever: ", List.of());
        for (Waiting waiting : run.waiting()) {
            add(waiting.process(), new Place(order + 1, waits(waiting), Optional.empty(), Optional.empty(), "essential"));
        }
        int end = order + 1;
        run.recorded().ifPresent(recorded -> recorded.refusers().forEach(refuser -> add(refuser.process(), new Place(
                end, run.event().map(event -> "refuses " + event + "; ").orElse("") + allows(refuser), Optional.empty(), Optional.of(recorded.place()),
                "essential"))));
        if (threads.isEmpty()) {
            return;
        }
        json.objects("codeFlows", List.of(run), flow -> {
            String cut = skipped == 0 ? "" : " (the first " + Figures.count(skipped, "step") + " are left out)";
            places.message(CounterexampleText.headline(flow) + cut);
            json.objects("threadFlows", List.copyOf(threads.entrySet()), thread -> {
                json.member("id", thread.getKey());
                places.message(thread.getKey());
                json.objects("locations", thread.getValue(), place -> location(thread.getKey(), place));
            });
        });
    }

    private int steps(List<TakenStep> steps, int offset, String before, List<LogPlace> lines) {
        for (int i = 0; i < steps.size(); i++) {
            TakenStep step = steps.get(i);
            int position = offset + i;
            List<String> processes = step.processes().isEmpty() ? List.of("process") : step.processes();
            Optional<LogPlace> line = position < lines.size() ? Optional.of(lines.get(position)) : Optional.empty();
            String importance = step.event().equals("tau") ? "unimportant" : "important";
            for (int k = 0; k < processes.size(); k++) {
                add(processes.get(k), new Place(position + 1, before + text(step, processes.get(k)), span(position, k), line, importance));
            }
        }
        return offset + steps.size();
    }

    private void add(String process, Place place) {
        threads.computeIfAbsent(process, name -> new ArrayList<>()).add(place);
    }

    private Optional<Span> span(int moment, int participant) {
        return scene.filter(seen -> moment < seen.moments().size())
                .map(seen -> seen.moments().get(moment).places())
                .filter(spans -> participant < spans.size())
                .flatMap(spans -> spans.get(participant));
    }

    private static String text(TakenStep step, String process) {
        String event = step.hidden().map(hidden -> hidden + " (hidden)").orElse(step.event());
        List<String> others = step.processes().stream().filter(other -> !other.equals(process)).toList();
        return event + (others.isEmpty() ? "" : " with " + String.join(", ", others));
    }

    private static String allows(Counterexample.Refuser refuser) {
        return "allows " + (refuser.offered().isEmpty() ? "nothing" : String.join(", ", refuser.offered().stream().limit(MOST_EVENTS).toList()))
                + (refuser.offered().size() > MOST_EVENTS ? " and " + (refuser.offered().size() - MOST_EVENTS) + " more" : "");
    }

    private static String waits(Waiting waiting) {
        if (waiting.wishes().isEmpty()) {
            return "is ready for nothing";
        }
        return String.join("; ", waiting.wishes().stream()
                .map(wish -> "waits to perform " + wish.event()
                        + (wish.missing().isEmpty() ? ", which nobody offers" : " with " + String.join(", ", wish.missing())))
                .toList());
    }

    private void location(String process, Place place) {
        json.object("location", () -> {
            Optional<Span> definition = Optional.ofNullable(definitions.get(process)).flatMap(span -> span);
            if (place.line.isPresent()) {
                places.physical(place.line.get());
            } else {
                place.span.or(() -> definition).or(() -> check).ifPresent(places::physical);
            }
            json.objects("logicalLocations", List.of(process), name -> {
                json.member("name", name);
                json.member("kind", "process");
            });
            places.message(place.text);
        });
        json.member("executionOrder", place.order);
        json.member("importance", place.importance);
    }
}
