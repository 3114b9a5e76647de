package thalweg.paint;

import java.util.Optional;
import thalweg.data.DataSet;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frame;
import thalweg.experiment.Study;
import thalweg.experiment.Track;
import thalweg.math.Vec;
import thalweg.network.Answers;

/**
 * A model with the parameters that a run, or the start, gives it at the playhead.
 *
 * @param standing whose parameters they are
 */
record Learnt(Study study, Standing standing) {
    /** By the selected run, or else the first that is shown, or else the start; empty if nothing is learnt. */
    static Optional<Learnt> of(Frame frame, Style style, Memo memo) {
        return frame.scene().study().map(study -> new Learnt(study, Standing.of(frame, style, memo)));
    }

    /** By a track of a frame that learns. */
    static Learnt of(Frame frame, int track, Style style, Memo memo) {
        return new Learnt(frame.scene().study().orElseThrow(), Standing.of(frame, track, style, memo));
    }

    /** As all runs start, in a frame that learns. */
    static Learnt atStart(Frame frame) {
        return new Learnt(frame.scene().study().orElseThrow(), Standing.atStart(frame));
    }

    Optional<Track> track() {
        return standing.track();
    }

    /** Of the track. */
    int step() {
        return standing.step();
    }

    Vec theta() {
        return standing.theta();
    }

    /** Whether the parameters are numbers, not the ruins of a run that diverged. */
    boolean isFinite() {
        return theta().isFinite();
    }

    /** What it says of samples, as the model sees them. */
    Answers answers(DataSet seen) {
        return Answers.of(study.cost(), theta().toArray(), seen);
    }

    /** The number of training samples. */
    static int training(Study study) {
        return study.split().training().size();
    }

    /** The number of all samples: training, then test. */
    static int samples(Study study) {
        return training(study) + study.split().test().map(DataSet::size).orElse(0);
    }

    /** One sample, counted through training and test, as the model sees it. */
    static DataSet seen(Study study, int sample) {
        int m = training(study);
        return sample < m ? study.cost().data().take(sample) : study.testCost().orElseThrow().data().take(sample - m);
    }

    /** One sample as it came. */
    static DataSet raw(Study study, int sample) {
        int m = training(study);
        return sample < m ? study.split().training().take(sample) : study.split().test().orElseThrow().take(sample - m);
    }

    /** For heads: {@code Adam, step 340, test 99 %}, or the cost where there are no classes. */
    String detail() {
        if (track().isEmpty()) {
            return "at the start";
        }
        Trajectory t = track().get().trajectory();
        String who = track().get().name() + ", step " + Numbers.whole(step());
        if (!isFinite()) {
            return who + ", diverged";
        }
        Optional<String> test = part(t, Study.TEST_ACCURACY).map(p -> ", test " + p);
        Optional<String> all = part(t, Study.ACCURACY).map(p -> ", " + p + " right");
        return who + test.or(() -> all).orElseGet(() -> ", J = " + Numbers.of(t.loss(step())));
    }

    private Optional<String> part(Trajectory t, String gauge) {
        int i = t.gauges().indexOf(gauge);
        return i < 0 || Double.isNaN(t.gauge(i, step())) ? Optional.empty() : Optional.of(percent(t.gauge(i, step())));
    }

    /** {@code 99 %}, and never 100 % for less than all: with tenths, rounded down, where it would be. */
    static String percent(double part) {
        double shown = Math.rint(100 * part);
        return (shown == 100 && part < 1 ? Numbers.fixed(Math.floor(1000 * part) / 10, 1) : Integer.toString((int) shown)) + "\u2009%";
    }
}
