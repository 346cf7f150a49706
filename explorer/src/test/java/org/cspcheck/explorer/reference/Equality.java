package org.cspcheck.explorer.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.SemanticModel;
import org.opentest4j.TestAbortedException;

/** Whether processes mean the same in some models, by the firing rules and the reference checker. */
public final class Equality {
    private Equality() {}

    /** @throws AssertionError with a script to paste, if one of the models tells the processes apart */
    public static void assertEqual(Process left, Process right, SemanticModel... models) {
        Determinised l = determinised(left);
        Determinised r = determinised(right);
        var broken = new ArrayList<String>();
        for (SemanticModel model : models) {
            addUnless(ReferenceChecker.refines(l, r, model), "LEFT [" + model + "= RIGHT", broken);
            addUnless(ReferenceChecker.refines(r, l, model), "RIGHT [" + model + "= LEFT", broken);
        }
        require(broken, left, right);
    }

    /** @throws AssertionError with a script to paste, if {@code right} does something in one of the models that {@code left} does not */
    public static void assertRefines(Process left, Process right, SemanticModel... models) {
        Determinised l = determinised(left);
        Determinised r = determinised(right);
        var broken = new ArrayList<String>();
        for (SemanticModel model : models) {
            addUnless(ReferenceChecker.refines(l, r, model), "LEFT [" + model + "= RIGHT", broken);
        }
        require(broken, left, right);
    }

    /** {@return whether {@code implementation} refines {@code specification}} */
    public static boolean refines(Process specification, Process implementation, SemanticModel model) {
        return ReferenceChecker.refines(determinised(specification), determinised(implementation), model);
    }

    private static Determinised determinised(Process process) {
        try {
            return Determinised.of(TransitionSystem.byFiringRules(process));
        } catch (TransitionSystem.TooLargeException e) {
            throw new TestAbortedException(e.getMessage());
        }
    }

    private static void addUnless(boolean holds, String assertion, List<String> broken) {
        if (!holds) {
            broken.add(assertion);
        }
    }

    private static void require(List<String> broken, Process left, Process right) {
        if (!broken.isEmpty()) {
            var definitions = new LinkedHashMap<String, Process>();
            definitions.put("LEFT", left);
            definitions.put("RIGHT", right);
            throw new AssertionError("should hold and does not:\n" + ScriptText.of(definitions)
                    + broken.stream().map(assertion -> "assert " + assertion + "\n").collect(Collectors.joining()));
        }
    }
}
