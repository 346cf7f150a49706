package org.cspcheck.explorer.search.disk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Where a search stands between two rounds, with the names of the files that hold the rest.
 *
 * @param identity of the question: what a search with another one must not go on with
 * @param standing how far the search has come
 * @param runs visited states that are on disk
 * @param table a run of the visited states that were in memory; empty if there were none
 * @param current the level that is expanded
 * @param next the level that is found, but for its last states
 * @param tail the last chunk of the next level, if it is not full
 * @param notes what else has to be known for states to mean the same
 */
public record Checkpoint(
        String identity, Standing standing, List<String> runs, String table, Level current, Level next, long[] tail, Trail trail, long[] notes) {
    private static final long MAGIC = 0x637370636b435033L;

    /**
     * How far a search has come.
     *
     * @param levels where in the trail the children of each level begin
     * @param position the first state of the current level that is not expanded
     * @param entered whether the current level is the last of {@code levels}
     */
    public record Standing(long[] levels, long position, boolean entered, long states, long transitions) {}

    /**
     * A level.
     *
     * @param file the name; empty where no chunk is needed
     * @param from the first chunk that is needed
     * @param to the first chunk that is not there
     * @param size in states
     */
    public record Level(String file, int from, int to, long size) {}

    /** The first bytes of a trail file. */
    public record Trail(String file, long length, long checksum) {}

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(MAGIC);
            out.writeUTF(identity);
            write(out, standing.levels);
            out.writeLong(standing.position);
            out.writeBoolean(standing.entered);
            out.writeLong(standing.states);
            out.writeLong(standing.transitions);
            out.writeInt(runs.size());
            for (String run : runs) {
                out.writeUTF(run);
            }
            out.writeUTF(table);
            write(out, current);
            write(out, next);
            write(out, tail);
            out.writeUTF(trail.file);
            out.writeLong(trail.length);
            out.writeLong(trail.checksum);
            write(out, notes);
            var checksum = new CRC32C();
            checksum.update(bytes.toByteArray());
            out.writeInt((int) checksum.getValue());
        } catch (IOException e) {
            throw new AssertionError("memory can be written to", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, long[] numbers) throws IOException {
        out.writeInt(numbers.length);
        var bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
        bytes.asLongBuffer().put(numbers);
        out.write(bytes.array());
    }

    private static void write(DataOutputStream out, Level level) throws IOException {
        out.writeUTF(level.file);
        out.writeInt(level.from);
        out.writeInt(level.to);
        out.writeLong(level.size);
    }

    /** {@return the checkpoint with these bytes} @throws IOException if they are not those of a whole one */
    static Checkpoint of(byte[] bytes) throws IOException {
        var checksum = new CRC32C();
        int body = Math.max(0, bytes.length - Integer.BYTES);
        checksum.update(bytes, 0, body);
        if (body < Long.BYTES || ByteBuffer.wrap(bytes).getInt(body) != (int) checksum.getValue()) {
            throw new IOException("the checksum does not agree");
        }
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readLong() != MAGIC) {
            throw new IOException("this is not a checkpoint");
        }
        String identity = in.readUTF();
        var standing = new Standing(numbers(in), in.readLong(), in.readBoolean(), in.readLong(), in.readLong());
        List<String> runs = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            runs.add(in.readUTF());
        }
        return new Checkpoint(
                identity, standing, runs, in.readUTF(), level(in), level(in), numbers(in), new Trail(in.readUTF(), in.readLong(), in.readLong()), numbers(in));
    }

    private static long[] numbers(DataInputStream in) throws IOException {
        var numbers = new long[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(numbers.length * Long.BYTES)).asLongBuffer().get(numbers);
        return numbers;
    }

    private static Level level(DataInputStream in) throws IOException {
        return new Level(in.readUTF(), in.readInt(), in.readInt(), in.readLong());
    }

    /** {@return the names of all files that this checkpoint needs} */
    List<String> files() {
        var files = new ArrayList<>(runs);
        files.addAll(List.of(table, current.file, next.file, trail.file));
        files.removeAll(List.of(""));
        return files;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that && Arrays.equals(bytes(), that.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }
}
