package org.cspcheck.cli;

import java.util.Optional;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.evaluate.Evaluation;
import org.cspcheck.specs.parse.Parser;
import org.cspcheck.specs.syntax.Expression;

/** The process of a spec that a command is about. */
final class Subject {
    private Subject() {}

    /**
     * {@return what was asked for, else the network, else what the first check is about}
     *
     * @throws UsageException if there is none
     * @throws SpecificationException if it cannot be read or evaluated
     */
    static Process of(Specification specification, Evaluation evaluation, Optional<String> typed) throws UsageException {
        if (typed.isPresent()) {
            var diagnostics = new Diagnostics();
            Optional<Expression> expression = Parser.expression(Source.of("--process", typed.get()), diagnostics);
            if (expression.isEmpty()) {
                throw new SpecificationException(diagnostics.all().getFirst());
            }
            return evaluation.process(expression.get());
        }
        if (evaluation.definitions().contains("NETWORK")) {
            return evaluation.network("NETWORK");
        }
        if (specification.checks().isEmpty()) {
            throw new UsageException(
                    "which process?", "Name one: --process 'P(0)'. " + specification.name() + " has no check to take it from.");
        }
        return specification.checks().getFirst().subject();
    }
}
