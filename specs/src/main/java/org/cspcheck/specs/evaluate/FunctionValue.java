package org.cspcheck.specs.evaluate;

import java.util.Arrays;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.Value;

/** A function with what it keeps and the argument lists given so far; the values kept come first, then the arguments. */
final class FunctionValue extends Closure implements Applicable {
    private final FunctionCode code;
    private final int kept;
    private final int lists;

    FunctionValue(FunctionCode code, Value[] kept) {
        this(code, kept, kept.length, 0);
    }

    private FunctionValue(FunctionCode code, Value[] values, int kept, int lists) {
        super(values);
        this.code = code;
        this.kept = kept;
        this.lists = lists;
    }

    @Override
    Object code() {
        return code;
    }

    /** {@return whether every argument list has been given} */
    boolean isSaturated() {
        return lists == code.lists();
    }

    /** {@return this function with one more list of arguments} */
    FunctionValue with(Value[] arguments, Span call) {
        if (isSaturated()) {
            throw Faults.wrongKind(call, "a function", this);
        }
        if (arguments.length != code.arity(lists)) {
            throw Faults.wrongArguments(call, code.name, code.arity(lists), arguments.length);
        }
        Value[] values = Arrays.copyOf(captured, captured.length + arguments.length);
        System.arraycopy(arguments, 0, values, captured.length, arguments.length);
        return new FunctionValue(code, values, kept, lists + 1);
    }

    @Override
    public Value apply(Value[] arguments, Span call) {
        FunctionValue applied = with(arguments, call);
        return applied.isSaturated() ? applied.value(call) : applied;
    }

    /** {@return the result, all arguments being given} */
    Value value(Span call) {
        code.depth.enter(call);
        try {
            Value[] frame = frame();
            return clause(frame, call).body().eval(frame);
        } catch (SpecificationException fault) {
            throw Faults.via(fault, name(), call);
        } catch (SetValue.InfiniteSetException fault) {
            throw Faults.infiniteSet(call, fault);
        } finally {
            code.depth.leave();
        }
    }

    /** {@return the result as a process, all arguments being given} */
    Process process(Span call) {
        code.depth.enter(call);
        try {
            Value[] frame = frame();
            return clause(frame, call).body().process(frame);
        } catch (SpecificationException fault) {
            throw Faults.via(fault, name(), call);
        } catch (SetValue.InfiniteSetException fault) {
            throw Faults.infiniteSet(call, fault);
        } finally {
            code.depth.leave();
        }
    }

    private Value[] frame() {
        return code.unit.frame(kept == captured.length ? captured : Arrays.copyOf(captured, kept));
    }

    private FunctionCode.Clause clause(Value[] frame, Span call) {
        FunctionCode.Clause clause = code.match(captured, kept, frame);
        if (clause == null) {
            throw Faults.noClause(call, code.name, arguments());
        }
        return clause;
    }

    /** {@return how people write it: {@code f(1)(2)}} */
    String name() {
        return code.name + arguments();
    }

    private String arguments() {
        var text = new StringBuilder();
        int next = kept;
        for (int list = 0; list < lists; list++) {
            text.append('(');
            for (int i = 0; i < code.arity(list); i++) {
                text.append(i > 0 ? "," : "").append(Faults.show(captured[next++]));
            }
            text.append(')');
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return name();
    }
}
