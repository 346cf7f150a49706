package org.cspcheck.runtime;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Networks at rest, in a form that outlives the program ({@link Scheduler#save}).
 *
 * @param now the time on their clock
 * @param places where each process stands that has not ended, by its path
 * @param held what channels and barriers hold that is not as it was made, by name; encoded
 */
public record Saved(long now, Map<String, Place> places, Map<String, byte[]> held) {
    private static final String HEAD = "csp-check networks 1";
    private static final int LONGEST = 1 << 28;

    /** Where a process stands. It has done nothing since then that others can see. */
    public sealed interface Place {
        /** At the head of its loop. */
        record Head(byte[] value, long asked) implements Place {}

        /** At its beginning; {@code asked} is when it looked at the clock first, negative if it has not. */
        record Beginning(long asked) implements Place {}

        /** In its first PAR. */
        record InPar() implements Place {}
    }

    /** Writes all of it. */
    public void write(OutputStream stream) throws IOException {
        var out = new DataOutputStream(stream);
        out.writeUTF(HEAD);
        out.writeLong(now);
        out.writeInt(places.size());
        for (Map.Entry<String, Place> each : places.entrySet()) {
            out.writeUTF(each.getKey());
            switch (each.getValue()) {
                case Place.Head(byte[] value, long asked) -> {
                    out.writeByte('h');
                    out.writeLong(asked);
                    write(out, value);
                }
                case Place.Beginning(long asked) -> {
                    out.writeByte('b');
                    out.writeLong(asked);
                }
                case Place.InPar() -> out.writeByte('p');
            }
        }
        out.writeInt(held.size());
        for (Map.Entry<String, byte[]> each : held.entrySet()) {
            out.writeUTF(each.getKey());
            write(out, each.getValue());
        }
        out.flush();
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** {@return what was written} @throws IOException if it is something else, or not all of it */
    public static Saved read(InputStream stream) throws IOException {
        var in = new DataInputStream(stream);
        if (!in.readUTF().equals(HEAD)) {
            throw new IOException("these are no saved networks");
        }
        long now = in.readLong();
        var places = new LinkedHashMap<String, Place>();
        for (int i = in.readInt(); i > 0; i--) {
            String path = in.readUTF();
            places.put(path, switch (in.readByte()) {
                case 'h' -> {
                    long asked = in.readLong();
                    yield new Place.Head(bytes(in), asked);
                }
                case 'b' -> new Place.Beginning(in.readLong());
                case 'p' -> new Place.InPar();
                default -> throw new IOException("the place of " + path + " is unknown");
            });
        }
        var held = new LinkedHashMap<String, byte[]>();
        for (int i = in.readInt(); i > 0; i--) {
            held.put(in.readUTF(), bytes(in));
        }
        return new Saved(now, places, held);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("a value of " + length + " bytes");
        }
        return in.readNBytes(length);
    }
}
