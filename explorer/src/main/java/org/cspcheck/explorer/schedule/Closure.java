package org.cspcheck.explorer.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cspcheck.runtime.ChoicePoint;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.log.EventText;

/**
 * Every state of a network: runs are stopped where they come to a state that is known, so cycles are closed and a network that never stops has
 * an end to its exploration.
 *
 * <p>Each run goes to one answer that is still open, by the answers that led to its state first, and from there on by the first answers until it
 * comes to a known state or to its end. What is left open on the way is queued: first come, first served.
 *
 * <p>That a known state goes on as it did before rests on what processes say at the heads of their loops. Each state is therefore checked
 * once, when a run comes to it again: the next step must do the same and lead to the same state.
 */
final class Closure extends Course {
    /** An answer that has not been given yet. */
    private record Open(StateGraph.Node node, int answer) {}

    private final Histories histories;
    private final StateGraph graph = new StateGraph();
    /** By their numbers. */
    private final List<StateGraph.Node> states = new ArrayList<>();
    private final Map<String, StateGraph.Node> ends = new HashMap<>();
    private final ArrayDeque<Open> open = new ArrayDeque<>();
    private final Set<String> tooLong = new TreeSet<>();
    private long runs;

    // the present run
    /** The nodes at which it was asked something on the way to the answer that is tried, and what was answered, up to {@code length}. */
    private StateGraph.Node[] path = new StateGraph.Node[16];
    private int[] answers = new int[16];
    private int length;
    private int at;
    private StateGraph.Node last;
    private int answer;
    private boolean passedHead;
    private final List<String> events = new ArrayList<>();
    /** Who went on since the state before, by their histories at their starts, without repetition. */
    private int[] moved = new int[4];
    private int movers;
    /** The time at the state before. */
    private long since;
    private List<Tasklet> candidates;
    private StateGraph.Edge checking;

    Closure(Schedules subject, boolean absolute) {
        super(subject);
        this.histories = new Histories(this, absolute, subject.race().equals(Schedules.FOR_EVER));
    }

    /** Explores all states; {@return empty if these were all, else why not} */
    String explore() {
        long deadline = System.nanoTime() + subject.bounds().time().toNanos();
        open.add(new Open(graph.add(null, 0, null, null, null), 0));
        while (!open.isEmpty()) {
            lead(open.poll());
            runs++;
            if (runs >= subject.bounds().runs()) {
                return "limit of " + runs + " runs reached";
            } else if (graph.states() > subject.bounds().states()) {
                return "state limit of " + subject.bounds().states() + " reached";
            } else if ((runs & 255) == 0 && System.nanoTime() > deadline) {
                return "time limit reached after " + runs + " runs";
            }
        }
        if (!tooLong.isEmpty()) {
            return "a run of more than " + subject.bounds().turns() + " turns was cut short: " + String.join(", ", tooLong)
                    + " came to no head of a loop, where its state could be told";
        }
        return histories.doubts().stream().sorted().collect(Collectors.joining("; "));
    }

    StateGraph graph() {
        return graph;
    }

    long runs() {
        return runs;
    }

    boolean clockWasRead() {
        return histories.clockWasRead();
    }

    private void lead(Open to) {
        retrace(to);
        at = 0;
        last = to.node();
        answer = to.answer();
        passedHead = false;
        checking = null;
        since = 0;
        events.clear();
        movers = 0;
        histories.newRun();
        Ending ending = run();
        if (ending != null) {
            StateGraph.Node end = ends.computeIfAbsent(text(ending), _ -> graph.add(last, answer, null, new long[0], ending));
            link(end);
        }
    }

    private void retrace(Open to) {
        length = to.node().asked;
        if (length > path.length) {
            path = new StateGraph.Node[2 * length];
            answers = new int[2 * length];
        }
        int answer = to.answer();
        int place = length;
        for (StateGraph.Node node = to.node(); node != null; node = node.parent) {
            if (node.offer != null) {
                path[--place] = node;
                answers[place] = answer;
            }
            answer = node.answer;
        }
    }

    private static String text(Ending ending) {
        return switch (ending) {
            case Ending.Terminated _ -> "terminated";
            case Ending.Failed(var failure) -> failure.getMessage();
            case Ending.Deadlocked(var state) ->
                state.processes().stream().map(process -> process.path() + " " + process.waitsFor() + " " + process.loopHead()).toList().toString();
            case Ending.Livelocked _ -> "livelocked";
            case Ending.Stopped _ -> "stopped";
        };
    }

    @Override
    void tooLong() {
        scheduler.processes().stream()
                .filter(process -> process.loopHead() == null && !(process.waiting() != null && process.waiting().needsAll()))
                .forEach(process -> tooLong.add(process.path()));
    }

    @Override
    public void deciding(List<Tasklet> candidates) {
        turn();
        if (candidates.isEmpty()) {
            return;
        }
        this.candidates = candidates;
        boolean asked = candidates.size() > 1;
        if (at < length) {
            if (asked) {
                Offer before = path[at].offer;
                compare(before, before.digest() == digest && same(candidates, before.numbers()), () -> Offer.turn(candidates));
            }
            passedHead = false; // if there was one, this is the state that was noted for it
        } else if (asked || passedHead) {
            arrive(asked);
        }
        if (!asked) {
            moves(candidates.getFirst());
        }
    }

    private void arrive(boolean asked) {
        int state = histories.state(scheduler);
        StateGraph.Node known = state < states.size() ? states.get(state) : null;
        if (checking != null) {
            check(known);
        } else if (known == null) {
            known = graph.add(last, answer, asked ? Offer.ofTurn(digest, candidates) : null, waiting(), null);
            note(state, known);
            link(known);
            goOn(known);
        } else {
            link(known);
            checkOnce(known);
        }
    }

    /** A state that comes first while a known one is checked has a number, and no node. */
    private void note(int state, StateGraph.Node node) {
        while (states.size() <= state) {
            states.add(null);
        }
        states.set(state, node);
    }

    private void goOn(StateGraph.Node node) {
        if (node.offer != null) {
            for (int other = 1; other < node.offer.alternatives(); other++) {
                open.add(new Open(node, other));
            }
        }
        from(node, 0);
    }

    private void link(StateGraph.Node to) {
        graph.link(last, answer, to, events, Arrays.copyOf(moved, movers), scheduler.deadline(0) > since);
    }

    private void from(StateGraph.Node node, int taken) {
        since = scheduler.deadline(0);
        last = node;
        answer = taken;
        passedHead = false;
        events.clear();
        movers = 0;
    }

    private void moves(Tasklet process) {
        int who = Histories.memory(process).start;
        for (int i = 0; i < movers; i++) {
            if (moved[i] == who) {
                return;
            }
        }
        if (movers == moved.length) {
            moved = Arrays.copyOf(moved, 2 * movers);
        }
        moved[movers++] = who;
    }

    private void checkOnce(StateGraph.Node known) {
        if (known.checked || known.edges.isEmpty() || known.edges.get(0).moved().length == 0) {
            throw Cut.CUT;
        }
        known.checked = true;
        checking = known.edges.get(0);
        from(known, 0);
    }

    private void check(StateGraph.Node known) {
        if (known != checking.to() || !events.equals(checking.events())) {
            histories.doubts().add("one state went on in two ways, after " + events + " and after " + checking.events()
                    + ": some process holds more than the value of its loop says (" + whoMoved() + ")");
        }
        throw Cut.CUT;
    }

    private String whoMoved() {
        Set<Integer> who = Arrays.stream(moved, 0, movers).boxed().collect(Collectors.toSet());
        return scheduler.processes().stream()
                .filter(process -> who.contains(Histories.memory(process).start))
                .map(Tasklet::path)
                .collect(Collectors.joining(", "));
    }

    private long[] waiting() {
        List<Tasklet> processes = scheduler.processes();
        long[] waiting = new long[processes.size()];
        int count = 0;
        for (Tasklet process : processes) {
            if (process.waiting() != null && !process.waiting().needsAll()) {
                Histories.Memory memory = Histories.memory(process);
                waiting[count++] = (long) memory.start << 32 | memory.now;
            }
        }
        waiting = Arrays.copyOf(waiting, count);
        Arrays.sort(waiting);
        return waiting;
    }

    private void compare(Offer before, boolean same, Offer.Said now) {
        if (!same) {
            throw Unrepeatable.found(candidates == null ? subject.name() : candidates.get(0).path(), before, now.text(), at);
        }
    }

    @Override
    public int choose(ChoicePoint point) {
        boolean turn = point instanceof ChoicePoint.QueueOrder;
        int chosen;
        if (at < length) {
            Offer before = path[at].offer;
            if (!turn) {
                compare(before, before.digest() == digest && before.alternatives() == point.alternatives(), () -> Offer.text(point));
            }
            chosen = answers[at++];
            if (at == length) {
                boolean head = passedHead && !turn;
                from(last, answer);
                passedHead = head;
            }
        } else if (turn) {
            chosen = checking == null ? 0 : candidateThatMoved();
        } else if (checking != null) {
            throw Cut.CUT;
        } else {
            StateGraph.Node inside = graph.add(last, answer, Offer.of(digest, point), null, null);
            link(inside);
            boolean head = passedHead;
            goOn(inside);
            passedHead = head;
            chosen = 0;
        }
        if (turn) {
            moves(candidates.get(chosen));
        }
        return chosen;
    }

    private int candidateThatMoved() {
        for (int i = 0; i < candidates.size(); i++) {
            if (checking.moved()[0] == Histories.memory(candidates.get(i)).start) {
                return i;
            }
        }
        throw Cut.CUT;
    }

    @Override
    Known known(int number, Tasklet process, Tasklet parent) {
        return histories.started(number, parent);
    }

    @Override
    public void made(Shared what) {
        super.made(what);
        histories.made(what, scheduler.self());
    }

    @Override
    public void touched(Shared what) {
        super.touched(what);
        histories.touched(what);
    }

    @Override
    public void touched(Shared.Side what) {
        super.touched(what);
        histories.touched(what.whole());
    }

    @Override
    public void learned(Tasklet process, Object what) {
        histories.learned(process, what);
    }

    @Override
    public void entered(Tasklet process) {
        histories.entered(process);
    }

    @Override
    public void atHead(Tasklet process, Object value) {
        passedHead = true;
        histories.atHead(process, value);
    }

    @Override
    public void left(Tasklet process) {
        histories.left(process);
    }

    @Override
    public void happened(long now, Tasklet process, String channel, Object value) {
        super.happened(now, process, channel, value);
        if (at == length) {
            events.add(EventText.of(channel, value));
        }
    }
}
