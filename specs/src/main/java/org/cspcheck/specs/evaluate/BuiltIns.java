package org.cspcheck.specs.evaluate;

import static org.cspcheck.specs.names.BuiltIns.TRANSPARENT;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.PriorityOrder;
import org.cspcheck.model.process.Compression;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.value.Value;

/** The names that every script knows; data first in {@link DataBuiltIns}, processes and process functions here. */
final class BuiltIns {
    private BuiltIns() {}

    /** Puts every built-in name into {@code scope}. */
    static void declare(Context context, Scope scope) {
        DataBuiltIns.all().forEach((name, value) -> scope.put(name, new Meaning.BuiltIn(value)));
        var processes = new LinkedHashMap<String, Value>();
        processes.put("STOP", new ProcessValue(Process.STOP));
        processes.put("SKIP", new ProcessValue(Process.SKIP));
        processes.put("DIV", new ProcessValue(Process.DIVERGE));
        function(processes, "RUN", 1, a -> new ProcessValue(new Process.Run(events(context, a, 0))));
        function(processes, "CHAOS", 1, a -> new ProcessValue(new Process.Chaos(events(context, a, 0))));
        function(processes, "BUFFER", 2, a -> Buffers.buffer(context, a));
        function(processes, "WEAK_BUFFER", 3, a -> Buffers.weakBuffer(context, a));
        processes.forEach((name, value) -> scope.put(name, new Meaning.BuiltIn(value)));
        scope.put("Events", new Meaning.OfScript(new Global("Events", null, context::events), Optional.empty()));
    }

    static void function(Map<String, Value> table, String name, int arity, BuiltIn.Action action) {
        table.put(name, new BuiltIn(name, arity, action));
    }

    private static EventSet events(Context context, BuiltIn.Arguments arguments, int position) {
        return context.sets.of(arguments.set(position), arguments.call());
    }

    /**
     * {@return what a name declared with {@code transparent} or {@code external} stands for}
     *
     * <p>What changes no meaning is a mark on the process for those who explore it, or nothing at all.
     */
    static Value declared(Context context, String name) {
        return switch (name) {
            case "prioritise", "prioritise_nocache" -> new BuiltIn(name, 2, a -> Priorities.prioritise(context, a));
            case "prioritisepo" -> new BuiltIn(name, 4, a -> Priorities.partialOrder(context, a));
            case "chase", "chase_nocache" -> new BuiltIn(name, 1, a -> new ProcessValue(new Process.Chase(a.process(0))));
            case "loop" -> new BuiltIn(name, 1, a -> new ProcessValue(new Process.Call(new Loop(a.process(0)))));
            case "relational_image" -> new BuiltIn(name, 1, a -> Relations.image(a, 0, 1));
            case "relational_inverse_image" -> new BuiltIn(name, 1, a -> Relations.image(a, 1, 0));
            case "mtransclose" -> new BuiltIn(name, 2, Relations::representatives);
            case "transpose" -> new BuiltIn(name, 1, Relations::transpose);
            case "sbisim" -> compression(name, Compression.STRONG_BISIMULATION);
            case "dbisim" -> compression(name, Compression.DELAY_BISIMULATION);
            case "wbisim" -> compression(name, Compression.WEAK_BISIMULATION);
            case "tau_loop_factor" -> compression(name, Compression.TAU_LOOP_FACTOR);
            case "diamond" -> compression(name, Compression.DIAMOND);
            case "normal" -> compression(name, Compression.NORMAL);
            case "model_compress" -> compression(name, Compression.MODEL_COMPRESS);
            case "explicate" -> compression(name, Compression.EXPLICATE);
            default -> TRANSPARENT.contains(name)
                    ? new BuiltIn(name, 1, a -> new ProcessValue(a.process(0)))
                    : unsupported(name);
        };
    }

    private static Value compression(String name, Compression compression) {
        return new BuiltIn(name, 1, a -> new ProcessValue(new Process.Compress(a.process(0), compression)));
    }

    private static Value unsupported(String name) {
        return new BuiltIn(name, 1, arguments -> {
            throw Faults.of("CSP0618", arguments.call(), name + " is not supported yet",
                    "it may change what a process means, so it cannot be left out",
                    "check the process without it where its state space is small enough");
        });
    }

    /** {@code loop(P)}: P again and again. */
    private record Loop(Process process) implements Process.Body {
        @Override
        public String name() {
            return "loop";
        }

        @Override
        public Process unfold() {
            return new Process.SequentialComposition(process, new Process.Call(this));
        }
    }

    /** {@return the names that mean something else, or exist only, inside a timed section} */
    static Map<String, Value> timed(Timing timing) {
        var table = new LinkedHashMap<String, Value>();
        var section = timing.section();
        table.put("STOP", new ProcessValue(timing.stop()));
        table.put("SKIP", new ProcessValue(timing.skip()));
        table.put("TOCKS", new ProcessValue(new Process.Run(section.onlyTock())));
        table.put("TSTOP", new ProcessValue(timing.stop()));
        table.put("TSKIP", new ProcessValue(timing.skip()));
        table.put("USTOP", new ProcessValue(Process.STOP));
        function(table, "WAIT", 1, a ->
                new ProcessValue(timing.delay(Kinds.integer(a.get(0), a.call()), timing.skip())));
        function(table, "timed_priority", 1, a ->
                new ProcessValue(new Process.Prioritise(a.process(0), new PriorityOrder.TauPriority(section.onlyTock()))));
        return table;
    }
}
