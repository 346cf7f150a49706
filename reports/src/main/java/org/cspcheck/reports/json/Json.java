package org.cspcheck.reports.json;

import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** JSON said in the shape of its objects: the streaming generator, with what opens and closes kept in pairs. */
public final class Json implements AutoCloseable {
    /** Two blanks a level and a line for each member, with the same line ends on every machine. */
    private static final ObjectWriteContext INDENTED = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        }
    };

    private final JsonGenerator generator;

    public Json(Writer out) {
        this(out, INDENTED);
    }

    private Json(Writer out, ObjectWriteContext context) {
        generator = JsonFactory.builder().build().createGenerator(context, out);
    }

    /** {@return JSON on one line, for programs alone} */
    public static Json compact(Writer out) {
        return new Json(out, ObjectWriteContext.empty());
    }

    public void object(Runnable members) {
        generator.writeStartObject();
        members.run();
        generator.writeEndObject();
    }

    public void object(String name, Runnable members) {
        generator.writeName(name);
        object(members);
    }

    public <T> void array(String name, List<T> elements, Consumer<? super T> each) {
        generator.writeName(name);
        generator.writeStartArray();
        elements.forEach(each);
        generator.writeEndArray();
    }

    public <T> void arrayUnlessEmpty(String name, List<T> elements, Consumer<? super T> each) {
        if (!elements.isEmpty()) {
            array(name, elements, each);
        }
    }

    /** An array of objects. */
    public <T> void objects(String name, List<T> elements, Consumer<? super T> members) {
        array(name, elements, element -> object(() -> members.accept(element)));
    }

    public <T> void objectsUnlessEmpty(String name, List<T> elements, Consumer<? super T> members) {
        if (!elements.isEmpty()) {
            objects(name, elements, members);
        }
    }

    public void strings(List<String> elements) {
        generator.writeStartArray();
        elements.forEach(generator::writeString);
        generator.writeEndArray();
    }

    public void strings(String name, List<String> elements) {
        generator.writeName(name);
        strings(elements);
    }

    public void stringsUnlessEmpty(String name, List<String> elements) {
        if (!elements.isEmpty()) {
            strings(name, elements);
        }
    }

    public void numbers(List<Integer> elements) {
        generator.writeStartArray();
        elements.forEach(generator::writeNumber);
        generator.writeEndArray();
    }

    public void number(int value) {
        generator.writeNumber(value);
    }

    public void member(String name, String value) {
        generator.writeStringProperty(name, value);
    }

    public void memberUnlessEmpty(String name, String value) {
        if (!value.isEmpty()) {
            member(name, value);
        }
    }

    public void member(String name, long value) {
        generator.writeNumberProperty(name, value);
    }

    public void member(String name, double value) {
        generator.writeNumberProperty(name, value);
    }

    public void member(String name, boolean value) {
        generator.writeBooleanProperty(name, value);
    }

    @Override
    public void close() {
        generator.close();
    }
}
