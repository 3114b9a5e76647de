package thalweg.experiment;

/**
 * The iterate under the pointer, shown in all views at once.
 *
 * @param track index into the frame's tracks
 * @param step of that track
 */
public record Hover(int track, int step) {
}
