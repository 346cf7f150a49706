package org.cspcheck.model.process;

import java.util.List;
import java.util.SortedMap;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.model.value.Value;

/** A class whose objects run as {@link Process.Foreign} processes. Making one runs none of its code; that happens when its steps are asked for. */
@FunctionalInterface
public interface ForeignClass {
    /**
     * {@return a process that runs the class's code}
     *
     * @throws SpecificationException if no object can be made of these arguments
     */
    Made make(Entry entry);

    /**
     * What a class is given.
     *
     * @param name of the process, unlike that of any other in its network
     * @param span of the entry that runs it
     * @param channels that the code can name
     * @param unit of virtual time, in nanoseconds
     */
    record Entry(String name, List<Value> arguments, Span span, SortedMap<String, Symbol> channels, Alphabet alphabet, long unit) {}

    /** @param exceptions the events that stand for exceptions of the process; more may be met as its states are */
    record Made(Process process, EventSet exceptions) {}
}
