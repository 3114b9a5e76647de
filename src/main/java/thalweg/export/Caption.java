package thalweg.export;

import java.util.List;
import java.util.stream.Collectors;
import thalweg.experiment.Frame;
import thalweg.experiment.Track;
import thalweg.paint.Numbers;

/**
 * What a picture shows, in words: for the title of a file, and for readers that cannot see it.
 *
 * @param title the objective and how many runs
 * @param description the step, and every visible run with its cost there
 */
record Caption(String title, String description) {
    static Caption of(Frame frame) {
        List<Track> shown = frame.tracks().stream().filter(t -> !t.run().hidden()).toList();
        String name = frame.scene().objective().appearance().name();
        if (shown.isEmpty()) {
            return new Caption(name, name + " without runs.");
        }
        String runs = shown.stream().map(t -> t.name() + ": J = " + Numbers.of(t.trajectory().loss(Math.min(frame.step(), t.trajectory().last()))))
                .collect(Collectors.joining("; "));
        return new Caption(name + ", " + shown.size() + (shown.size() == 1 ? " optimizer" : " optimizers"),
                name + " at step " + Numbers.whole(frame.step()) + " of " + Numbers.whole(frame.last()) + ". " + runs + ".");
    }
}
