package org.cspcheck.cli;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.Specifications;

/** Reads specs and evaluates what they ask; what {@link Specifications#read} promises, it promises. */
@FunctionalInterface
interface FrontEnd {
    Specification read(String spec, CheckRequest.Reading reading, InputStream standardInput);

    FrontEnd SPECIFICATIONS =
            (spec, reading, standardInput) -> Specifications.read(
                    spec, reading.language(), reading.includePath(), reading.classes(), standardInput);

    /** {@return a spec that could not be read at all, because of these mistakes} */
    static Specification unread(String spec, Diagnostic... mistakes) {
        return new Specification(spec, List.of(), List.of(mistakes), List.of(), new Alphabet(), List.of(), Optional.empty());
    }
}
