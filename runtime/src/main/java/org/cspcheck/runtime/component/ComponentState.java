package org.cspcheck.runtime.component;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.cspcheck.runtime.component.Situation.Chooses;
import org.cspcheck.runtime.component.Situation.Failed;
import org.cspcheck.runtime.component.Situation.Finished;
import org.cspcheck.runtime.component.Situation.Offers;
import org.cspcheck.runtime.term.Enacted;
import org.cspcheck.runtime.term.Party;

/** Code that waits for something: its trail, what it waits for, and how long it has waited in virtual time. */
final class ComponentState implements Enacted {
    private final Program program;
    private final Trail trail;
    private final Situation situation;
    private final long waited;
    private List<Move> moves;

    ComponentState(Program program, Trail trail, Situation situation) {
        this(program, trail, situation, 0);
    }

    private ComponentState(Program program, Trail trail, Situation situation, long waited) {
        this.program = program;
        this.trail = trail;
        this.situation = situation;
        this.waited = waited;
    }

    Situation situation() {
        return situation;
    }

    @Override
    public List<Move> moves() {
        program.requireFaithful();
        if (moves == null) {
            moves = List.copyOf(find());
        }
        return moves;
    }

    private List<Move> find() {
        return switch (situation) {
            case Offers offers -> offered(offers);
            case Chooses(int alternatives) -> {
                var found = new ArrayList<Move>(alternatives);
                for (int i = 0; i < alternatives; i++) {
                    found.add(new Move(Event.TAU, after(i), Step.COMPUTING));
                }
                yield found;
            }
            case Finished() -> List.of(new Move(Event.TICK, Process.TERMINATED));
            case Failed(String what) -> List.of(new Move(program.failure(what), Process.STOP));
        };
    }

    private List<Move> offered(Offers offers) {
        var found = new ArrayList<Move>(offers.answers());
        for (Communication branch : offers.branches()) {
            for (int event : branch.events()) {
                found.add(new Move(event, after(found.size())));
            }
        }
        if (offers.timeout() != Offers.NEVER) {
            found.add(new Move(Event.TAU, after(found.size()), program.rounded(offers.timeout()) - waited));
        }
        return found;
    }

    private Process after(int answer) {
        return new Process.Foreign(Execution.from(program, trail, situation, answer));
    }

    @Override
    public ComponentState later(long time) {
        boolean waits = situation instanceof Offers offers && offers.timeout() != Offers.NEVER;
        return waits && time > 0 ? new ComponentState(program, trail, situation, waited + time) : this;
    }

    @Override
    public String name() {
        return program.name();
    }

    @Override
    public Code code(Party party, List<String> from) {
        return new Enactment(program, party, from);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof ComponentState that && isEqual(that)
                || other instanceof Start(Program begun) && program == begun && isEqual(begun.begin());
    }

    private boolean isEqual(ComponentState that) {
        return program == that.program && waited == that.waited && trail.equals(that.trail);
    }

    @Override
    public int hashCode() {
        return 31 * trail.hashCode() + Long.hashCode(waited) + System.identityHashCode(program);
    }

    @Override
    public String toString() {
        Object head = trail.head();
        return program.name() + (head == null ? "" : "[" + head + "]") + " at " + situation;
    }
}
