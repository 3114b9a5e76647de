package thalweg.experiment;

/**
 * What is under the pointer, shown in all views at once: an iterate, or a sample of the data.
 *
 * @param track index into the frame's tracks; -1 for a sample
 * @param step of that track
 * @param sample index into the training samples followed by the test samples; -1 for an iterate
 */
public record Hover(int track, int step, int sample) {
    /** An iterate. */
    public Hover(int track, int step) {
        this(track, step, -1);
    }

    /** A sample. */
    public static Hover ofSample(int sample) {
        return new Hover(-1, 0, sample);
    }

    public boolean isSample() {
        return sample >= 0;
    }
}
