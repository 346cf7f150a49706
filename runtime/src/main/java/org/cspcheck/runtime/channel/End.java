package org.cspcheck.runtime.channel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.Waiting;

/**
 * What both ends of a channel have: a line of processes and of guards that wait there, and the processes that were seen using it.
 *
 * <p>Invariants. A process is in the line, which the end is, if and only if it waits there; a guard is in {@code guards} while its alternative waits,
 * or for as long as a registered alternative keeps it. One who waits at one end and one who waits at the other do not exist together: they
 * would have met.
 */
abstract class End extends Line<Tasklet> implements Waiting, Shared.Side {
    private static final int USERS_BEFORE_SWEEP = 16;

    final Medium<?> medium;
    private Line<Guard> guards;
    private final boolean shared;
    private Tasklet user;
    private Set<Tasklet> users;
    private boolean guardsTurn;

    End(Medium<?> medium, boolean shared) {
        this.medium = medium;
        this.shared = shared;
    }

    abstract End opposite();

    final void usedBy(Tasklet process) {
        if (user != process) {
            note(process);
        }
    }

    /** An end for one process that has had another one: whether they are there at the same time depends on the other end as well. */
    private void note(Tasklet process) {
        if (!shared && user != null) {
            medium.scheduler().touch(medium);
        }
        if (shared) {
            if (users == null) {
                users = new LinkedHashSet<>();
            } else if (users.size() >= USERS_BEFORE_SWEEP && Integer.bitCount(users.size()) == 1) {
                users.removeIf(other -> other.status() == Tasklet.Status.ENDED);
            }
            users.add(process);
        }
        user = process;
    }

    private Collection<Tasklet> usersBut(Tasklet process) {
        if (users != null) {
            return users.stream().filter(other -> other != process).toList();
        }
        return user == null || user == process ? List.of() : List.of(user);
    }

    final void join(Tasklet process) {
        if (!shared && !isEmpty()) {
            throw twoAtOnce(process);
        }
        add(process);
    }

    private IllegalStateException twoAtOnce(Tasklet process) {
        return new IllegalStateException("the end of " + medium.name() + " to " + verb() + " is for one process, and both "
                    + first() + " and " + process + " use it; make it a channel from or to any");
    }

    abstract String verb();

    /** {@return whether the next to be served is a guard, and not a process in the line} They take turns. */
    final boolean servesGuard() {
        boolean guard = waitingGuard() != null;
        if (guard && !isEmpty()) {
            guardsTurn = !guardsTurn;
            return guardsTurn;
        }
        return guard;
    }

    /** {@return the first guard whose alternative waits; null if there is none} */
    final Guard waitingGuard() {
        return guards == null || guards.isEmpty() ? null : guards.first().waits() ? guards.first() : laterGuard();
    }

    private Guard laterGuard() {
        if (guards.others() != null) {
            for (Guard guard : guards.others()) {
                if (guard.waits()) {
                    return guard;
                }
            }
        }
        return null;
    }

    final boolean someoneWaits() {
        return !isEmpty() || waitingGuard() != null;
    }

    /** The alternative of a guard is about to wait here. */
    final void enable(Guard guard, End opposite) {
        if (guards == null) {
            medium.guarded();
            guards = new Line<>();
        }
        guards.add(guard);
        if (guard.registered()) {
            guard.couple(opposite);
        } else {
            opposite.stirGuards();
        }
    }

    final void remove(Guard guard) {
        if (guards != null) {
            guards.remove(guard);
        }
    }

    /** Those who were just served go to the end of the line. */
    final void served(Guard guard) {
        if (guard.registered() && guards.others() != null) {
            guards.remove(guard);
            guards.add(guard);
        }
    }

    /** Tells the guards of registered alternatives that somebody waits at the other end. */
    final void stirGuards() {
        if (guards != null) {
            stirEach();
        }
    }

    private void stirEach() {
        for (Guard guard : guards()) {
            if (guard.registered()) {
                guard.stir();
            }
        }
    }

    final List<Guard> guards() {
        if (guards == null || guards.isEmpty()) {
            return List.of();
        }
        if (guards.others() == null) {
            return List.of(guards.first());
        }
        var all = new ArrayList<Guard>(guards.size());
        all.add(guards.first());
        guards.others().forEach(all::add);
        return all;
    }

    @Override
    public boolean abandon(Tasklet process) {
        remove(process);
        return true;
    }

    @Override
    public Collection<Tasklet> on(Tasklet process) {
        if (medium.far() == null) {
            return opposite().usersBut(process);
        }
        End across = medium.far().get();
        return across == null || across.user == null ? List.of() : List.of(across.user);
    }

    /** What is at the other end of a link cannot be seen from here: it may go on. */
    @Override
    public boolean outside() {
        return medium.far() != null;
    }

    @Override
    public boolean noticed() {
        return false;
    }

    /** {@return who waits here, in the order in which they are served} */
    final Object state() {
        return guards == null || guards.isEmpty()
                ? everyone()
                : List.of(everyone(), places(), guardsTurn);
    }

    /** Two guards that could be taken for each other stand for themselves: no state is like another then. */
    private List<?> places() {
        List<Guard> guards = guards();
        var places = new ArrayList<>(guards.size());
        for (Guard guard : guards) {
            Object place = guard.place();
            if (places.contains(place)) {
                return List.copyOf(guards);
            }
            places.add(place);
        }
        return places;
    }

    @Override
    public Shared whole() {
        return medium;
    }

    @Override
    public int side() {
        return this == medium.in() ? 0 : 1;
    }

    /**
     * Values and readers stand in line, so the n-th read is of the n-th value, and the n-th value has a place after the (n - capacity)-th read.
     *
     * <p>Who finds the channel poisoned waits for nobody; who takes a value that it held before is not told from him. Whatever else
     * changes the lines (an alternative, the end of one who waits) uses the whole channel.
     */
    @Override
    public int awaited() {
        if (medium.isPoisoned()) {
            return -1;
        }
        int ahead = medium.held() + medium.writing().size() - medium.reading().size();
        return this == medium.reading() ? ahead - 1 : medium.capacity() - 1 - ahead;
    }

    private List<Tasklet> everyone() {
        if (others() == null) {
            return isEmpty() ? List.of() : List.of(first());
        }
        var all = new ArrayList<Tasklet>();
        all.add(first());
        others().forEach(all::add);
        return all;
    }

    @Override
    public String toString() {
        return verb() + " " + medium.name();
    }
}
