import static org.cspcheck.runtime.library.Csp.placedPar;
import static org.cspcheck.runtime.library.Csp.process;

import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.channel.Channel;

void main() {
// fragment
}
