package org.cspcheck.runtime.component;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cspcheck.runtime.component.Situation.Chooses;
import org.cspcheck.runtime.component.Situation.Failed;
import org.cspcheck.runtime.component.Situation.Finished;
import org.cspcheck.runtime.component.Situation.Offers;
import org.cspcheck.runtime.component.Trail.Item;

/**
 * One run of the code under control: repeats a trail, and is given up at the first thing that the trail does not answer.
 *
 * <p>Invariants. Items before {@code position} have been repeated. A loop that is entered jumps to the value that the trail has for it; one
 * that comes round forgets what happened inside it, which is what closes cycles. The code is left by an {@link Abandoned}, at every call that
 * it makes from then on, so {@code finally} blocks run and cannot do anything that counts.
 *
 * <p>A <em>walk</em> goes on at what the trail does not answer, with answers of its own, and visits states on its way: whoever remembers
 * something beside the values of its loops comes to a state in another situation than by its trail.
 */
final class Execution implements Turns {
    private static final int MOST_ROUNDS = 1_000_000;

    private final Program program;
    private final List<Item> items;
    private int position;
    private int roundsWithoutEvent;
    private int walk;
    private SplittableRandom answers;
    private Situation situation;
    private Mistake mistake;

    /** Unwinds the stack of code whose run is given up. */
    private static final class Abandoned extends Error {
        private static final long serialVersionUID = 1;
        private static final Abandoned NOW = new Abandoned();

        private Abandoned() {
            super("this run of the code is given up", null, false, false);
        }
    }

    private Execution(Program program, List<Item> items) {
        this.program = program;
        this.items = items;
    }

    /** {@return the state that the code comes to from {@code trail}} */
    static ComponentState from(Program program, Trail trail) {
        return new Execution(program, new ArrayList<>(trail.items())).run();
    }

    /** {@return the state that the code comes to when what it is about to do after {@code trail} is answered} */
    static ComponentState from(Program program, Trail trail, Situation situation, int answer) {
        List<Item> before = trail.items();
        var items = new ArrayList<Item>(before.size() + 4);
        items.addAll(before);
        items.add(new Item.Answered(situation, answer));
        return new Execution(program, items).run();
    }

    /** Runs the code from its beginning through so many answers without giving it up in between. */
    static void walk(Program program, int length, long seed) {
        var execution = new Execution(program, new ArrayList<>());
        execution.walk = length;
        execution.answers = new SplittableRandom(seed);
        execution.run();
    }

    private ComponentState run() {
        Situation end;
        try {
            program.start(this);
            end = new Finished();
        } catch (Mistake found) {
            mistake = found;
            end = null;
        } catch (VirtualMachineError fault) {
            end = failed(fault);
        } catch (Throwable thrown) {
            end = new Failed(program.describe(thrown));
        }
        try {
            return state(end);
        } catch (Mistake found) {
            throw program.refused(found);
        }
    }

    private ComponentState state(Situation end) {
        if (mistake != null) {
            throw mistake;
        }
        if (situation == null && position < items.size()) {
            throw differs(end);
        }
        return program.state(Trail.of(items), situation == null ? end : situation);
    }

    private Situation failed(Error fault) {
        if (fault instanceof StackOverflowError) {
            return new Failed(program.describe(fault));
        }
        throw fault;
    }

    @Override
    public int offer(Offers offers) {
        return answer(offers);
    }

    @Override
    public int choose(Chooses choice) {
        return answer(choice);
    }

    private int answer(Situation now) {
        requireGoing();
        roundsWithoutEvent = 0;
        if (position == items.size()) {
            if (walk == 0 || now.answers() == 0) {
                situation = now;
                throw Abandoned.NOW;
            }
            walk--;
            visit(now);
            items.add(new Item.Answered(now, answers.nextInt(now.answers())));
        }
        if (items.get(position) instanceof Item.Answered(Situation before, int answer) && before.equals(now)) {
            position++;
            return answer;
        }
        throw stop(differs(now));
    }

    private void visit(Situation now) {
        try {
            program.state(Trail.of(items), now);
        } catch (Mistake differs) {
            throw stop(differs);
        }
    }

    @Override
    public int enter() {
        return position;
    }

    @Override
    public Object first(Object initial) {
        requireGoing();
        if (position == items.size()) {
            items.add(head(initial));
        }
        if (!(items.get(position) instanceof Item.Head(Object value, int hash))) {
            throw stop(differs(null));
        }
        if (value.hashCode() != hash) {
            throw stop(program.changed(value));
        }
        position++;
        return value;
    }

    @Override
    public void again(int entry, Object value) {
        requireGoing();
        if (position < items.size()) {
            throw stop(differs(null));
        }
        if (items.get(entry) instanceof Item.Head(Object before, int hash) && before.hashCode() != hash) {
            throw stop(program.changed(before));
        }
        if (++roundsWithoutEvent > MOST_ROUNDS) {
            throw stop(program.spins());
        }
        items.subList(entry, items.size()).clear();
        items.add(head(value));
        position = items.size();
    }

    private Item head(Object value) {
        try {
            program.requireValue(value);
        } catch (Mistake noValue) {
            throw stop(noValue);
        }
        return new Item.Head(value, value.hashCode());
    }

    private void requireGoing() {
        if (situation != null) {
            throw Abandoned.NOW;
        }
        if (mistake != null) {
            throw mistake;
        }
    }

    private Mistake stop(Mistake found) {
        mistake = found;
        return found;
    }

    /** @param now what the code does this time; null for the head of a loop */
    private Mistake differs(Situation now) {
        String before = items.get(position) instanceof Item.Answered(Situation offered, int answer) ? offered.toString() : "the head of a loop";
        return program.differs(before, now == null ? "the head of a loop" : now.toString());
    }
}
