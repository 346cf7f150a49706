package org.cspcheck.explorer.reference;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.InterfaceParallel;

/** Few states that take many bits. */
final class Wide {
    private Wide() {}

    /** {@return the process in step, on all letters, with many equal cycles through a word} */
    static Process inStep(Process process, List<Integer> word, int cycles) {
        var operands = new ArrayList<Process>(List.of(process));
        operands.addAll(java.util.Collections.nCopies(cycles, cycle(word)));
        return new InterfaceParallel(operands, Letters.SIGMA);
    }

    private static Process cycle(List<Integer> word) {
        Process term = Equation.Reference.call(0);
        for (int letter : word.reversed()) {
            term = Letters.then(letter, term);
        }
        return Equation.tie("CYCLE", Equation.Reference.call(0), List.of(term));
    }
}
