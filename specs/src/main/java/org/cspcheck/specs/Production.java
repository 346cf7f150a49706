package org.cspcheck.specs;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.value.Compound;
import org.cspcheck.model.value.Dots;
import org.cspcheck.model.value.Value;
import org.cspcheck.specs.evaluate.Evaluation;
import org.cspcheck.specs.names.NameCheck;
import org.cspcheck.specs.names.Scope;
import org.cspcheck.specs.parse.Parser;
import org.cspcheck.specs.syntax.Expression;

/**
 * How a spec wants to be run: the section {@code run:}, with everything in it evaluated.
 *
 * @param record the file of the event log, as written
 * @param choices the file of the choice log, as written
 */
public record Production(
        List<Binding> bindings, Policy policy, Optional<Source> record, Optional<Source> choices, List<Monitor> monitors) {
    /** Nothing is bound, nothing is written, and choices are made as the runtime does by default. */
    public static final Production PLAIN = new Production(
            List.of(), new Policy(Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty()),
            Optional.empty(), Optional.empty(), List.of());

    /** A process that the run is verified against. */
    public record Monitor(Source text, Process process) {}

    /** The names of policies; an absent one is the runtime's default. */
    public record Policy(Optional<String> queue, Optional<String> alt, Optional<String> timers, OptionalLong seed) {}

    /**
     * A channel of the boundary.
     *
     * @param target {@code stdin}, {@code stdout}, {@code stderr} or {@code java:CLASS}
     */
    public record Binding(Compound channel, Source target, Evaluation evaluation, Scope scope) {
        public String name() {
            return channel.toString();
        }

        /** {@return all events of the channel} */
        public EventSet events() {
            return evaluation.eventsOf(channel);
        }

        /** {@return the fields that the event has behind the channel, as CSPm writes them; the event itself where there are none} */
        public String fields(Value event) {
            String text = event.toString();
            return text.length() > name().length() ? text.substring(name().length() + 1) : text;
        }

        /**
         * {@return the event that the text stands for, a CSPm expression for the fields behind the channel}
         *
         * @throws SpecificationException if it is none
         */
        public int event(Source text) {
            var diagnostics = new Diagnostics();
            Optional<Expression> expression = Parser.expression(text, diagnostics);
            expression.ifPresent(parsed -> NameCheck.expression(parsed, scope, diagnostics));
            if (diagnostics.hasErrors()) {
                throw new SpecificationException(diagnostics.all().getFirst());
            }
            return event(evaluation.value(expression.orElseThrow()), text);
        }

        /** {@return the event with these fields behind the channel} */
        public int event(Value fields, Source text) {
            try {
                return evaluation.event(Dots.isComplete(channel) ? channel : Dots.dot(channel, fields), text.whole());
            } catch (Dots.OutsideFieldException outside) {
                throw new SpecificationException(Diagnostic.error("CSP0732", text.whole(), outside.value() + " is no value of the channel " + name())
                        .because("its field " + (outside.field() + 1) + " is declared as " + outside.symbol().fields().get(outside.field())));
            }
        }
    }
}
