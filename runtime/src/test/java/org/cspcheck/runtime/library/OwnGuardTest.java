package org.cspcheck.runtime.library;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Trial;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Guard;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A branch that a user wrote: a flag that another process raises, with the public primitives alone. */
class OwnGuardTest {
    private static final class Flag extends Guard {
        private boolean raised;
        private boolean announced;

        void raise() {
            Scheduler.current().interleave();
            if (announced && waits()) {
                fire();
            } else {
                raised = true;
            }
        }

        @Override
        protected boolean ready() {
            return raised;
        }

        @Override
        protected void take() {
            raised = false;
        }

        @Override
        protected void enable() {
            announced = true;
        }

        @Override
        protected void disable() {
            announced = false;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_flag_is_a_branch_of_both_alternatives_whether_it_is_raised_before_or_while_they_wait(boolean registered) {
        for (int seed = 0; seed < 20; seed++) {
            var seen = new ArrayList<String>();
            Trial.of(Oracle.random(seed), () -> {
                var flag = new Flag();
                par(
                        process("waits", () -> {
                            Alternative.Builder branches =
                                    Alternative.fair().on(flag, () -> seen.add("raised")).after(Duration.ofSeconds(1), () -> seen.add("late"));
                            Alternative next = registered ? branches.registered() : branches.transputer();
                            next.select();
                            next.select();
                        }),
                        process("raises", flag::raise));
            });
            assertEquals(List.of("raised", "late"), seen);
        }
    }
}
