package org.cspcheck.specs.evaluate;

import org.cspcheck.model.process.Process;
import org.cspcheck.model.value.Value;

/** A process as a value. Equal terms are one element of a set; the language itself compares no processes. */
record ProcessValue(Process process) implements Value.Opaque {
    @Override
    public String toString() {
        return process instanceof Process.Call(var body) && !body.name().isEmpty() ? body.name() : "<process>";
    }
}
