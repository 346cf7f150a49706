import static org.cspcheck.runtime.library.Csp.par;

import org.cspcheck.junit.EverySchedule;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.channel.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

// Two tellers who lock accounts in the same order.
class Schedules {
    private final Channel<Integer> transfer = Channel.anyToAny("transfer");

    private Behaviour teller(int number) {
        return () -> transfer.out().write(number);
    }

    private Behaviour account(int number) {
        return () -> transfer.in().read();
    }

// fragment
}
