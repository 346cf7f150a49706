package org.cspcheck.runtime.component;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cspcheck.model.process.ForeignClass;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.value.Value;

/** A class whose objects are components, and how one is made from values of CSPm. */
public final class ComponentClass implements ForeignClass {
    private final Class<?> type;

    private ComponentClass(Class<?> type) {
        this.type = type;
    }

    /**
     * {@return the class as one of components} None of its code runs.
     *
     * @throws SpecificationException if its objects are none, or nobody can make them
     */
    public static ComponentClass of(Class<?> type, Span span) {
        if (!Component.class.isAssignableFrom(type)) {
            throw new SpecificationException(Diagnostic.error("CSP0721", span, "`" + type.getName() + "` is no process")
                    .because("it does not implement " + Component.class.getName())
                    .tryThis("`public final class " + type.getSimpleName() + " implements Component`"));
        }
        boolean made = Modifier.isPublic(type.getModifiers()) && !Modifier.isAbstract(type.getModifiers()) && type.getConstructors().length > 0;
        if (!made) {
            throw new SpecificationException(Diagnostic.error("CSP0721", span, "no object of `" + type.getName() + "` can be made")
                    .because("a process is a public class that is not abstract, with a public constructor"));
        }
        return new ComponentClass(type);
    }

    /**
     * {@return how an object is made from these arguments}
     *
     * @throws SpecificationException if no constructor takes them
     */
    public Program.Maker maker(List<Value> arguments, Span span) {
        for (Constructor<?> constructor : type.getConstructors()) {
            Optional<Object[]> converted = converted(constructor, arguments);
            if (converted.isPresent()) {
                Object[] given = converted.get();
                return () -> make(constructor, given);
            }
        }
        String given = arguments.stream().map(Value::toString).collect(Collectors.joining(", ", "(", ")"));
        throw new SpecificationException(Diagnostic.error("CSP0722", span, "no constructor of `" + type.getName() + "` takes " + given)
                .because("there is " + Arrays.stream(type.getConstructors()).map(ComponentClass::signature).collect(Collectors.joining(" and ")))
                .tryThis("`args:` lists CSPm values: numbers for int and long, true and false for boolean, constructors and \"texts\" for String and"
                        + " enums, <..> for List, {..} for Set; Value takes anything"));
    }

    @Override
    public Made make(Entry entry) {
        Channels channels = Channels.of(entry.channels());
        var program = new Program(entry.name(), maker(entry.arguments(), entry.span()), channels, entry.alphabet(), entry.span(), entry.unit());
        return new Made(program.process(), program.exceptions());
    }

    private static String signature(Constructor<?> constructor) {
        return Arrays.stream(constructor.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", constructor.getDeclaringClass().getSimpleName() + "(", ")"));
    }

    private static Component make(Constructor<?> constructor, Object[] arguments) throws Exception {
        try {
            return (Component) constructor.newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            switch (thrown.getCause()) {
                case Exception exception -> throw exception;
                case Error error -> throw error;
                default -> throw thrown;
            }
        }
    }

    private static Optional<Object[]> converted(Constructor<?> constructor, List<Value> arguments) {
        Class<?>[] types = constructor.getParameterTypes();
        if (types.length == 1 && types[0] == Value[].class) {
            return Optional.of(new Object[] {arguments.toArray(Value[]::new)});
        }
        if (types.length != arguments.size()) {
            return Optional.empty();
        }
        Object[] converted = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            Optional<Object> argument = as(types[i], arguments.get(i));
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            converted[i] = argument.get();
        }
        return Optional.of(converted);
    }

    private static Optional<Object> as(Class<?> type, Value value) {
        if (type.isInstance(value)) {
            return Optional.of(value);
        }
        Object java = JavaValues.of(value);
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).filter(constant -> ((Enum<?>) constant).name().equals(java)).findFirst().map(c -> c);
        }
        return switch (java) {
            case Integer number when type == int.class -> Optional.of(number);
            case Integer number when type == long.class || type == Long.class -> Optional.of(number.longValue());
            case Long number when type == long.class -> Optional.of(number);
            case Boolean truth when type == boolean.class -> Optional.of(truth);
            case List<?> empty when type == String.class && empty.isEmpty() -> Optional.of("");
            default -> type.isInstance(java) ? Optional.of(java) : Optional.empty();
        };
    }
}
