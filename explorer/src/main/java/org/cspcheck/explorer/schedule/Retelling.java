package org.cspcheck.explorer.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.verdict.Counterexample.TakenStep;
import org.cspcheck.runtime.ChoicePoint;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.log.EventText;

/** Leads one run by given answers, then by the default order, and tells it. Answers that do not fit are 0. */
final class Retelling extends Course {
    private final List<Integer> answers;
    private final List<Integer> choices = new ArrayList<>();
    private final List<Integer> open = new ArrayList<>();
    private final List<TakenStep> steps = new ArrayList<>();
    private String awaited;

    private Retelling(Schedules subject, List<Integer> answers) {
        super(subject);
        this.answers = answers;
    }

    static Story of(Schedules subject, List<Integer> answers) {
        return upTo(null, subject, answers);
    }

    /** {@return the run, which stops after the event, if that happens} */
    static Story upTo(String event, Schedules subject, List<Integer> answers) {
        var retelling = new Retelling(subject, answers);
        retelling.awaited = event;
        Optional<Ending> ending = Optional.ofNullable(retelling.run());
        return new Story(List.copyOf(retelling.choices), List.copyOf(retelling.open), List.copyOf(retelling.steps), ending);
    }

    @Override
    void tooLong() {}

    @Override
    public void deciding(List<Tasklet> candidates) {
        turn();
        if (awaited != null && !steps.isEmpty() && steps.getLast().event().equals(awaited)) {
            throw Cut.CUT;
        }
    }

    @Override
    public int choose(ChoicePoint point) {
        int at = choices.size();
        int answer = at < answers.size() && answers.get(at) < point.alternatives() ? answers.get(at) : 0;
        choices.add(answer);
        open.add(point.alternatives());
        return answer;
    }

    @Override
    public void happened(long now, Tasklet process, String channel, Object value) {
        steps.add(new TakenStep(EventText.of(channel, value), process == null ? List.of() : List.of(process.path()), Optional.empty()));
    }
}
