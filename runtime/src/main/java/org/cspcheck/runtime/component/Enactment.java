package org.cspcheck.runtime.component;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.component.Situation.Chooses;
import org.cspcheck.runtime.component.Situation.Offers;
import org.cspcheck.runtime.term.Enacted;
import org.cspcheck.runtime.term.Party;

/** The code in a running network: its offers are those of a party, its choices those of the scheduler. It can be saved wherever it waits. */
final class Enactment implements Enacted.Code, Turns {
    private static final long NOT_WAITING = -1;

    private final Program program;
    private final Party party;
    private final Story story;
    private ClassLoader classes;
    private Scheduler scheduler;
    /** When it began to wait for as long as it waits at most, on the network's clock. */
    private long since = NOT_WAITING;

    /** @param from what to tell it first, so that it comes to where it was saved */
    Enactment(Program program, Party party, List<String> from) {
        this.program = program;
        this.party = party;
        this.story = new Story(program.name(), from);
    }

    void madeOf(ClassLoader loader) {
        classes = loader;
    }

    @Override
    public void run() throws Exception {
        scheduler = Scheduler.current();
        party.begin();
        try {
            if (!story.hasEnded()) {
                program.enact(this);
            }
            story.end();
        } catch (Mistake mistake) {
            throw new SpecificationException(mistake.diagnostic());
        }
    }

    @Override
    public List<String> position() {
        return story.words(since == NOT_WAITING ? 0 : scheduler.deadline(0) - since);
    }

    @Override
    public int offer(Offers offers) {
        if (story.isTold()) {
            return story.answer(offers.answers());
        }
        since = offers.timeout() == Offers.NEVER ? NOT_WAITING : scheduler.deadline(-story.waited());
        party.restIfAsked();
        int answer = now(offers);
        since = NOT_WAITING;
        story.answered(answer);
        return answer;
    }

    private int now(Offers offers) {
        int[] events = offers.branches().stream().flatMapToInt(branch -> IntStream.of(branch.events())).toArray();
        int event = offers.timeout() == Offers.NEVER
                ? party.offer(events)
                : party.offerFor(Math.max(0, since + offers.timeout() - scheduler.deadline(0)), events);
        return event == Party.NOTHING ? events.length : answer(events, event);
    }

    /** The event may belong to several branches. */
    private static int answer(int[] events, int event) {
        List<Integer> places = new ArrayList<>(1);
        for (int i = 0; i < events.length; i++) {
            if (events[i] == event) {
                places.add(i);
            }
        }
        return places.get(places.size() == 1 ? 0 : Scheduler.current().select(places));
    }

    @Override
    public int choose(Chooses choice) {
        if (story.isTold()) {
            return story.answer(choice.alternatives());
        }
        int answer = scheduler.choose("", choice.alternatives());
        story.answered(answer);
        return answer;
    }

    @Override
    public int enter() {
        return story.place();
    }

    @Override
    public Object first(Object initial) {
        Object head = story.isTold() ? story.head(classes) : initial;
        story.enter(head);
        scheduler.self().atLoopHead(head);
        return head;
    }

    @Override
    public void again(int entry, Object value) {
        if (story.isTold()) {
            throw story.differs();
        }
        story.again(entry, value);
        scheduler.self().atLoopHead(value);
    }
}
