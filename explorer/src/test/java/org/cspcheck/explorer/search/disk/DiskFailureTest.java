package org.cspcheck.explorer.search.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiskFailureTest {
    @Test
    void a_full_disk_says_how_much_there_is_and_how_much_is_needed() {
        assertEquals(
                " (1 MB of 20 MB free; the files of this search take 18 MB, and need as much again to go on: free it, or give --checkpoint a folder on a larger disk)",
                DiskFailure.room(1 << 20, 20 << 20, (17 << 20) + 1));
    }

    @Test
    void what_was_to_be_written_where_comes_first() {
        Path file = Path.of("no-such-folder", "run-000001");
        String reason = DiskFailure.writing(file, new IOException("No space left on device")).reason();
        assertTrue(reason.startsWith("writing " + file + " failed: No space left on device"), reason);
    }
}
