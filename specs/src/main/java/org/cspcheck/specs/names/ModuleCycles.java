package org.cspcheck.specs.names;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.Declaration.Instance;

/**
 * That no module holds, through the modules it makes instances of, an instance of itself: there would be no end of instances.
 *
 * <p>Modules are known by the last part of their names here, so this looks at the modules at the top of a script only.
 */
final class ModuleCycles {
    private final Map<String, Set<Instance>> instances = new HashMap<>();

    private ModuleCycles() {}

    static void check(List<Declaration> declarations, Complaints complaints) {
        ModuleCycles cycles = new ModuleCycles();
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.Module module) {
                Set<Instance> inside = cycles.instances.computeIfAbsent(module.name().text(), _ -> new LinkedHashSet<>());
                collect(module, inside);
            }
        }
        cycles.instances.keySet().forEach(module -> cycles.check(module, complaints));
    }

    private static void collect(Declaration.Module module, Set<Instance> instances) {
        for (List<Declaration> part : List.of(module.hidden(), module.exported())) {
            for (Declaration declaration : part) {
                switch (declaration) {
                    case Instance instance -> instances.add(instance);
                    case Declaration.Module inner -> collect(inner, instances);
                    default -> { }
                }
            }
        }
    }

    private void check(String module, Complaints complaints) {
        Deque<String> open = new ArrayDeque<>(List.of(module));
        Set<String> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            for (Instance instance : instances.getOrDefault(open.pop(), Set.of())) {
                String of = instance.module().isPlain() ? instance.module().name() : instance.module().modules().getFirst();
                if (of.equals(module)) {
                    complaints.add(Diagnostic.error("CSP0314", instance.span(), "module `" + module + "` contains an instance of itself")
                            .because("each instance would hold another one, without end"));
                    return;
                }
                if (seen.add(of)) {
                    open.push(of);
                }
            }
        }
    }
}
