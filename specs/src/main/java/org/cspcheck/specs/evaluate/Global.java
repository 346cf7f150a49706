package org.cspcheck.specs.evaluate;

import java.util.function.Supplier;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.value.Lazy;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.Value;

/** A definition outside any function: compiled and evaluated when first needed. */
final class Global {
    private final String name;
    private final Span span;
    private final Lazy value;

    Global(String name, Span span, Supplier<Value> evaluation) {
        this.name = name;
        this.span = span;
        this.value = new Lazy(evaluation);
    }

    String name() {
        return name;
    }

    Value value(Span use) {
        if (value.isForced()) {
            return value.force();
        }
        if (value.isRunning()) {
            throw Faults.recursiveValue(span, name);
        }
        try {
            return value.force();
        } catch (SpecificationException fault) {
            throw Faults.via(fault, name, use);
        } catch (SetValue.InfiniteSetException fault) {
            throw Faults.infiniteSet(span, fault);
        }
    }

    /** The definition as a process term. */
    record Named(Global global) implements Process.Body {
        @Override
        public String name() {
            return global.name;
        }

        @Override
        public Span span() {
            return global.span;
        }

        @Override
        public Process unfold() {
            return Kinds.process(global.value(global.span), global.span);
        }
    }
}
