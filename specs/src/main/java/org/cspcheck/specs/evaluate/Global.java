package org.cspcheck.specs.evaluate;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.function.Supplier;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.value.Lazy;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.Value;

/** A definition outside any function: compiled and evaluated when first needed. */
final class Global {
    private static final int LARGE = 256;

    private final String name;
    private final Span span;
    private final Supplier<Value> evaluation;
    private Lazy value;
    /** In place of a value that is large: who runs a network of a hundred thousand processes does not need its term as well. */
    private WeakReference<Value> large = new WeakReference<>(null);

    Global(String name, Span span, Supplier<Value> evaluation) {
        this.name = name;
        this.span = span;
        this.evaluation = evaluation;
        this.value = new Lazy(evaluation);
    }

    String name() {
        return name;
    }

    Value value(Span use) {
        Value known = large.get();
        if (known != null) {
            return known;
        }
        Value found = found(use);
        if (found instanceof ProcessValue(Process process) && isLarge(process)) {
            large = new WeakReference<>(found);
            value = new Lazy(evaluation);
        }
        return found;
    }

    private static boolean isLarge(Process process) {
        return switch (process) {
            case Process.InterfaceParallel parallel -> isLarge(parallel.operands());
            case Process.AlphabetisedParallel parallel -> isLarge(parallel.operands());
            case Process.LinkedParallel parallel -> isLarge(parallel.left()) || isLarge(parallel.right());
            case Process.Hide hide -> isLarge(hide.process());
            case Process.Rename rename -> isLarge(rename.process());
            default -> false;
        };
    }

    private static boolean isLarge(List<Process> operands) {
        return operands.size() > LARGE || operands.stream().anyMatch(Global::isLarge);
    }

    private Value found(Span use) {
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
