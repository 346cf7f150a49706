package org.cspcheck.explorer.search.disk;

import java.io.IOException;
import java.nio.file.Path;

/** The disk is full, a file cannot be written or read, or its content is not what was written: no fault of the search, and no answer. */
public final class DiskFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private DiskFailure(String reason, IOException cause) {
        super(reason, cause);
    }

    static DiskFailure writing(Path file, IOException cause) {
        return new DiskFailure("writing " + file + " failed: " + cause.getMessage(), cause);
    }

    static DiskFailure reading(Path file, IOException cause) {
        return new DiskFailure("reading " + file + " failed: " + cause.getMessage(), cause);
    }

    static DiskFailure damaged(Path file) {
        return new DiskFailure(file + " is damaged", null);
    }

    /** {@return what happened, as people read it} */
    public String reason() {
        return getMessage();
    }
}
