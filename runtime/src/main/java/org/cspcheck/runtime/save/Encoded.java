package org.cspcheck.runtime.save;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

/** Values as bytes: what Java serializes, and also records and Optionals that do not say that they can be. */
public final class Encoded {
    private Encoded() {}

    /** {@return the value as bytes} @throws IOException if something in it is neither Serializable nor a record */
    public static byte[] encode(Object value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new Writer(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    /** {@return the value again} @throws IOException if its classes are not there, or are others now */
    public static Object decode(byte[] bytes, ClassLoader classes) throws IOException {
        try (var in = new Reader(new ByteArrayInputStream(bytes), classes)) {
            return in.readObject();
        } catch (ClassNotFoundException missing) {
            throw new IOException("there is no class " + missing.getMessage(), missing);
        }
    }

    /** A record by its components. */
    private record Parts(Class<?> type, Object[] components) implements Serializable {}

    /** What an Optional holds, null for nothing. */
    private record Perhaps(Object value) implements Serializable {}

    private static final class Writer extends ObjectOutputStream {
        Writer(OutputStream out) throws IOException {
            super(out);
            enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object object) throws IOException {
            return switch (object) {
                case Optional<?> optional -> new Perhaps(optional.orElse(null));
                case Record whole when !(whole instanceof Serializable) -> parts(whole);
                case null, default -> object;
            };
        }

        private static Parts parts(Record whole) throws IOException {
            RecordComponent[] components = whole.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            try {
                for (int i = 0; i < values.length; i++) {
                    components[i].getAccessor().setAccessible(true);
                    values[i] = components[i].getAccessor().invoke(whole);
                }
            } catch (ReflectiveOperationException | RuntimeException unreadable) {
                throw new InvalidClassException(whole.getClass().getName(), "its components cannot be read: " + unreadable.getMessage());
            }
            return new Parts(whole.getClass(), values);
        }
    }

    private static final class Reader extends ObjectInputStream {
        private final ClassLoader classes;

        Reader(InputStream in, ClassLoader classes) throws IOException {
            super(in);
            this.classes = classes;
            enableResolveObject(true);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(described.getName(), false, classes);
            } catch (ClassNotFoundException primitive) {
                return super.resolveClass(described);
            }
        }

        @Override
        protected Object resolveObject(Object object) throws IOException {
            return switch (object) {
                case Perhaps(Object value) -> Optional.ofNullable(value);
                case Parts(Class<?> type, Object[] components) -> whole(type, components);
                case null, default -> object;
            };
        }

        private static Object whole(Class<?> type, Object[] components) throws IOException {
            Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor.newInstance(components);
            } catch (ReflectiveOperationException | RuntimeException other) {
                throw new InvalidClassException(type.getName(), "it is another record now: " + other.getMessage());
            }
        }
    }
}
