/**
 * The commands of {@code thalweg}: everything the window shows, made without one. Must not know JavaFX; the window is opened through
 * {@link thalweg.cli.Opener}, and where output goes is an argument.
 *
 * <p>Results go to standard out in full precision, words to standard error; the exit code is 0 if all went well, 2 for wrong arguments, 1
 * for failure.
 *
 * <p>Decision: one mixin, {@link thalweg.cli.ExperimentOptions}, makes the experiment for {@code run} and {@code render} alike, instead of
 * options per command: what can be run can be drawn.
 *
 * <p>Decision: {@code run} and {@code render} without {@code --optimizer} take the race that the window opens with, instead of refusing or
 * drawing nothing on the map, because that is what a newcomer expects to see; {@code --bare} draws the landscape alone.
 *
 * <p>Decision: {@code run} and {@code train} that are interrupted write what they have and end with the code of the interruption, instead of losing
 * minutes of work; {@code render} and films leave nothing, because a picture of half a path looks like one of the whole.
 *
 * <p>Decision: only the command that is asked for is described to picocli, all of them only for the help, the completion and the manual page: it reads
 * options by reflection, and those of fourteen commands took longer than most commands.
 */
package thalweg.cli;
