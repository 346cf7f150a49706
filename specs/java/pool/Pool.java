package pool;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.runtime.component.Choice;
import org.cspcheck.runtime.component.Component;
import org.cspcheck.runtime.component.Events;

/** Lends connections, first come first served. */
public final class Pool implements Component {
    private final int size;
    private final int clients;
    private final boolean cancelling;

    /** @param cancelling whether who waits may change his mind */
    public Pool(int size, int clients, boolean cancelling) {
        this.size = size;
        this.clients = clients;
        this.cancelling = cancelling;
    }

    /** Who has a connection, and who waits for one. */
    record State(List<Integer> lent, List<Integer> waiting) {
        State acquire(int client) {
            return new State(lent, with(waiting, client));
        }

        State grant(int client) {
            return new State(with(lent, client), without(waiting, client));
        }

        State cancel(int client) {
            return new State(lent, without(waiting, client));
        }

        State release(int client) {
            return new State(without(lent, client), waiting);
        }

        private static List<Integer> with(List<Integer> list, int client) {
            var changed = new ArrayList<>(list);
            changed.add(client);
            return List.copyOf(changed);
        }

        private static List<Integer> without(List<Integer> list, int client) {
            return list.stream().filter(other -> other != client).toList();
        }
    }

    @Override
    public void run(Events events) throws Exception {
        events.loop(new State(List.of(), List.of()), state -> {
            boolean ready = state.lent().size() < size && !state.waiting().isEmpty();
            if (ready && !cancelling) {
                events.perform("grant", state.waiting().getFirst());
                return state.grant(state.waiting().getFirst());
            }
            Choice<State> choice = events.choice();
            for (int i = 0; i < clients; i++) {
                int client = i;
                boolean lent = state.lent().contains(client);
                boolean waits = state.waiting().contains(client);
                choice.when(!lent && !waits, "acquire", List.of(client), now -> state.acquire(client));
                choice.when(lent, "release", List.of(client), now -> state.release(client));
                choice.when(waits && cancelling, "cancel", List.of(client), now -> state.cancel(client));
                choice.when(ready && state.waiting().indexOf(client) == 0, "grant", List.of(client), now -> state.grant(client));
            }
            return choice.take();
        });
    }
}
