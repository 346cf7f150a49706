package org.cspcheck.explorer.vector;

import java.util.List;
import org.cspcheck.model.process.Process;

/** A network taken apart: components are numbered from 0 in the order of the term, a group's control after its operands. */
sealed interface Part {
    record Leaf(int component) implements Part {}

    /** Hiding or renaming around a part. */
    record Wrapped(Process operator, Part inner) implements Part {}

    /** {@code chase}: internal steps of the part are taken along with the step before them. */
    record Chased(Part inner) implements Part {}

    /** A parallel operator; {@code control} is {@link #NONE} where some operand never terminates. */
    record Group(Process operator, List<Part> operands, int control) implements Part {}

    int NONE = -1;
}
