package org.cspcheck.model.process;

import java.util.List;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Links;
import org.cspcheck.model.event.PriorityOrder;
import org.cspcheck.model.event.Renaming;
import org.cspcheck.model.source.Span;

/**
 * A process term: the state of a process is the term that is left of it.
 *
 * <p>One record for each operator of the algebra; what each can do is said in one place, {@link FiringRules}. Terms compare by value. An
 * operator with a list of operands takes two or more in the order written; the empty replicated forms are other terms ({@code []} over
 * nothing is {@link Stop}).
 */
public sealed interface Process {
    /** {@code STOP}: does nothing. */
    record Stop() implements Process {}

    /** {@code SKIP}: terminates. */
    record Skip() implements Process {}

    /** What is left after termination, written Omega in the literature. */
    record Terminated() implements Process {}

    /** {@code DIV}: internal steps for ever. */
    record Diverge() implements Process {}

    /** {@code a -> P}, {@code c?x:S!e -> P(x)}: offers every event of the menu. */
    record Prefix(Menu menu) implements Process {}

    /** {@code RUN(A)}: offers every event of A, for ever. */
    record Run(EventSet events) implements Process {}

    /** {@code CHAOS(A)}: may do anything in A and may refuse anything, but never terminates. */
    record Chaos(EventSet events) implements Process {}

    /** {@code P [] Q}. */
    record ExternalChoice(List<Process> operands) implements Process {}

    /** {@code P |~| Q}. */
    record InternalChoice(List<Process> operands) implements Process {}

    /** {@code P [> Q}: P until an internal step hands over to Q. */
    record SlidingChoice(Process first, Process second) implements Process {}

    /** {@code P [+A+] Q}: a choice that events of A, done together, do not resolve. */
    record SynchronisingChoice(List<Process> operands, EventSet together) implements Process {}

    /** {@code P ; Q}. */
    record SequentialComposition(Process first, Process second) implements Process {}

    /** {@code P /\ Q}: P until Q does something visible. */
    record Interrupt(Process first, Process second) implements Process {}

    /** {@code P /+A+\ Q}: an interrupt whose events of A are done together and do not interrupt. */
    record SynchronisingInterrupt(Process first, EventSet together, Process second) implements Process {}

    /** {@code P [|A|> Q}: P until it performs an event of A, which hands over to Q. */
    record Throw(Process first, EventSet thrown, Process handler) implements Process {}

    /** {@code P [|A|] Q}; {@code P ||| Q} has the empty interface. */
    record InterfaceParallel(List<Process> operands, EventSet together) implements Process {}

    /** {@code P [A||B] Q}: each operand keeps to its own alphabet and agrees on it with all that share an event. */
    record AlphabetisedParallel(List<Process> operands, List<EventSet> alphabets) implements Process {}

    /** {@code P [a <-> b] Q}. */
    record LinkedParallel(Process left, Process right, Links links) implements Process {}

    /** {@code P \ A}. */
    record Hide(Process process, EventSet hidden) implements Process {
        /** {@return whether its process, once settled, hides the same: then this operator is not there} */
        public boolean isRepeated() {
            Process inner = process;
            while (true) {
                switch (inner) {
                    case Call(Body body) -> inner = body.unfold();
                    case Compress compress -> inner = compress.process;
                    case Hide hide -> {
                        return hide.hidden.equals(hidden);
                    }
                    default -> {
                        return false;
                    }
                }
            }
        }
    }

    /** {@code P[[a <- b]]}. */
    record Rename(Process process, Renaming renaming) implements Process {}

    /** {@code prioritise(P, ..)} and its kin: an event is blocked where one that beats it can happen. */
    record Prioritise(Process process, PriorityOrder order) implements Process {}

    /** {@code chase(P)}: takes internal steps as soon as there are any, always the first, and forgets the alternatives. */
    record Chase(Process process) implements Process {}

    /** {@code P} in virtual time: see {@link VirtualTime}. */
    record Timed(Process process, long race) implements Process {}

    /** A process that is not written in the algebra but in code; a leaf to every operator. */
    record Foreign(State state) implements Process {}

    /** {@code sbisim(P)}, {@code diamond(P)} ..: behaves like P; whoever explores it may do so on a smaller graph. A settled term has none. */
    record Compress(Process process, Compression compression) implements Process {}

    /** A process by its name, or one whose term is not needed yet. */
    record Call(Body body) implements Process {}

    Process STOP = new Stop();
    Process SKIP = new Skip();
    Process TERMINATED = new Terminated();
    Process DIVERGE = new Diverge();

    /** {@return the process that offers {@code event} and then behaves like {@code next}} */
    static Process prefix(int event, Process next) {
        return new Prefix(new Menu.Listed(List.of(new Menu.Branch(event, next))));
    }

    /**
     * {@return {@code process \ hidden}}
     *
     * <p>Hiding twice is hiding once: without this, {@code P = (a -> P) \ {a}} would grow with each step.
     */
    static Process hide(Process process, EventSet hidden) {
        return process instanceof Hide inner && inner.hidden.equals(hidden) ? inner : new Hide(process, hidden);
    }

    /** {@return {@code process} with the name that people know it by} */
    static Process named(String name, Process process) {
        return new Call(new Body.Named(name, process));
    }

    /** What a prefix offers; menus that are equal as values offer the same. */
    interface Menu {
        /** {@return every event on offer with what follows it, in a fixed order} An event may occur more than once. */
        List<Branch> branches();

        /** {@return where it is written; null where nobody wrote it} */
        default Span span() {
            return null;
        }

        /** One event on offer; {@code next} need not be unfolded. */
        record Branch(int event, Process next) {}

        /** A menu given branch by branch. */
        record Listed(List<Branch> branches) implements Menu {
            public Listed {
                branches = List.copyOf(branches);
            }
        }
    }

    /** What a {@link Foreign} process is about to do; states that are equal as values do the same. */
    interface State {
        /** {@return every step, in a fixed order} */
        List<Move> moves();

        /** {@return this state after a time without a step of its own: what it waits for is that much nearer} */
        State later(long time);

        /** {@return how people call the process} */
        String name();

        /** A step by itself that needs a time to pass, {@code due}; {@link Step#AT_ONCE} or {@link Step#COMPUTING} for all other steps. */
        record Move(int event, Process next, long due) {
            public Move(int event, Process next) {
                this(event, next, Step.AT_ONCE);
            }
        }
    }

    /** The term behind a {@link Call}, found when it is needed; bodies that are equal as values have the same term. */
    interface Body {
        /** {@return how people write the call, {@code PHIL(0)}; empty for a term without a name} */
        String name();

        /** {@return the term} It may be a call again. */
        Process unfold();

        /** {@return where it is defined; null where nobody wrote it} */
        default Span span() {
            return null;
        }

        /** A term that was given a name. */
        record Named(String name, Process process) implements Body {
            @Override
            public Process unfold() {
                return process;
            }
        }
    }
}
