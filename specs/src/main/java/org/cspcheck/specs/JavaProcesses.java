package org.cspcheck.specs;

import org.cspcheck.model.process.ForeignClass;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.SpecificationException;

/**
 * The classes behind the {@code java:} entries of specs, as whoever can load them knows them.
 *
 * <p>Looking one up and making processes of it runs none of its code; that happens when the steps of such a process are asked for.
 */
@FunctionalInterface
public interface JavaProcesses {
    /**
     * {@return the class of this name}
     *
     * @throws SpecificationException if there is none, or none that is a process
     */
    ForeignClass find(Source className);

    /** Without a class path there are no classes. */
    JavaProcesses NONE = className -> {
        throw new SpecificationException(Diagnostic.error("CSP0703", className.whole(), "there is no class path to take this class from")
                .because("a spec is data: code is loaded only from where the person at the command says")
                .tryThis("--classpath build/classes (folders and jars, as for java)"));
    };
}
