package thalweg.paint;

import java.awt.geom.Point2D;
import java.util.Optional;
import thalweg.data.DataSet;
import thalweg.experiment.Study;

/** Data laid out in a plot; samples are counted through training and test. */
interface SampleChart {
    Study study();

    /** Where a sample of a part of the data stands. */
    Point2D place(DataSet part, int sample);

    /** Where a sample stands. */
    default Point2D place(int sample) {
        int m = Learnt.training(study());
        return sample < m ? place(study().split().training(), sample) : place(study().split().test().orElseThrow(), sample - m);
    }

    /** The sample nearest to a point, within reach. */
    default Optional<Integer> nearest(Point2D point, double reach) {
        double nearest = reach;
        Optional<Integer> found = Optional.empty();
        for (int i = 0; i < Learnt.samples(study()); i++) {
            double distance = place(i).distance(point);
            if (distance <= nearest) {
                nearest = distance;
                found = Optional.of(i);
            }
        }
        return found;
    }
}
