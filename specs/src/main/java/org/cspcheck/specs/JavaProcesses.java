package org.cspcheck.specs;

import java.util.List;
import java.util.SortedMap;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.model.value.Value;

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
    JavaClass find(Source className);

    /** A class that is a process. */
    @FunctionalInterface
    interface JavaClass {
        /**
         * {@return a process that runs the class's code}
         *
         * @throws SpecificationException if the class cannot be made with these arguments
         */
        Made make(Entry entry);
    }

    /**
     * What a class is given.
     *
     * @param name of the process, unlike that of any other
     * @param channels of the spec, by name
     * @param unit of virtual time, in nanoseconds
     */
    record Entry(String name, List<Value> arguments, Span span, SortedMap<String, Symbol> channels, Alphabet alphabet, long unit) {}

    /** @param exceptions the events that stand for exceptions of the process; more may be met as its states are */
    record Made(Process process, EventSet exceptions) {}

    /** Without a class path there are no classes. */
    JavaProcesses NONE = className -> {
        throw new SpecificationException(Diagnostic.error("CSP0703", className.whole(), "there is no class path to take this class from")
                .because("a spec is data: code is loaded only from where the person at the command says")
                .tryThis("--classpath build/classes (folders and jars, as for java)"));
    };
}
