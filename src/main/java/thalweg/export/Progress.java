package thalweg.export;

/** Hears how far a file has got, and may stop it. */
@FunctionalInterface
public interface Progress {
    /** Goes on to the end. */
    Progress NONE = (_, _) -> true;

    /**
     * Called after each frame.
     *
     * @param done frames written
     * @param of frames there will be
     * @return whether to go on; else the file is given up and nothing of it stays
     */
    boolean at(int done, int of);
}
