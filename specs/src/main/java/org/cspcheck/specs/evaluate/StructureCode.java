package org.cspcheck.specs.evaluate;

import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.Lazy;
import org.cspcheck.model.value.Value;

/** Code for names, calls, conditionals and local definitions: what is the same for data and processes. */
final class StructureCode {
    private StructureCode() {}

    static final class OfIf extends Code {
        private final Code condition;
        private final Code then;
        private final Code otherwise;

        OfIf(Span span, Code condition, Code then, Code otherwise) {
            super(span);
            this.condition = condition;
            this.then = then;
            this.otherwise = otherwise;
        }

        private Code taken(Value[] frame) {
            return Kinds.truth(condition.eval(frame), condition.span) ? then : otherwise;
        }

        @Override
        Value eval(Value[] frame) {
            return taken(frame).eval(frame);
        }

        @Override
        Process process(Value[] frame) {
            return taken(frame).process(frame);
        }
    }

    static final class OfLet extends Code {
        private final LetCode let;
        private final int slot;
        private final Code body;

        OfLet(Span span, LetCode let, int slot, Code body) {
            super(span);
            this.let = let;
            this.slot = slot;
            this.body = body;
        }

        private Value[] enter(Value[] frame) {
            Value[] inner = frame[slot] == null ? frame : frame.clone();
            inner[slot] = new LetInstance(let, let.unit().capture(frame));
            return inner;
        }

        @Override
        Value eval(Value[] frame) {
            return body.eval(enter(frame));
        }

        @Override
        Process process(Value[] frame) {
            return body.process(enter(frame));
        }
    }

    /** A definition of a {@code let}; where it is a process, it is left folded. */
    static final class OfMember extends Code {
        private final int slot;
        private final int position;
        private final boolean isProcess;

        OfMember(Span span, int slot, int position, boolean isProcess) {
            super(span);
            this.slot = slot;
            this.position = position;
            this.isProcess = isProcess;
        }

        @Override
        Value eval(Value[] frame) {
            if (isProcess) {
                return new ProcessValue(process(frame));
            }
            Value member = ((LetInstance) frame[slot]).member(position);
            if (member instanceof Lazy lazy && !lazy.isForced() && lazy.isRunning()) {
                throw Faults.recursiveValue(span, "this definition");
            }
            return member.force();
        }

        @Override
        Process process(Value[] frame) {
            return new Process.Call(new LetInstance.Member((LetInstance) frame[slot], position, span));
        }
    }

    /** A definition of the script; where it is a process, it is left folded. */
    static final class OfGlobal extends Code {
        private final Global global;
        private final boolean isProcess;
        private final Process call;

        OfGlobal(Span span, Global global, boolean isProcess) {
            super(span);
            this.global = global;
            this.isProcess = isProcess;
            this.call = new Process.Call(new Global.Named(global));
        }

        @Override
        Value eval(Value[] frame) {
            return isProcess ? new ProcessValue(call) : global.value(span);
        }

        @Override
        Process process(Value[] frame) {
            return call;
        }
    }

    /** One list of arguments; where the result is a process, it is left folded. */
    static final class OfApply extends Code {
        private final Code function;
        private final Code[] arguments;
        private final boolean isProcess;

        OfApply(Span span, Code function, Code[] arguments, boolean isProcess) {
            super(span);
            this.function = function;
            this.arguments = arguments;
            this.isProcess = isProcess;
        }

        private Value[] arguments(Value[] frame) {
            var values = new Value[arguments.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments[i].delay(frame);
            }
            return values;
        }

        @Override
        Value eval(Value[] frame) {
            if (isProcess) {
                return new ProcessValue(process(frame));
            }
            return Kinds.function(function.eval(frame), function.span).apply(arguments(frame), span);
        }

        @Override
        Process process(Value[] frame) {
            Applicable applicable = Kinds.function(function.eval(frame), function.span);
            if (applicable instanceof FunctionValue value) {
                FunctionValue applied = value.with(arguments(frame), span);
                if (applied.isSaturated()) {
                    return new Process.Call(new FunctionCall(applied, span));
                }
            }
            return Kinds.process(applicable.apply(arguments(frame), span), span);
        }
    }

    static final class OfFunction extends Code {
        private final FunctionCode code;

        OfFunction(Span span, FunctionCode code) {
            super(span);
            this.code = code;
        }

        @Override
        Value eval(Value[] frame) {
            return new FunctionValue(code, code.unit.capture(frame));
        }

        @Override
        Value delay(Value[] frame) {
            return eval(frame);
        }
    }
}
