import org.cspcheck.runtime.channel.Channel;

// The names of JCSP, as far as the fragment goes; JCSP itself is not on the class path, so it is compiled and not run.
class Jcsp {
    interface CSProcess {
        void run();
    }

    interface ChannelInput {
        Object read();
    }

    interface ChannelOutput {
        void write(Object value);
    }

    interface One2OneChannel {
        ChannelInput in();

        ChannelOutput out();
    }

    record Parallel(CSProcess[] processes) {
        void run() {}
    }

    record Printer(ChannelInput in) implements CSProcess {
        @Override
        public void run() {}
    }

    void fragment(One2OneChannel a, One2OneChannel b) {
// fragment
    }
}
