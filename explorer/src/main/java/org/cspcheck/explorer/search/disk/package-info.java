/**
 * What a search keeps on disk: visited states, levels, the trail, and checkpoints.
 *
 * <pre>
 * Run        = sorted records of states, delta-coded, in blocks with a checksum each; written once, never changed
 * Runs       = the runs of one search; merged when they are many
 * LevelFile  = the states of one level, in the order of discovery, in slots with a checksum each
 * TrailFile  = the older bytes of the trail
 * Checkpoint = where a search stands, and the files that hold the rest; complete or not there
 * Folder     = the files of one search, used by one process at a time
 * Storage    = what a person asked for
 * </pre>
 *
 * <p>A <em>record</em> is a state as the visited set knows it: the key, then the further words. Records are ordered by these words, and as keys are
 * mixed, evenly spread. Nothing here knows of searches; files are used by one thread. Whatever the disk does wrong is a
 * {@link org.cspcheck.explorer.search.disk.DiskFailure}, and no content is believed before its checksum is seen.
 *
 * <p>Files are {@link java.io.RandomAccessFile}s, because an interruption of the thread closes a channel, and a checkpoint may be written on
 * interruption. The algorithm is delayed duplicate detection: U. Stern and D. Dill, Using magnetic disk instead of main memory in the Murphi verifier
 * (1998); R. Korf, Best-first frontier search with delayed duplicate detection (2004). How it is put together: {@code docs/internals/search.md}.
 */
package org.cspcheck.explorer.search.disk;
