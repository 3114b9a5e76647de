package thalweg.session;

import java.util.concurrent.Executor;

/**
 * Who does the work. Tests pass {@code Runnable::run} for all and need neither toolkit nor sleep.
 *
 * @param paths computes grids and paths; the user waits for it
 * @param crew helps computing, on another core
 * @param search looks for critical points, which may take a second
 * @param surveys makes many runs for comparisons, which may take a minute
 * @param disk writes files in the background, after a rest if it likes
 * @param files reads files that are opened
 * @param window runs what changes the session's properties
 */
public record Workers(Executor paths, Executor crew, Executor search, Executor surveys, Executor disk, Executor files, Executor window) {
    /** Everything at once on the calling thread. */
    public static final Workers INLINE = new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run, Runnable::run, Runnable::run);

    /** With files read at once, on the calling thread. */
    public Workers(Executor paths, Executor crew, Executor search, Executor surveys, Executor disk, Executor window) {
        this(paths, crew, search, surveys, disk, Runnable::run, window);
    }
}
