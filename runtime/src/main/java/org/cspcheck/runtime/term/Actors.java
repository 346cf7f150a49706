package org.cspcheck.runtime.term;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Tasklet;

/** The processes of tables for those who look on: a name each, one behind the other, and made a process for as long as it is told of. */
final class Actors {
    private static final int REMEMBERED = 1 << 10;

    private final Scheduler scheduler;
    private final byte[] names;
    private final int[] ends;
    /** By the last bits of their numbers. */
    private final Tasklet[] recent = new Tasklet[REMEMBERED];

    private final int[] numbers = new int[REMEMBERED];

    Actors(Scheduler scheduler, List<String> names) {
        this.scheduler = scheduler;
        this.ends = new int[names.size()];
        var all = new ByteArrayOutputStream();
        for (int i = 0; i < ends.length; i++) {
            all.writeBytes(names.get(i).getBytes(StandardCharsets.UTF_8));
            ends[i] = all.size();
        }
        this.names = all.toByteArray();
    }

    Tasklet of(int process) {
        int place = process & REMEMBERED - 1;
        if (recent[place] == null || numbers[place] != process) {
            int begin = process == 0 ? 0 : ends[process - 1];
            recent[place] = scheduler.actor(new String(names, begin, ends[process] - begin, StandardCharsets.UTF_8));
            numbers[place] = process;
        }
        return recent[place];
    }
}
