package org.cspcheck.explorer;

import static org.cspcheck.explorer.Script.external;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;

/** Networks whose numbers of states and transitions are known in closed form. */
public final class Networks {
    private Networks() {}

    /** Philosophers of four events; with {@code righthanded} the last one picks the right fork first. */
    public static Process philosophers(Script s, int n, boolean righthanded) {
        Map<String, EventSet> parts = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            int right = (i + 1) % n;
            boolean turned = righthanded && i == n - 1;
            int first = turned ? right : i;
            int second = turned ? i : right;
            String name = "PHIL(" + i + ")";
            String[] events = {"pick." + i + "." + first, "pick." + i + "." + second, "put." + i + "." + second, "put." + i + "." + first};
            s.define(name, () -> s.then(name, events));
            parts.put(name, s.events(events));
        }
        forks(s, n, parts, "pick.", "put.");
        return s.network(parts);
    }

    /** Philosophers of eight events. */
    public static Process philosophersInFull(Script s, int n) {
        Map<String, EventSet> parts = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            int right = (i + 1) % n;
            String name = "PHIL(" + i + ")";
            String left = "." + i;
            String[] events = Stream.of("thinks/l", "sits/l", "pick/l/l", "pick/l/r", "eats/l", "put/l/r", "put/l/l", "getsup/l")
                    .map(event -> event.replace("/l", left).replace("/r", "." + right))
                    .toArray(String[]::new);
            s.define(name, () -> s.then(name, events));
            parts.put(name, s.events(events));
        }
        forks(s, n, parts, "pick.", "put.");
        return s.network(parts);
    }

    private static void forks(Script s, int n, Map<String, EventSet> parts, String pick, String put) {
        for (int i = 0; i < n; i++) {
            String name = "FORK(" + i + ")";
            String own = i + "." + i;
            String left = (i + n - 1) % n + "." + i;
            s.define(name, () -> external(s.then(name, pick + own, put + own), s.then(name, pick + left, put + left)));
            parts.put(name, s.events(pick + own, put + own, pick + left, put + left));
        }
    }

    /** Milner's scheduler. */
    public static Process milner(Script s, int n) {
        Map<String, EventSet> parts = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            String name = "CYCLER(" + i + ")";
            String c = "c." + i;
            String d = "c." + (i + 1) % n;
            String b = "b." + i;
            s.define(name, () -> s.then(external(s.then(name, b, c), s.then(name, c, b)), "a." + name, d));
            String waiting = "WAITING(" + i + ")";
            s.define(waiting, () -> s.then(name, c));
            parts.put(i == 0 ? name : waiting, s.events("a." + name, b, c, d));
        }
        return s.network(parts);
    }

    /** Stations that pass a token round. */
    public static Process ring(Script s, int n) {
        Map<String, EventSet> parts = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            String at = "(" + i + ")";
            String in = "pass." + i;
            String out = "pass." + (i + 1) % n;
            String req = "req." + i;
            s.define("NT" + at, () -> external(s.then("NW" + at, req), s.then("T" + at, in)));
            s.define("NW" + at, () -> s.then("TW" + at, in));
            s.define("T" + at, () -> external(s.then("TW" + at, req), s.then("NT" + at, out)));
            s.define("TW" + at, () -> s.then("NT" + at, "enter" + at, "leave" + at, out));
            parts.put((i == 0 ? "T" : "NT") + at, s.events(in, out, req, "enter" + at, "leave" + at));
        }
        return s.network(parts);
    }

    /** One-place buffers of bits in a row. */
    public static Process pipeline(Script s, int n) {
        Map<String, EventSet> parts = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            String name = "COPY(" + i + ")";
            String in = "c." + i + ".";
            String out = "c." + (i + 1) + ".";
            s.define(name, () -> external(s.then(name, in + 0, out + 0), s.then(name, in + 1, out + 1)));
            parts.put(name, s.events(in + 0, in + 1, out + 0, out + 1));
        }
        return s.network(parts);
    }

    /** Copies of the alternating bit protocol over media that lose messages. */
    public static Process alternatingBits(Script s, int copies) {
        Map<String, EventSet> parts = new LinkedHashMap<>();
        for (int i = 0; i < copies; i++) {
            alternatingBit(s, "@" + i, parts);
        }
        return s.network(parts);
    }

    private static void alternatingBit(Script s, String at, Map<String, EventSet> parts) {
        String[] s2 = Stream.of("00", "01", "10", "11").map(bits -> "s" + bits + at).toArray(String[]::new);
        for (int b = 0; b < 2; b++) {
            int bit = b;
            int flip = 1 - b;
            s.define("SND" + b + at, () -> external(
                    s.then("TX" + bit + 0 + at, "in0" + at), s.then("TX" + bit + 1 + at, "in1" + at)));
            for (int x = 0; x < 2; x++) {
                String m = "" + b + x;
                s.define("TX" + m + at, () -> s.then("W" + m + at, "s" + m + at));
                s.define("W" + m + at, () -> external(
                        s.then("SND" + flip + at, "k" + bit + at), s.then("TX" + m + at, "k" + flip + at), s.then("W" + m + at, "s" + m + at)));
            }
            s.define("RCV" + b + at, () -> external(
                    s.then("SA" + bit + at, "r" + bit + "0" + at, "out0" + at), s.then("SA" + bit + at, "r" + bit + "1" + at, "out1" + at),
                    s.then("SA" + flip + at, "r" + flip + "0" + at), s.then("SA" + flip + at, "r" + flip + "1" + at)));
            s.define("SA" + b + at, () -> s.then("RCV" + flip + at, "a" + bit + at));
        }
        s.define("K" + at, () -> external(Stream.of("00", "01", "10", "11")
                .map(m -> s.then(external(s.then("K" + at, "r" + m + at), s.then("K" + at, "loseK" + at)), "s" + m + at))
                .toArray(Process[]::new)));
        s.define("L" + at, () -> external(Stream.of("0", "1")
                .map(m -> s.then(external(s.then("L" + at, "k" + m + at), s.then("L" + at, "loseL" + at)), "a" + m + at))
                .toArray(Process[]::new)));
        String[] r = Stream.of(s2).map(event -> event.replace('s', 'r')).toArray(String[]::new);
        parts.put("SND0" + at, s.events(concat(s2, "in0" + at, "in1" + at, "k0" + at, "k1" + at)));
        parts.put("K" + at, s.events(concat(s2, concat(r, "loseK" + at))));
        parts.put("RCV0" + at, s.events(concat(r, "out0" + at, "out1" + at, "a0" + at, "a1" + at)));
        parts.put("L" + at, s.events("a0" + at, "a1" + at, "k0" + at, "k1" + at, "loseL" + at));
    }

    private static String[] concat(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }
}
