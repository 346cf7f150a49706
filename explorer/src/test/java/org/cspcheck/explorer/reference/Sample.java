package org.cspcheck.explorer.reference;

import java.util.Map;
import org.cspcheck.model.process.Process;

/** A random process that shows itself as a CSPm script. */
public record Sample(String name, Process process) {
    @Override
    public String toString() {
        return ScriptText.of(Map.of(name, process));
    }
}
