package org.cspcheck.reports.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.Recorded;
import org.cspcheck.model.verdict.Counterexample.TakenStep;
import org.cspcheck.model.verdict.Scene;
import org.cspcheck.model.verdict.Scene.Moment;
import org.cspcheck.model.verdict.Scene.Offer;
import org.cspcheck.model.verdict.Wiring;
import org.cspcheck.model.verdict.Wiring.Joint;
import org.cspcheck.reports.json.Json;
import org.cspcheck.reports.text.CounterexampleText;
import org.cspcheck.reports.text.WaitingText;

/** A run and its scene as JSON. Events, places and offers stand in tables; everywhere else are their numbers, and -1 for none. */
final class RunData {
    private final Json json;
    private final Counterexample run;
    private final Optional<Scene> scene;
    private final Numbering processes = new Numbering();
    private final Numbering events = new Numbering();
    private final Numbering places = new Numbering();
    private final Map<List<Integer>, Integer> offers = new LinkedHashMap<>();

    RunData(Json json, Counterexample run, Optional<Scene> scene) {
        this.json = json;
        this.run = run;
        this.scene = scene;
        scene.ifPresent(seen -> seen.wiring().parts().forEach(part -> processes.of(part.name())));
    }

    void write() {
        json.member("kind", run.kind().word());
        json.member("headline", CounterexampleText.headline(run));
        run.event().ifPresent(event -> json.member("event", event));
        json.strings("offers", run.offers());
        json.array("allowed", run.allowed(), json::strings);
        json.array("steps", run.steps(), this::step);
        json.array("loop", run.loop(), this::step);
        run.second().ifPresent(second -> json.array("second", second, this::step));
        json.objects("waiting", run.waiting(), waiting -> {
            json.member("process", waiting.process());
            json.objects("wishes", waiting.wishes(), wish -> {
                json.member("event", wish.event());
                json.strings("missing", wish.missing());
            });
        });
        json.strings("circle", WaitingText.circleOf(run.waiting()));
        run.recorded().ifPresent(recorded -> json.object("recorded", () -> recorded(recorded)));
        scene.ifPresent(this::scene);
        json.strings("processes", processes.all());
        json.strings("events", events.all());
        json.strings("places", places.all());
        json.array("table", List.copyOf(offers.keySet()), json::numbers);
    }

    private void step(TakenStep step) {
        var numbers = new ArrayList<>(List.of(events.of(step.event()), step.hidden().map(events::of).orElse(-1)));
        step.processes().forEach(process -> numbers.add(processes.of(process)));
        json.numbers(numbers);
    }

    private void scene(Scene seen) {
        moments("", seen.moments());
        moments("Second", seen.second());
        Map<List<String>, Integer> sets = new LinkedHashMap<>();
        json.array("along", seen.allowed(), allowed -> json.number(sets.computeIfAbsent(allowed, unseen -> sets.size())));
        json.array("sets", List.copyOf(sets.keySet()), set -> json.numbers(set.stream().map(events::of).toList()));
        json.object("network", () -> network(seen.wiring()));
    }

    private void moments(String which, List<Moment> moments) {
        json.array("moments" + which, moments, this::moment);
        json.array("more" + which, moments, moment -> json.number(moment.more()));
        json.array("written" + which, moments, moment -> json.numbers(moment.places().stream()
                .map(span -> span.isEmpty() ? -1 : places.of(PageData.place(span)))
                .toList()));
    }

    private void recorded(Recorded recorded) {
        json.member("place", recorded.place().toString());
        json.member("position", recorded.position());
        json.member("whole", recorded.whole());
        recorded.unreplayed().ifPresent(why -> json.member("unreplayed", why));
        json.array("lines", recorded.lines(), line -> json.number(places.of(line.file() + ":" + line.line())));
        json.objects("refusers", recorded.refusers(), refuser -> {
            json.member("process", refuser.process());
            json.strings("offered", refuser.offered());
            json.objects("causes", refuser.causes(), cause -> {
                json.member("event", cause.event());
                json.member("place", cause.place().toString());
            });
            refuser.path().ifPresent(path -> json.strings("path", path));
        });
    }

    private void moment(Moment moment) {
        var numbers = new ArrayList<Integer>();
        for (Offer offer : moment.offers()) {
            var row = new ArrayList<>(List.of(events.of(offer.event()), offer.hidden().map(events::of).orElse(-1)));
            row.addAll(offer.parts());
            numbers.add(offers.computeIfAbsent(row, unseen -> offers.size()));
            numbers.add(offer.to().orElse(-1));
        }
        json.numbers(numbers);
    }

    // --- the network -------------------------------------------------------------------------------------------------------

    /** Two processes have a line between them; more that take part together have a knot, with a line to each. */
    private void network(Wiring wiring) {
        List<Joint> joints = wiring.joints();
        List<Joint> knots = joints.stream().filter(joint -> joint.parts().size() > 2).toList();
        Layout layout = Layout.of(neighbours(wiring, knots));
        int count = wiring.parts().size();
        json.array("nodes", range(count + knots.size()), node -> json.numbers(
                PageData.pair((int) Math.round(1000 * layout.x(node)), (int) Math.round(1000 * layout.y(node)))));
        json.objects("parts", wiring.parts(), part -> {
            json.member("place", PageData.place(part.definition()));
            json.member("complete", part.complete());
        });
        json.objects("joints", joints, joint -> {
            json.member("channel", joint.channel());
            json.member("events", joint.events());
            json.member("hidden", joint.hidden());
            json.array("parts", joint.parts(), json::number);
            if (joint.parts().size() > 2) {
                json.member("knot", count + knots.indexOf(joint));
            }
        });
    }

    private static List<List<Integer>> neighbours(Wiring wiring, List<Joint> knots) {
        var neighbours = new ArrayList<LinkedHashSet<Integer>>();
        range(wiring.parts().size() + knots.size()).forEach(node -> neighbours.add(new LinkedHashSet<>()));
        for (Joint joint : wiring.joints()) {
            if (joint.parts().size() == 2) {
                join(neighbours, joint.parts().get(0), joint.parts().get(1));
            }
        }
        for (int i = 0; i < knots.size(); i++) {
            int knot = wiring.parts().size() + i;
            knots.get(i).parts().forEach(part -> join(neighbours, part, knot));
        }
        return neighbours.stream().map(List::copyOf).toList();
    }

    private static void join(List<LinkedHashSet<Integer>> neighbours, int one, int other) {
        neighbours.get(one).add(other);
        neighbours.get(other).add(one);
    }

    private static List<Integer> range(int count) {
        return java.util.stream.IntStream.range(0, count).boxed().toList();
    }
}
